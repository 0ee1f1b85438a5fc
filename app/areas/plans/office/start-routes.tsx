/** Starting points of a plan: the catalogue, with what the town's own checklist lacks first. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { fieldTexts, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { withCommas } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import { kindName } from '../../checklist/index.ts'
import type { CatalogueMeasure } from '../catalogue-data.ts'
import { type StartChoice, StartPage } from '../pages/start-page.tsx'
import { readMeasures } from '../plan-store.ts'
import { type MeasureFacts, measureFacts, type Section, sections } from '../schema.ts'
import { type Suggestion, suggestMeasures } from '../suggest-rules.ts'
import { addChosen, articleAsked, articleFilter, idFor, nothingChosen } from './choose-measures.ts'
import { commonIndicators } from './measure-routes.tsx'
import type { PlansOfficeDeps } from './office-deps.ts'
import { doneOf, type OfficeContext, onePath, openToWrite, page } from './office-request.ts'

/** As many as somebody reads at once. */
const mostSuggested = 12

export function startRoutes(deps: PlansOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'plans.write' } as const
  const post = { method: 'POST', permission: 'plans.write' } as const
  return [
    { ...get, path: `${onePath}/start`, audit: 'plans.start', handle: (c) => showStart(c, deps, {}) },
    { ...post, path: `${onePath}/start`, audit: 'plans.add-measures', handle: (c) => submitStart(c, deps) },
  ]
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
    articles:
      measure.articles.length === 0
        ? ''
        : translator.t('plans.start.articles', {
            ...{ count: measure.articles.length, numbers: withCommas(translator.tag, measure.articles.map(String)) },
          }),
    sources: measure.sources.flatMap((id) => deps.catalogue.source(id) ?? []),
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
  const article = articleAsked(c, deps)
  const wanted = deps.catalogue.measures.filter((one) => article === undefined || one.articles.includes(article))
  const suggestions = suggestMeasures(wanted, deps.checklist.kinds, now).slice(0, mostSuggested)
  const offered = new Set(suggestions.map(({ measure }) => measure.id))
  const rest = wanted.filter(({ id }) => !offered.has(id) && !taken.has(id))
  const inSection = (section: Section) =>
    rest.filter((one) => one.section === section).map((measure) => choiceOf(c, deps, { measure, because: [] }))
  const props = {
    ...{ frame, refused, done: doneOf(c), plan: { id: plan.id, title: plan.facts.title } },
    suggested: suggestions.map((one) => choiceOf(c, deps, one)),
    others: sections
      .map((section) => ({ section, choices: inSection(section) }))
      .filter(({ choices }) => choices.length > 0),
    unreviewed: true,
    filter: articleFilter(c, deps, article, c.get('translator').t('plans.start.byArticle')),
  }
  return page(c, <StartPage {...props} />, refused === undefined ? 200 : 422)
}

/** In the language of the plan, or in English where the catalogue has none. */
function factsFromCatalogue(deps: PlansOfficeDeps, language: string, one: CatalogueMeasure): MeasureFacts {
  const words = deps.catalogue.words(language, one.id)
  const names = commonIndicators(deps, language)
  return measureFacts.parse({
    language: words && words.language !== language ? words.language : null,
    ...{ section: one.section, title: words?.title ?? one.id, what: words?.what ?? '', catalogue: one.id },
    ...{ articles: one.articles, kinds: one.kinds },
    indicators: one.indicators.map((common) => ({
      ...{ id: newId(), common, name: names.get(common) ?? common, unit: '' },
      ...{ baseline: null, target: null, values: [] },
    })),
  })
}

async function submitStart(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const open = await openToWrite(c, deps)
  const chosen = fieldTexts(await readForm(c.req.raw), 'measure').flatMap((id) => deps.catalogue.measure(id) ?? [])
  if (chosen.length === 0) return showStart(c, deps, nothingChosen(c))
  const { id, facts } = open.plan
  const copies = chosen.map((one) => ({ id: idFor(id, one.id), facts: factsFromCatalogue(deps, facts.language, one) }))
  return addChosen(c, deps, open, copies, urls.townPlan(open.town, id))
}
