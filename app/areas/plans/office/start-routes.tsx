/** Starting points of a plan: the catalogue, with what the town's own checklist lacks first; what other towns share. */
import { createHash } from 'node:crypto'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, fieldTexts, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import { kindName } from '../../checklist/index.ts'
import type { CatalogueMeasure } from '../catalogue-data.ts'
import { OthersPage } from '../pages/others-page.tsx'
import { type StartChoice, StartPage } from '../pages/start-page.tsx'
import { readMeasures } from '../plan-store.ts'
import { type MeasureFacts, measureFacts, type Section, sections } from '../schema.ts'
import { sharedMeasures } from '../shared-store.ts'
import { type Suggestion, suggestMeasures } from '../suggest-rules.ts'
import { addMeasures } from '../write-plan.ts'
import { commonIndicators } from './measure-routes.tsx'
import type { PlansOfficeDeps } from './office-deps.ts'
import { doneOf, nameIn, type OfficeContext, type OpenPlan, onePath, openToWrite, page } from './office-request.ts'

/** As many as somebody reads at once. */
const mostSuggested = 12

export function startRoutes(deps: PlansOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'plans.write' } as const
  const post = { method: 'POST', permission: 'plans.write' } as const
  return [
    { ...get, path: `${onePath}/start`, audit: 'plans.start', handle: (c) => showStart(c, deps, {}) },
    { ...post, path: `${onePath}/start`, audit: 'plans.add-measures', handle: (c) => submitStart(c, deps) },
    { ...get, path: `${onePath}/others`, audit: 'plans.others', handle: (c) => showOthers(c, deps, {}) },
    { ...post, path: `${onePath}/others`, audit: 'plans.take-measures', handle: (c) => submitOthers(c, deps) },
  ]
}

/** The same measure taken twice into one plan has one id: a form sent twice adds once. */
function idFor(plan: string, from: string): string {
  const hex = createHash('sha256').update(`${plan} ${from}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function choiceOf(c: OfficeContext, deps: PlansOfficeDeps, { measure, because }: Suggestion): StartChoice {
  const translator = c.get('translator')
  const words = deps.catalogue.words(translator.language, measure.id)
  const language = words && words.language !== translator.language ? deps.languages.byCode(words.language) : undefined
  return {
    ...{ id: measure.id, title: words?.title ?? measure.id, what: words?.what ?? '' },
    because: because.slice(0, 2).map(({ kind, answer }) =>
      translator.t(`plans.start.because.${answer === undefined ? 'unanswered' : 'gap'}`, {
        kind: kindName(translator, deps.checklist, kind),
      }),
    ),
    ...{ lang: language?.tag, dir: language?.dir },
  }
}

interface Refused {
  readonly refused?: string
}

async function showStart(c: OfficeContext, deps: PlansOfficeDeps, { refused }: Refused): Promise<Response> {
  const { plan, town, frame } = await openToWrite(c, deps)
  const measures = await readMeasures(deps.database.db, plan.id)
  const taken = new Set(measures.flatMap(({ catalogue }) => catalogue ?? []))
  const now = {
    ...(await deps.checklistOf(town.id)),
    plan: { measures: taken, sections: new Set(measures.map(({ section }) => section)) },
  }
  const suggestions = suggestMeasures(deps.catalogue.measures, deps.checklist.kinds, now).slice(0, mostSuggested)
  const offered = new Set(suggestions.map(({ measure }) => measure.id))
  const rest = deps.catalogue.measures.filter(({ id }) => !offered.has(id) && !taken.has(id))
  const inSection = (section: Section) =>
    rest.filter((one) => one.section === section).map((measure) => choiceOf(c, deps, { measure, because: [] }))
  const props = {
    ...{ frame, refused, done: doneOf(c), plan: { id: plan.id, title: plan.facts.title } },
    suggested: suggestions.map((one) => choiceOf(c, deps, one)),
    others: sections
      .map((section) => ({ section, choices: inSection(section) }))
      .filter(({ choices }) => choices.length > 0),
    unreviewed: true,
  }
  return page(c, <StartPage {...props} />, refused === undefined ? 200 : 422)
}

/** In the language of the plan, or in English where the catalogue has none. */
function factsFromCatalogue(deps: PlansOfficeDeps, language: string, one: CatalogueMeasure): MeasureFacts {
  const words = deps.catalogue.words(language, one.id)
  const names = commonIndicators(deps, language)
  return measureFacts.parse({
    ...{ section: one.section, title: words?.title ?? one.id, what: words?.what ?? '', catalogue: one.id },
    ...{ articles: one.articles, kinds: one.kinds },
    indicators: one.indicators.map((common) => ({
      ...{ id: newId(), common, name: names.get(common) ?? common, unit: '' },
      ...{ baseline: null, target: null, values: [] },
    })),
  })
}

const nothingChosen = (c: OfficeContext) => ({ refused: c.get('translator').t('plans.error.nothingChosen') })

async function add(
  c: OfficeContext,
  deps: PlansOfficeDeps,
  { plan, town }: OpenPlan,
  measures: readonly { readonly id: string; readonly facts: MeasureFacts }[],
): Promise<Response> {
  if (!(await addMeasures(deps, c.get('act'), plan.id, measures))) throw notFound()
  return c.redirect(`${urls.townPlan(town, plan.id)}?done=added`, 303)
}

async function submitStart(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const open = await openToWrite(c, deps)
  const chosen = fieldTexts(await readForm(c.req.raw), 'measure').flatMap((id) => deps.catalogue.measure(id) ?? [])
  if (chosen.length === 0) return showStart(c, deps, nothingChosen(c))
  const { id, facts } = open.plan
  return add(
    c,
    deps,
    open,
    chosen.map((one) => ({ id: idFor(id, one.id), facts: factsFromCatalogue(deps, facts.language, one) })),
  )
}

interface Others extends Refused {
  readonly section?: string
}

async function showOthers(c: OfficeContext, deps: PlansOfficeDeps, { refused, section }: Others): Promise<Response> {
  const { plan, town, frame } = await openToWrite(c, deps)
  const asked = section ?? c.req.query('section')
  const chosen = sections.find((one) => one === asked) ?? 'prevention'
  const found = await sharedMeasures(deps.database.db, chosen, town.id)
  const towns = await deps.readTowns(deps.database.db, [...new Set(found.map(({ authority }) => authority))])
  const props = {
    ...{ frame, refused, section: chosen, plan: { id: plan.id, title: plan.facts.title } },
    shared: found.map(({ id, authority, language, title, what }) => {
      const of = towns.find((one) => one.id === authority)
      const known = deps.languages.byCode(language)
      return {
        ...{ id, title, what, town: of ? nameIn(c, of) : '' },
        ...{ lang: known?.tag ?? language, dir: known?.dir ?? ('ltr' as const) },
      }
    }),
  }
  return page(c, <OthersPage {...props} />, refused === undefined ? 200 : 422)
}

async function submitOthers(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const open = await openToWrite(c, deps)
  const fields = await readForm(c.req.raw)
  const section = sections.find((one) => one === fieldText(fields, 'section')) ?? 'prevention'
  const ids = new Set(fieldTexts(fields, 'measure'))
  const chosen = (await sharedMeasures(deps.database.db, section, open.town.id)).filter(({ id }) => ids.has(id))
  if (chosen.length === 0) return showOthers(c, deps, { ...nothingChosen(c), section })
  return add(
    c,
    deps,
    open,
    chosen.map(({ id, title, what, articles, kinds }) => ({
      id: idFor(open.plan.id, id),
      facts: measureFacts.parse({ section, title, what, articles, kinds }),
    })),
  )
}
