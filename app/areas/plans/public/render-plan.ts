/** The public pages of a plan, from published facts to markup. */
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { apart } from '../../../ui/lists.ts'
import type { PlanView } from '../../../urls/plan-urls.ts'
import { urls } from '../../../urls.ts'
import { type Authority, type Country, nameIn } from '../../authorities/index.ts'
import { chromeFor, numbersOf, readerFor } from '../../help-pages/index.ts'
import { planDifference } from '../difference-rules.ts'
import { currentPlan, inOrder } from '../plan-rules.ts'
import { presentDifference } from '../present-difference.ts'
import {
  type PlanVersion,
  type PublishedPlan,
  publishedPlansOf,
  readNewest,
  readVersion,
  versionsOf,
} from '../published-store.ts'
import type { Measure } from '../schema.ts'
import type { PlanPagesDeps, PracticeOfMeasure } from './deps.ts'
import { changesPage } from './pages/changes-page.tsx'
import { type PlanPublicPageProps, planPublicPage } from './pages/plan-public-page.tsx'
import { groupsOf, type MeasureView, presentMeasure } from './present-measure.ts'

export interface PlanPlace {
  readonly translator: Translator
  readonly country: Country
  readonly authority: Authority
}

interface Shown extends PlanPlace {
  readonly plans: readonly PublishedPlan[]
  readonly plan: PublishedPlan
}

/** @throws RequestFault not-found where the town has published no such plan. */
async function shownPlan(deps: PlanPagesDeps, place: PlanPlace, id: string | undefined): Promise<Shown> {
  const plans = await deps.database.read((db) => publishedPlansOf(db, place.authority.id))
  const today = deps.clock.now().toZonedDateTimeISO(place.authority.timeZone).toPlainDate().toString()
  const plan = id === undefined ? currentPlan(plans, today) : plans.find((one) => one.id === id)
  if (!plan) throw notFound()
  return { ...place, plans, plan }
}

function frameOf(deps: PlanPagesDeps, { translator, country, authority }: PlanPlace, pathIn: (lang: string) => string) {
  const reader = readerFor(deps.site, translator, deps.clock.now(), {
    country,
    timeZone: authority.timeZone,
    official: [...authority.officialLanguages, ...country.officialLanguages],
  })
  return { reader, chrome: chromeFor(deps.site, reader, country, pathIn) }
}

async function carriers(deps: PlanPagesDeps, translator: Translator, ids: readonly string[], own: string) {
  const found = await deps.database.read((db) => deps.readAuthorities(db, ids))
  return ids
    .flatMap((id) => found.find((one) => one.id === id) ?? [])
    .filter(({ id }) => id !== own)
    .map((one) => ({
      name: nameIn(one, translator.language),
      href: one.status === 'active' ? urls.town(translator.language, one) : undefined,
    }))
}

/** @param id undefined: the plan that counts today. */
export async function renderPlan(
  deps: PlanPagesDeps,
  place: PlanPlace,
  asked: { readonly id: string | undefined; readonly view: PlanView },
): Promise<RenderedPage> {
  const shown = await shownPlan(deps, place, asked.id)
  const { translator, authority, plan, plans } = shown
  const { language } = translator
  const newest = await deps.database.read((db) => readNewest(db, plan.id))
  if (!newest) throw notFound()
  const pathIn = (lang: string, view: PlanView = asked.view) =>
    asked.id === undefined
      ? urls.plan(lang, authority, view)
      : `${urls.planOne(lang, authority, plan.id)}${view === 'p' ? '' : `?by=${view}`}`
  const { reader, chrome } = frameOf(deps, place, (lang) => pathIn(lang))
  const { document } = newest
  const today = deps.clock.now().toZonedDateTimeISO(authority.timeZone).toPlainDate().toString()
  const report = await deps.database.read((db) => deps.reportNow(db, authority.id, today))
  const words = reader.languageOf(document.plan.language)
  const measures = inOrder(document.measures)
  const props: PlanPublicPageProps = {
    ...{ chrome, town: nameIn(authority, language), townHref: urls.town(language, authority) },
    ...{ facts: document.plan, words, view: asked.view, demonstration: authority.demonstration },
    version: newest.version,
    publishedOn: newest.publishedAt.toZonedDateTimeISO(authority.timeZone).toPlainDate().toString(),
    together: await carriers(deps, translator, document.authorities, authority.id),
    states: measures.map(({ state }) => state),
    views: (['p', 'article', 'year'] as const).map((view) => ({ view, href: pathIn(language, view) })),
    measures: await presentMeasures(deps, shown, measures),
    groups: groupsOf(deps, translator, measures, asked.view),
    fullHref: pathIn(language, 'p'),
    changesHref: urls.planChanges(language, authority, plan.id),
    report: report && {
      givenOn: report.givenAt?.toZonedDateTimeISO(authority.timeZone).toPlainDate().toString(),
      href: urls.planReport(language, authority, report.cycle),
    },
    others: plans
      .filter(({ id }) => id !== plan.id)
      .map(({ id, starts, ends }) => ({ href: urls.planOne(language, authority, id), starts, ends })),
  }
  return {
    html: planPublicPage(props),
    status: 200,
    dependsOn: [
      ...new Set([
        authority.id,
        ...document.authorities,
        numbersOf(place.country.iso),
        deps.cyclesTag,
        deps.practicesTag,
      ]),
    ],
    // Another plan may begin to count tomorrow.
    validUntil: nextDay(deps, authority),
  }
}

