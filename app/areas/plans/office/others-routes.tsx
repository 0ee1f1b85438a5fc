/** Measures that other towns share: found by article, kind and language, and copied. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { fieldText, fieldTexts, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { languageName, writtenIn } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import { kindName } from '../../checklist/index.ts'
import { OthersPage } from '../pages/others-page.tsx'
import { readNewest } from '../published-store.ts'
import { type Measure, measureFacts, type PlanFacts, type Section, sections } from '../schema.ts'
import { type SharedAsked, type SharedMeasure, sharedByIds, sharedLanguages, sharedMeasures } from '../shared-store.ts'
import { addChosen, articleAsked, articleFilter, idFor, nothingChosen } from './choose-measures.ts'
import { commonIndicators } from './measure-routes.tsx'
import type { PlansOfficeDeps } from './office-deps.ts'
import { nameIn, type OfficeContext, onePath, openToWrite, page } from './office-request.ts'

export function othersRoutes(deps: PlansOfficeDeps): Route<AppEnv>[] {
  const path = `${onePath}/others`
  const permission = 'plans.write'
  return [
    { method: 'GET', path, permission, audit: 'plans.others', handle: (c) => showOthers(c, deps, {}) },
    { method: 'POST', path, permission, audit: 'plans.take-measures', handle: (c) => submitOthers(c, deps) },
  ]
}

interface Others {
  readonly refused?: string
  readonly section?: Section
}

function askedOf(c: OfficeContext, deps: PlansOfficeDeps, { section }: Others): SharedAsked {
  const { kind, language, page: number = '1', section: typed } = c.req.query()
  return {
    section: section ?? sections.find((one) => one === typed) ?? 'prevention',
    article: articleAsked(c, deps),
    kind: deps.checklist.kinds.find(({ id }) => id === kind)?.id,
    language: language === '' ? undefined : language,
    page: /^[1-9]\d{0,3}$/.test(number) ? Number(number) : 1,
  }
}

function filtersOf(c: OfficeContext, deps: PlansOfficeDeps, asked: SharedAsked, languages: readonly string[]) {
  const translator = c.get('translator')
  const { t, tag } = translator
  return [
    articleFilter(c, deps, asked.article, t('plans.others.article')),
    {
      ...{ name: 'kind', label: t('plans.others.kind'), value: asked.kind ?? '' },
      items: [
        { value: '', text: t('plans.others.anyKind') },
        ...deps.checklist.kinds.map(({ id }) => ({ value: id, text: kindName(translator, deps.checklist, id) })),
      ],
    },
    {
      ...{ name: 'language', label: t('plans.others.language'), value: asked.language ?? '' },
      items: [
        { value: '', text: t('plans.others.anyLanguage') },
        ...languages.map((code) => ({ value: code, text: languageName(tag, deps.languages, code) })),
      ],
    },
  ]
}

async function sharedViews(c: OfficeContext, deps: PlansOfficeDeps, plan: PlanFacts, found: readonly SharedMeasure[]) {
  const { t, tag } = c.get('translator')
  const towns = await deps.readTowns(deps.database.db, [...new Set(found.map(({ authority }) => authority))])
  const named = (code: string) => languageName(tag, deps.languages, code)
  return found.map(({ id, authority, language, title, what }) => {
    const of = towns.find((one) => one.id === authority)
    const other = language !== plan.language
    return {
      ...{ id, title, what, town: of ? nameIn(c, of) : '', ...writtenIn(deps.languages, language) },
      note: other ? t('plans.others.translate', { language: named(language), own: named(plan.language) }) : '',
    }
  })
}

async function showOthers(c: OfficeContext, deps: PlansOfficeDeps, others: Others): Promise<Response> {
  const { plan, town, frame } = await openToWrite(c, deps)
  const { db } = deps.database
  const asked = askedOf(c, deps, others)
  const { measures, more } = await sharedMeasures(db, asked, town.id)
  const props = {
    ...{ frame, refused: others.refused, section: asked.section, plan: { id: plan.id, title: plan.facts.title } },
    filters: filtersOf(c, deps, asked, await sharedLanguages(db, town.id)),
    filtered: asked.article !== undefined || asked.kind !== undefined || asked.language !== undefined,
    pages: { number: asked.page, count: asked.page + (more ? 1 : 0) },
    shared: await sharedViews(c, deps, plan.facts, measures),
  }
  return page(c, <OthersPage {...props} />, others.refused === undefined ? 200 : 422)
}

/** What is counted alike everywhere comes along, without anybody else's figures. */
async function indicatorsOf(
  deps: PlansOfficeDeps,
  language: string,
  one: SharedMeasure,
): Promise<Measure['indicators']> {
  const document = (await readNewest(deps.database.db, one.plan))?.document
  const measure = document?.measures.find(({ id }) => id === one.id)
  const names = commonIndicators(deps, language)
  return (measure?.indicators ?? []).flatMap(({ common }) =>
    common === null
      ? []
      : {
          ...{ id: newId(), common, name: names.get(common) ?? common },
          unit: '',
          baseline: null,
          target: null,
          values: [],
        },
  )
}

async function submitOthers(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const open = await openToWrite(c, deps)
  const fields = await readForm(c.req.raw)
  const section = sections.find((one) => one === fieldText(fields, 'section')) ?? 'prevention'
  const ids = fieldTexts(fields, 'measure').filter((id) => z.uuid().safeParse(id).success)
  const chosen = await sharedByIds(deps.database.db, ids, open.town.id)
  if (chosen.length === 0) return showOthers(c, deps, { ...nothingChosen(c), section })
  const { id: plan, facts } = open.plan
  const copies = await Promise.all(
    chosen.map(async (one) => {
      const { title, what, articles, kinds } = one
      // It stays in its language until somebody has translated it and says so.
      const language = one.language === facts.language ? null : one.language
      const indicators = await indicatorsOf(deps, facts.language, one)
      return {
        id: idFor(plan, one.id),
        facts: measureFacts.parse({ section: one.section, title, what, language, articles, kinds, indicators }),
      }
    }),
  )
  return addChosen(c, deps, open, copies, urls.townPlan(open.town, plan))
}
