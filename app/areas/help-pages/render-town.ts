/** A town's page and the pages of its services, from published facts to markup. */
import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { absolute, urls } from '../../urls.ts'
import type { Authority, Country } from '../authorities/index.ts'
import type { SnapshotDocument } from '../checklist/index.ts'
import { guideIds } from '../guides/index.ts'
import { answerDays, readAnswers } from '../watching/index.ts'
import { chromeFor, readerFor } from './chrome.ts'
import { anyTown, type HelpPagesDeps, numbersOf } from './deps.ts'
import { forFrame, type HeadingLevel } from './frame/frame-rules.ts'
import { legalLink } from './legal-link.ts'
import { oembedLink } from './oembed/oembed-rules.ts'
import { kindPage } from './pages/kind-page.tsx'
import { servicePage } from './pages/service-page.tsx'
import { type TownPageProps, townPage } from './pages/town-page.tsx'
import { presentAnswers } from './present-answers.ts'
import { presentService } from './present-service.ts'
import { isFindable, presentKindPage, presentTown, reviewMonths, townName } from './present-town.ts'
import type { Reader } from './reader.ts'
import { structuredService, structuredServicePage, structuredTownPage } from './structured-data.ts'
import { type PublishedTown, readPublishedTown, readTownFacts, type TownFacts, withWordsOf } from './town-store.ts'

/** What the address of a page of a town names. */
export interface OpenedTown {
  readonly translator: Translator
  readonly country: Country
  readonly slug: string
  readonly town: TownFacts
}

/** From memory or read now. @throws {RequestFault} where the country has no town of that name. */
export function resolveTown(
  { towns, database, hasPlan }: HelpPagesDeps,
  country: Country,
  slug: string,
): Promise<TownFacts> {
  return towns.get(`${country.iso}/${slug}`, async () => {
    const found = await database.read((db) => readTownFacts(db, country.iso, slug))
    if (!found) throw notFound()
    if (!found.authority) return { value: found, dependsOn: [anyTown] }
    const { authority, town } = found
    const plan = await database.read((db) => hasPlan(db, authority.id))
    return { value: { ...found, town: { ...town, plan } }, dependsOn: town.dependsOn }
  })
}

/**
 * Asked for within the rendering: what changes from then on throws the page away, what was found before it might not.
 *
 * @throws {RequestFault} where the town is gone or has moved.
 */
export async function townToRender(deps: HelpPagesDeps, country: Country, slug: string) {
  const found = await resolveTown(deps, country, slug)
  if (found.movedTo) throw notFound()
  return found
}

export function readerOfTown(
  deps: Pick<HelpPagesDeps, 'site' | 'clock'>,
  translator: Translator,
  country: Country,
  authority: Authority,
  { nuts, schoolHolidays }: Pick<PublishedTown, 'nuts' | 'schoolHolidays'>,
): Reader {
  return readerFor(deps.site, translator, deps.clock.now(), {
    country,
    timeZone: authority.timeZone,
    official: [...authority.officialLanguages, ...country.officialLanguages],
    nuts,
    schoolHolidays,
  })
}

/** Markup of a town's page. Pure but for the clock: the same facts, language and minute give the same bytes. */
export function townHtml(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  authority: Authority,
  facts: PublishedTown,
  preview: false | 'own' | 'inherited',
): { html: string; validUntil: Temporal.Instant } {
  const reader = readerOfTown(deps, translator, country, authority, facts)
  const town = presentTown(reader, deps.checklist, authority, facts)
  const chrome = chromeFor(deps.site, reader, country, (lang) => urls.town(lang, authority))
  const languages = deps.site.i18n.offered.map(({ tag }) => tag)
  const jsonLd = town.findable ? structuredTownPage(reader, deps.site.baseUrl, authority, languages) : undefined
  const shared = town.findable && !preview
  const picture = shared ? absolute(deps.site.baseUrl, urls.townShare(translator.language, authority)) : undefined
  const guides = guideLinks(deps, translator, country)
  const childrenHref = urls.children(translator.language, authority)
  const kindHref = (kind: string) =>
    preview === 'own'
      ? urls.officePreviewKind(authority, translator.language, kind)
      : urls.townKind(translator.language, authority, kind)
  return {
    html: townPage({
      chrome,
      reader,
      town,
      place: authority,
      childrenHref,
      guides,
      planHref: planLink(translator, authority, facts),
      jsonLd,
      picture,
      preview: preview !== false,
      kindHref,
    }),
    validUntil: town.validUntil,
  }
}

