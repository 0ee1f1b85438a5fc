/**
 * What a town's page shows: its own services and all that serve it or an area it belongs to, own first, under the need
 * they answer. Pure: published facts in, the page's order out (domain.md, "Effective page").
 */
import type { Answer, Service } from '../checklist/index.ts'
import { type NeedId, needs } from './needs.ts'

export type OwnerKind = 'municipality' | 'district' | 'region' | 'country' | 'joint'

/** Who publishes a service. */
export interface Owner {
  readonly id: string
  readonly kind: OwnerKind
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

export interface EffectiveService {
  readonly service: Service
  readonly owner: Owner
  /** Published by the town itself. */
  readonly own: boolean
  /** Whose standard text some of its words are. */
  readonly wordsBy?: Pick<Owner, 'name' | 'names'>
}

export interface KindOnPage {
  readonly kind: string
  readonly answer: Answer | undefined
  /** Services whose card stands here. */
  readonly services: readonly EffectiveService[]
  /** Services that answer this kind too and whose card stands under an earlier one. */
  readonly alsoHere: readonly EffectiveService[]
  /** How many answer this kind; on a large page more than stand here. */
  readonly total: number
}

export interface EffectivePage {
  readonly needs: readonly { readonly need: NeedId; readonly kinds: readonly KindOnPage[] }[]
  readonly duties: readonly KindOnPage[]
  readonly services: readonly EffectiveService[]
}

/**
 * What merged towns said of kinds, where all that said anything said the same: of two that contradict each other neither
 * speaks for their successor. The oldest day counts.
 */
export function agreedAnswers(towns: readonly (readonly Answer[])[]): Answer[] {
  const byKind = Map.groupBy(towns.flat(), ({ kind }) => kind)
  return [...byKind.values()].flatMap((answers) => {
    const [oldest] = answers.toSorted((a, b) => (a.answeredOn < b.answeredOn ? -1 : 1))
    return oldest && answers.every(({ status }) => status === oldest.status) ? [oldest] : []
  })
}

/** @param here kinds under which those who were asked let a service stand; null: all of them. */
export function kindsUnder(kinds: readonly string[], here: readonly (readonly string[] | null)[]): string[] {
  return kinds.filter((kind) => here.some((allowed) => allowed === null || allowed.includes(kind)))
}

const nearestFirst: Record<OwnerKind, number> = { municipality: 0, joint: 1, district: 2, region: 3, country: 4 }

/** Own first, then from near to far. */
export function inReadingOrder(services: readonly EffectiveService[]): EffectiveService[] {
  return [...services].sort(
    (a, b) => Number(b.own) - Number(a.own) || nearestFirst[a.owner.kind] - nearestFirst[b.owner.kind],
  )
}

/** Nobody reads a page of more services than this, and a phone must not load it: it shows the first few of each kind. */
const largePage = 200
const shownOfKind = 5

/** In reading order. */
export function servicesOfKind(kind: string, services: readonly EffectiveService[]): EffectiveService[] {
  return inReadingOrder(services.filter(({ service }) => service.kinds.includes(kind)))
}

/**
 * @param dutyKinds kinds that are duties of the town rather than help to call, in the order of the checklist.
 * @param services all that serve the town, in the order they were published in.
 */
export function effectivePage(
  dutyKinds: readonly string[],
  answers: readonly Answer[],
  services: readonly EffectiveService[],
): EffectivePage {
  const answerOf = new Map(answers.map((answer) => [answer.kind, answer]))
  const ordered = inReadingOrder(services)
  const shown = new Set<string>()
  const most = services.length > largePage ? shownOfKind : services.length
  const ofKind = Map.groupBy(
    ordered.flatMap((each) => [...new Set(each.service.kinds)].map((kind) => ({ kind, each }))),
    ({ kind }) => kind,
  )
  const kindOnPage = (kind: string): KindOnPage => {
    const all = (ofKind.get(kind) ?? []).map(({ each }) => each)
    const first = all.filter(({ service }) => !shown.has(service.id)).slice(0, most)
    const again = all.filter(({ service }) => shown.has(service.id)).slice(0, most)
    for (const { service } of first) shown.add(service.id)
    return { kind, answer: answerOf.get(kind), services: first, alsoHere: again, total: all.length }
  }
  const told = ({ answer, services: cards, alsoHere }: KindOnPage) =>
    answer !== undefined || cards.length > 0 || alsoHere.length > 0
  return {
    needs: needs
      .map(({ id, kinds }) => ({ need: id, kinds: kinds.map(kindOnPage).filter(told) }))
      .filter(({ kinds }) => kinds.length > 0),
    duties: dutyKinds.map(kindOnPage).filter(told),
    services: ordered,
  }
}
