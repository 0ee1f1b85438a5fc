/** Everything the page of a town says, in words. */
import { inSentence } from '../../ui/lists.ts'
import type { Authority, Parts } from '../authorities/index.ts'
import type { Answer, Checklist } from '../checklist/index.ts'
import { type EffectiveService, effectivePage, type KindOnPage, servicesOfKind } from './effective-page.ts'
import { type ShownText, shownText } from './local-text.ts'
import type { NeedId } from './needs.ts'
import { presentService, type ServiceView } from './present-service.ts'
import { longDate, midnight, type Reader } from './reader.ts'
import type { Inherited, PublishedTown } from './town-store.ts'

export interface KindView {
  readonly id: string
  readonly title: string
  readonly status: string | undefined
  readonly answer:
    | {
        readonly words: string
        readonly given: string
        readonly note: ShownText | undefined
        readonly deadEnd: boolean
      }
    | undefined
  readonly services: readonly ServiceView[]
  readonly alsoHere: readonly { readonly id: string; readonly name: ShownText }[]
  /** How many there are; undefined where all stand here. */
  readonly all: number | undefined
}

export interface TownView {
  readonly name: string
  readonly demonstration: boolean
  readonly lookedAfter: boolean
  /** For search engines. */
  readonly findable: boolean
  readonly introduction: ShownText | undefined
  /** It has become several: its page says which, for whoever has the old address. */
  readonly ended: boolean
  readonly parts: { readonly text: string; readonly towns: readonly Authority[] } | undefined
  /** That what stands here was published by towns whose place it has taken, or of which it was a part. */
  readonly inherited: readonly string[]
  /** The one language, other than the reader's, that all services are shown in; told once above them. */
  readonly foreignLanguage: string | undefined
  readonly needs: readonly {
    readonly id: NeedId
    readonly title: string
    readonly about: string | undefined
    readonly kinds: readonly KindView[]
  }[]
  readonly duties: readonly KindView[]
  readonly published: string | undefined
  /** Until then every word of the page is true: opening hours, dates. */
  readonly validUntil: Temporal.Instant
  readonly services: readonly EffectiveService[]
}

/** Needs whose title a frightened reader wants a sentence with; the others say it all. */
const toldNeeds = ['talk', 'danger', 'worried', 'online'] as const
const told = (need: NeedId): need is (typeof toldNeeds)[number] => toldNeeds.some((each) => each === need)

export function townName(authority: Authority, language: string): string {
  return authority.names[language] ?? authority.name
}

export function presentTown(reader: Reader, checklist: Checklist, authority: Authority, town: PublishedTown): TownView {
  const { t } = reader.translator
  const duties = checklist.kinds.filter((kind) => kind.duty).map((kind) => kind.id)
  const page = effectivePage(duties, answersOf(town), town.services)
  const kinds = [...page.needs.flatMap((need) => need.kinds), ...page.duties]
  const services = presentServices(
    reader,
    checklist,
    kinds.flatMap((kind) => [...kind.services, ...kind.alsoHere]),
  )
  const kindView = (kind: KindOnPage) => presentKind(reader, kind, services)
  return {
    name: townName(authority, reader.translator.language),
    demonstration: authority.demonstration,
    lookedAfter: isLookedAfter(town),
    findable: isFindable(authority, town),
    introduction: town.published && shownText(town.published.introduction, reader.order),
    ended: authority.status === 'split',
    parts: town.parts && presentParts(reader, authority, town.parts),
    inherited: town.inherited ? inheritedTexts(reader, town.inherited) : [],
    foreignLanguage: foreignLanguage(reader, [...services.values()]),
    needs: page.needs.map(({ need, kinds }) => ({
      id: need,
      title: t(`need.${need}`),
      about: told(need) ? t(`need.${need}.about`) : undefined,
      kinds: kinds.map(kindView),
    })),
    duties: page.duties.map(kindView),
    published: town.published && publishedText(reader, town.published),
    validUntil: validUntil(reader, [...services.values()]),
    services: page.services,
  }
}