const practiceLinks = (
  { language, t }: Translator,
  practices: readonly PracticeOfMeasure[],
  measure: string,
): MeasureView['practices'] =>
  practices
    .filter((one) => one.measure === measure)
    .map(({ id, title, town }) => ({
      text: t('plans.public.practice', { title: apart(title), town: apart(town.names[language] ?? town.name) }),
      href: urls.practice(language, id),
    }))

/** With what towns tell of each as good practice. */
async function presentMeasures(
  deps: PlanPagesDeps,
  { translator, authority, plan }: Shown,
  measures: readonly Measure[],
): Promise<MeasureView[]> {
  const practices = await deps.database.read((db) => deps.practicesOf(db, plan.id))
  return measures.map((one) => ({
    ...presentMeasure(deps, translator, authority, one),
    practices: practiceLinks(translator, practices, one.id),
  }))
}

function nextDay({ clock }: PlanPagesDeps, { timeZone }: Authority): Temporal.Instant {
  return clock.now().toZonedDateTimeISO(timeZone).add({ days: 1 }).startOfDay().toInstant()
}

async function pairOf(
  deps: PlanPagesDeps,
  plan: string,
  version: number,
): Promise<{ readonly before: PlanVersion | undefined; readonly after: PlanVersion }> {
  return deps.database.read(async (db) => {
    const after = await readVersion(db, plan, version)
    if (!after) throw notFound()
    return { before: version > 1 ? await readVersion(db, plan, version - 1) : undefined, after }
  })
}

/** What a version changed. @param version undefined: the newest. */
export async function renderChanges(
  deps: PlanPagesDeps,
  place: PlanPlace,
  asked: { readonly id: string; readonly version: number | undefined },
): Promise<RenderedPage> {
  const shown = await shownPlan(deps, place, asked.id)
  const { translator, authority, plan } = shown
  const { language } = translator
  const { before, after } = await pairOf(deps, plan.id, asked.version ?? plan.version)
  const ids = [...new Set([...after.document.authorities, ...(before?.document.authorities ?? [])])]
  const named = await deps.database.read((db) => deps.readAuthorities(db, ids))
  const nameOf = (id: string) => {
    const found = named.find((one) => one.id === id)
    return found ? nameIn(found, language) : ''
  }
  const difference = planDifference(before?.document, after.document)
  const versions = await deps.database.read((db) => versionsOf(db, plan.id))
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(authority.timeZone).toPlainDate().toString()
  const pathIn = (lang: string) => urls.planChanges(lang, authority, plan.id, asked.version)
  const { reader, chrome } = frameOf(deps, place, pathIn)
  const html = changesPage({
    ...{ chrome, town: nameIn(authority, language), title: after.document.plan.title },
    demonstration: authority.demonstration,
    words: reader.languageOf(after.document.plan.language),
    planHref: urls.planOne(language, authority, plan.id),
    version: after.version,
    publishedOn: dayOf(after.publishedAt),
    first: before === undefined,
    changes: presentDifference({ translator, checklist: deps.checklist, nameOf }, difference),
    versions: versions.map(({ version, publishedAt }) => ({
      version,
      on: dayOf(publishedAt),
      href: urls.planChanges(language, authority, plan.id, version),
    })),
  })
  const dependsOn = [...new Set([authority.id, ...ids, numbersOf(place.country.iso)])]
  return { html, status: 200, dependsOn, validUntil: undefined }
}
