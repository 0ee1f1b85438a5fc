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
import { type PlanVersion, type PublishedPlan, publishedPlansOf, readVersion, versionsOf } from '../published-store.ts'
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
  const today = dayIn(place.authority, deps.clock.now())
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

interface AskedPlan {
  /** Undefined: the plan that counts today. */
  readonly id: string | undefined
  /** Undefined: the newest. */
  readonly version: number | undefined
  readonly view: PlanView
}

const dayIn = ({ timeZone }: Authority, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** Where what is shown stands, put together in another way or in another language. */
function pathOf(
  { authority, plan }: Shown,
  { id, version, view }: AskedPlan,
  lang: string,
  by: PlanView = view,
): string {
  if (id === undefined) return urls.plan(lang, authority, by)
  const path =
    version === undefined ? urls.planOne(lang, authority, plan.id) : urls.planVersion(lang, authority, plan.id, version)
  return `${path}${by === 'p' ? '' : `?by=${by}`}`
}

/** What the town has reported: whether for today's cycle, and all that it has given. */
async function reportsOf(deps: PlanPagesDeps, { translator, authority }: Shown, today: string) {
  const { language } = translator
  const now = await deps.database.read((db) => deps.reportNow(db, authority.id, today))
  const given = await deps.database.read((db) => deps.reportsGiven(db, authority.id))
  return {
    report: now && {
      givenOn: now.givenAt && dayIn(authority, now.givenAt),
      href: urls.planReport(language, authority, now.cycle),
    },
    reports: given.map(({ cycle, givenAt }) => ({
      ...{ cycle, on: dayIn(authority, givenAt), href: urls.planReport(language, authority, cycle) },
    })),
  }
}

async function linksOf(deps: PlanPagesDeps, shown: Shown, asked: AskedPlan, found: PlanVersion) {
  const { translator, authority, plan, plans } = shown
  const { language } = translator
  return {
    townHref: urls.town(language, authority),
    together: await carriers(deps, translator, found.document.authorities, authority.id),
    views: (['p', 'article', 'year'] as const).map((view) => ({ view, href: pathOf(shown, asked, language, view) })),
    fullHref: pathOf(shown, asked, language, 'p'),
    changesHref: urls.planChanges(language, authority, plan.id, asked.version),
    newestHref: asked.version === undefined ? undefined : urls.planOne(language, authority, plan.id),
    others: plans
      .filter(({ id }) => id !== plan.id)
      .map(({ id, starts, ends }) => ({ href: urls.planOne(language, authority, id), starts, ends })),
  }
}

export async function renderPlan(deps: PlanPagesDeps, place: PlanPlace, asked: AskedPlan): Promise<RenderedPage> {
  const shown = await shownPlan(deps, place, asked.id)
  const { translator, authority, plan } = shown
  const found = await deps.database.read((db) => readVersion(db, plan.id, asked.version ?? plan.version))
  if (!found) throw notFound()
  const { reader, chrome } = frameOf(deps, place, (lang) => pathOf(shown, asked, lang))
  const { document } = found
  const publishedOn = dayIn(authority, found.publishedAt)
  const today = dayIn(authority, deps.clock.now())
  // An earlier version says what was true on its own day.
  const on = { town: authority, today: asked.version === undefined ? today : publishedOn }
  const measures = inOrder(document.measures)
  const props: PlanPublicPageProps = {
    ...{ chrome, publishedOn, town: nameIn(authority, translator.language), view: asked.view },
    ...{ facts: document.plan, words: reader.languageOf(document.plan.language), version: found.version },
    demonstration: authority.demonstration,
    states: measures.map(({ state }) => state),
    measures: (await presentMeasures(deps, shown, on.today, measures)).map((view, index) => ({
      ...view,
      words: reader.languageOf(measures[index]?.language ?? document.plan.language),
    })),
    groups: groupsOf(deps, translator, measures, asked.view),
    ...(await linksOf(deps, shown, asked, found)),
    ...(await reportsOf(deps, shown, today)),
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
  today: string,
  measures: readonly Measure[],
): Promise<Omit<MeasureView, 'words'>[]> {
  const practices = await deps.database.read((db) => deps.practicesOf(db, plan.id, translator.language))
  return measures.map((one) => ({
    ...presentMeasure(deps, translator, { town: authority, today, plan: plan.id }, one),
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
  const dayOf = (at: Temporal.Instant) => dayIn(authority, at)
  const pathIn = (lang: string) => urls.planChanges(lang, authority, plan.id, asked.version)
  const { reader, chrome } = frameOf(deps, place, pathIn)
  const html = changesPage({
    ...{ chrome, town: nameIn(authority, language), title: after.document.plan.title },
    demonstration: authority.demonstration,
    words: reader.languageOf(after.document.plan.language),
    planHref: urls.planOne(language, authority, plan.id),
    wholeHref: urls.planVersion(language, authority, plan.id, after.version),
    version: after.version,
    publishedOn: dayOf(after.publishedAt),
    first: before === undefined,
    changes: presentDifference(
      { translator, checklist: deps.checklist, nameOf, languageOf: (code) => reader.languageOf(code) },
      difference,
    ),
    versions: versions.map(({ version, publishedAt }) => ({
      version,
      on: dayOf(publishedAt),
      href: urls.planChanges(language, authority, plan.id, version),
    })),
  })
  const dependsOn = [...new Set([authority.id, ...ids, numbersOf(place.country.iso)])]
  return { html, status: 200, dependsOn, validUntil: undefined }
}