/** Where the plan stands that counts today. */
const planLink = ({ language }: Translator, place: Authority, { plan }: PublishedTown): string | undefined =>
  plan ? urls.plan(language, place) : undefined

/** Of which services a page is, where it is not of all. */
export interface KindAsked {
  readonly kind: string
  /** Of the page, beginning with 1. */
  readonly number: number
}

/** As `townHtml`. @throws {RequestFault} where no service of the kind serves the town. */
function kindHtml(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  authority: Authority,
  facts: PublishedTown,
  asked: KindAsked,
  preview: boolean,
): { html: string; validUntil: Temporal.Instant } {
  const reader = readerOfTown(deps, translator, country, authority, facts)
  const kind = presentKindPage(reader, deps.checklist, authority, facts, asked)
  if (!kind) throw notFound()
  const { language } = translator
  const href = (page: number) =>
    preview
      ? urls.officePreviewKind(authority, language, asked.kind, page)
      : urls.townKind(language, authority, asked.kind, page)
  const html = kindPage({
    chrome: chromeFor(deps.site, reader, country, (lang) => urls.townKind(lang, authority, asked.kind, kind.number)),
    reader,
    place: authority,
    kind,
    townHref: preview ? urls.officePreview(authority, language) : urls.town(language, authority),
    href,
    preview,
  })
  return { html, validUntil: kind.validUntil }
}

export function guideLinks(
  deps: Pick<HelpPagesDeps, 'guides'>,
  { language }: Translator,
  country: Country | undefined,
) {
  return guideIds.map((id) => {
    const { texts } = deps.guides[id]
    const text = Object.entries(texts).find(([code]) => code === language)?.[1] ?? texts.en
    return { href: urls.guide(language, id, country?.iso), title: text.title }
  })
}

export async function renderTown(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  slug: string,
): Promise<RenderedPage> {
  const { authority, town: facts } = await townToRender(deps, country, slug)
  const { html, validUntil } = townHtml(deps, translator, country, authority, facts, false)
  const headers = { link: oembedLinkOf(deps, urls.town(translator.language, authority)) }
  return { html, status: 200, headers, dependsOn: [...facts.dependsOn, numbersOf(country.iso)], validUntil }
}

/** @param page its path. */
const oembedLinkOf = ({ site: { baseUrl } }: HelpPagesDeps, page: string): string =>
  oembedLink(absolute(baseUrl, urls.oembed(absolute(baseUrl, page))))

/** What a page within the town's own website shows. */
export interface WithinAnother {
  readonly authority: Authority
  readonly published: PublishedTown['published']
  readonly props: TownPageProps
  readonly validUntil: Temporal.Instant
  readonly dependsOn: readonly string[]
}

/**
 * The town's page for its own website: the same facts for the same components.
 *
 * @param pathIn where it stands in another language. @throws {RequestFault} as `townToRender`.
 */
export async function townWithin(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  slug: string,
  pathIn: (lang: string, authority: Authority) => string,
): Promise<WithinAnother> {
  const { authority, town: facts } = await townToRender(deps, country, slug)
  const reader = readerOfTown(deps, translator, country, authority, facts)
  const town = presentTown(reader, deps.checklist, authority, facts)
  const { language } = translator
  const chrome = chromeFor(deps.site, reader, country, (lang) => pathIn(lang, authority))
  const props: TownPageProps = {
    chrome: { ...chrome, framed: true, alternates: [], canonical: deps.site.baseUrl + urls.town(language, authority) },
    reader,
    town,
    place: authority,
    childrenHref: urls.children(language, authority),
    guides: guideLinks(deps, translator, country),
    planHref: planLink(translator, authority, facts),
    jsonLd: undefined,
    preview: false,
    kindHref: (kind) => urls.townKind(language, authority, kind),
  }
  const dependsOn = [...facts.dependsOn, numbersOf(country.iso)]
  return { authority, published: facts.published, props, validUntil: town.validUntil, dependsOn }
}

/** As a frame. */
export async function renderFrame(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  slug: string,
  heading: HeadingLevel,
): Promise<RenderedPage> {
  const pathIn = (lang: string, authority: Authority) => urls.embed(authority, { lang, heading })
  const { props, authority, dependsOn, validUntil } = await townWithin(deps, translator, country, slug, pathIn)
  const headers = { link: oembedLinkOf(deps, urls.embed(authority, { lang: translator.language, heading })) }
  return { html: forFrame(townPage(props), heading), status: 200, headers, dependsOn, validUntil }
}