export interface KindPageView extends KindView {
  readonly town: string
  readonly demonstration: boolean
  readonly findable: boolean
  readonly foreignLanguage: string | undefined
  /** Of the page, beginning with 1. */
  readonly number: number
  readonly pages: number
  readonly validUntil: Temporal.Instant
}

const servicesOnKindPage = 50

/**
 * A part of all services of one kind.
 *
 * @param number of the part, beginning with 1; the last one instead of those after it.
 * @returns undefined where no service of the kind serves the town.
 */
export function presentKindPage(
  reader: Reader,
  checklist: Checklist,
  authority: Authority,
  town: PublishedTown,
  asked: { readonly kind: string; readonly number: number },
): KindPageView | undefined {
  const all = servicesOfKind(asked.kind, town.services)
  if (all.length === 0) return undefined
  const pages = Math.ceil(all.length / servicesOnKindPage)
  const number = Math.min(asked.number, pages)
  const services = all.slice((number - 1) * servicesOnKindPage, number * servicesOnKindPage)
  const views = presentServices(reader, checklist, services)
  const answer = answersOf(town).find(({ kind }) => kind === asked.kind)
  return {
    ...presentKind(reader, { kind: asked.kind, answer, services, alsoHere: [], total: all.length }, views),
    town: townName(authority, reader.translator.language),
    demonstration: authority.demonstration,
    findable: isFindable(authority, town),
    foreignLanguage: foreignLanguage(reader, [...views.values()]),
    number,
    pages,
    validUntil: validUntil(reader, [...views.values()]),
  }
}

/** Somebody has published what stands here: the town itself, or one whose place it has taken. */
export const isLookedAfter = ({ published, inherited }: PublishedTown): boolean =>
  published !== undefined || inherited !== undefined

/** Search engines may show it. What became several is found by its parts. */
export const isFindable = ({ status }: Authority, town: PublishedTown): boolean =>
  status !== 'split' && isLookedAfter(town)

/** What the town says itself outweighs what was said before it. */
function answersOf({ published, inherited }: PublishedTown): readonly Answer[] {
  const own = published?.answers ?? []
  if (!inherited) return own
  return [...own, ...inherited.answers.filter(({ kind }) => !own.some((each) => each.kind === kind))]
}

/** That what is shown was published by towns whose place it has taken, or of which it was a part. */
export function inheritedTexts(reader: Reader, { merged, split }: NonNullable<PublishedTown['inherited']>): string[] {
  const { t, language, tag } = reader.translator
  const said = ({ towns, since }: Inherited) => ({
    towns: inSentence(
      tag,
      towns.map(({ name, names }) => names[language] ?? name),
    ),
    date: longDate(reader, since),
  })
  return [
    ...(merged ? [t('page.inherited', said(merged))] : []),
    ...(split ? [t('page.inherited.split', said(split))] : []),
  ]
}

/** What has come out of a town, and since when. */
export function presentParts(reader: Reader, authority: Authority, { ended, since, authorities }: Parts) {
  const { t, language } = reader.translator
  const said = { town: townName(authority, language), date: longDate(reader, since) }
  return { text: t(ended ? 'page.split' : 'page.split.left', said), towns: authorities }
}

function presentServices(
  reader: Reader,
  checklist: Checklist,
  services: readonly EffectiveService[],
): Map<string, ServiceView> {
  return new Map(services.map((each) => [each.service.id, keptView(reader, checklist, each)]))
}

/** By `variantOf`; as long as the facts stay in memory (`HelpPagesDeps.towns`). */
const views = new WeakMap<EffectiveService, Map<string, { readonly view: ServiceView; readonly until: number }>>()