/** @throws {RequestFault} where no service of the kind serves the town. */
export async function renderKind(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  slug: string,
  asked: KindAsked,
): Promise<RenderedPage> {
  const { authority, town: facts } = await townToRender(deps, country, slug)
  const { html, validUntil } = kindHtml(deps, translator, country, authority, facts, asked, false)
  return { html, status: 200, dependsOn: [...facts.dependsOn, numbersOf(country.iso)], validUntil }
}

/** @throws {RequestFault} where no such service serves the town. */
export async function renderService(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  slug: string,
  id: string,
): Promise<RenderedPage> {
  const { authority, town: facts } = await townToRender(deps, country, slug)
  const effective = facts.services.find((each) => each.service.id === id)
  if (!effective) throw notFound()
  const reader = readerOfTown(deps, translator, country, authority, facts)
  const service = presentService(reader, effective, reviewMonths(deps.checklist, effective.service.kinds))
  const { answers, validUntil } = await answersOn(deps, reader, id)
  const legal = await legalLink(deps, translator, country)
  const html = servicePage({
    chrome: chromeFor(deps.site, reader, country, (lang) => urls.service(lang, authority, id)),
    reader,
    town: {
      name: townName(authority, translator.language),
      href: urls.town(translator.language, authority),
      demonstration: authority.demonstration,
      findable: isFindable(authority, facts),
    },
    service,
    wordsBy: effective.wordsBy && (effective.wordsBy.names[translator.language] ?? effective.wordsBy.name),
    answers,
    legalHref: legal.topics.includes('age-to-go-alone') ? `${legal.href}#age-to-go-alone` : undefined,
    wrongHref: urls.serviceWrong(translator.language, authority, id),
    jsonLd: structuredServicePage(structuredService(reader, deps.site.baseUrl, authority, effective)),
  })
  return {
    html,
    status: 200,
    dependsOn: [...facts.dependsOn, numbersOf(country.iso), legal.dependsOn],
    validUntil: earliest(service.hours.validUntil, validUntil),
  }
}

/** What became of what readers said, and until when that is all there is to say. */
async function answersOn(deps: HelpPagesDeps, reader: Reader, service: string) {
  const days = (count: number) => Temporal.Duration.from({ hours: 24 * count })
  const shown = await deps.database.read((db) => readAnswers(db, service, reader.now.subtract(days(answerDays))))
  const oldest = shown.at(-1)
  return { answers: presentAnswers(reader, shown), validUntil: oldest?.at.add(days(answerDays)) }
}

const earliest = (one: Temporal.Instant, other: Temporal.Instant | undefined) =>
  other && Temporal.Instant.compare(other, one) < 0 ? other : one

/**
 * The page as it would be if the draft were published now: the very function that renders the public one.
 *
 * @param ending ids of services of merged towns that publishing would take off the page.
 * @param asked a page of one kind instead of the town's. @throws {RequestFault} where no service is of that kind.
 */
export async function renderPreview(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  authority: Authority,
  draft: SnapshotDocument,
  ending: ReadonlySet<string>,
  asked?: KindAsked,
): Promise<string> {
  const owner = { id: authority.id, kind: authority.kind, name: authority.name, names: authority.names }
  const { facts, own } = await deps.database.read(async (db) => {
    const town = await readPublishedTown(db, authority, { from: 'others' })
    const drafted = draft.services
      .filter(({ serves }) => serves.length === 0 || serves.some((id) => town.areas.includes(id)))
      .map((service) => ({ service, owner, own: true }))
    return { facts: town, own: await withWordsOf(db, drafted) }
  })
  const inherited = facts.services.filter((each) => !ending.has(each.service.id))
  const published = {
    version: draft.version,
    at: Temporal.Instant.from(draft.publishedAt),
    introduction: draft.introduction,
    answers: draft.answers,
  }
  const plan = await deps.database.read((db) => deps.hasPlan(db, authority.id))
  const preview = { ...facts, published, plan, services: [...own, ...inherited] }
  return asked
    ? kindHtml(deps, translator, country, authority, preview, asked, true).html
    : townHtml(deps, translator, country, authority, preview, 'own').html
}