/** Most pages are made again because one service has opened or closed: what the others say is still true. */
function keptView(reader: Reader, checklist: Checklist, effective: EffectiveService): ServiceView {
  const byVariant = views.get(effective) ?? new Map()
  views.set(effective, byVariant)
  const variant = variantOf(reader)
  const known = byVariant.get(variant)
  if (known && reader.now.epochMilliseconds < known.until) return known.view
  const view = presentService(reader, effective, reviewMonths(checklist, effective.service.kinds))
  byVariant.set(variant, { view, until: validUntil(reader, [view]).epochMilliseconds })
  return view
}

const variants = new WeakMap<Reader, string>()

/** Facts in memory are of one town, whose readers differ by language alone; towns that are copied share services. */
function variantOf(reader: Reader): string {
  const { translator, lasting, order, timeZone } = reader
  if (!lasting) return translator.language
  const variant = variants.get(reader) ?? `copy ${order.join()} ${timeZone}`
  variants.set(reader, variant)
  return variant
}

function foreignLanguage(reader: Reader, views: readonly ServiceView[]): string | undefined {
  const [first, ...others] = new Set(views.map(({ name }) => name.language))
  return others.length > 0 || first === reader.translator.language ? undefined : first
}

/** The shortest clock of the kinds of a service, in months. */
export function reviewMonths(checklist: Checklist, kinds: readonly string[]): number {
  const clocks = kinds.flatMap((kind) => checklist.byId(kind)?.reviewEveryMonths ?? [])
  return clocks.length > 0 ? Math.min(...clocks) : 12
}

function publishedText(reader: Reader, { at, version }: { at: Temporal.Instant; version: number }): string {
  const date = longDate(reader, at.toZonedDateTimeISO(reader.timeZone).toPlainDate())
  return reader.translator.t('page.published', { date, version: String(version) })
}

/** Midnight at the latest: dates are told as past or to come. */
function validUntil(reader: Reader, told: readonly ServiceView[]): Temporal.Instant {
  if (reader.lasting) return midnight(reader)
  const all = [midnight(reader), ...told.map(({ hours }) => hours.validUntil)]
  return all.reduce((first, each) => (Temporal.Instant.compare(each, first) < 0 ? each : first))
}

function presentKind(reader: Reader, kind: KindOnPage, views: ReadonlyMap<string, ServiceView>): KindView {
  const view = ({ service }: EffectiveService) => views.get(service.id) ?? []
  const services = kind.services.flatMap(view)
  const alsoHere = kind.alsoHere.flatMap(view).map(({ id, name }) => ({ id, name }))
  return {
    id: kind.kind,
    title: kindTitle(reader, kind.kind),
    status: kind.answer?.status,
    answer: kind.answer && answerView(reader, kind.answer, services.length + alsoHere.length),
    services,
    alsoHere,
    all: services.length + alsoHere.length < kind.total ? kind.total : undefined,
  }
}

/** What a town says of a kind that has no service there. */
export function presentAnswer(reader: Reader, answer: Answer): KindView {
  return presentKind(reader, { kind: answer.kind, answer, services: [], alsoHere: [], total: 0 }, new Map())
}

/** The kinds are data, their titles messages: a test holds that each kind has one. */
export function kindTitle(reader: Reader, kind: string): string {
  return reader.translator.t(`kind.${kind}` as 'kind.child-helpline')
}

function answerView(reader: Reader, answer: Answer, services: number): KindView['answer'] {
  const { t } = reader.translator
  const planned = answer.status === 'planned' && answer.plannedFor
  return {
    words: planned ? t('answer.plannedFor', { date: longDate(reader, planned) }) : t(`answer.${answer.status}`),
    given: t('answer.given', { date: longDate(reader, answer.answeredOn) }),
    note: shownText(answer.note, reader.order),
    // Never a dead end: where nothing here helps, the page says where to turn (mission, rule 2).
    deadEnd: answer.status !== 'available' && services === 0,
  }
}
