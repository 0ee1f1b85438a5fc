/**
 * Which services of a town are there twice. Nothing of a confidential place is ever compared: what it shares with another
 * service would say something about it.
 */
import { alikePairs, isProbable, type LikenessReason } from '../alike-rules.ts'
import type { ServiceFacts } from '../schema.ts'

export interface Comparable {
  readonly id: string
  readonly facts: ServiceFacts
  /** Of the town itself: two services of others are not its to compare. */
  readonly own: boolean
}

export interface Likeness {
  /** Of the town. */
  readonly one: string
  readonly other: string
  /** The most telling first. */
  readonly reasons: readonly LikenessReason[]
  readonly score: number
}

const byId = (a: string, b: string) => (a < b ? -1 : Number(a > b))

/** An organisation has one number, one website and one house for all that it offers: without a like name these are several things. */
const isOfName = (reason: LikenessReason): boolean => reason === 'name' || reason === 'nearName'

/**
 * The most alike first.
 *
 * @param country of the town, ISO 3166-1: in which its numbers are dialled.
 */
export function likeServices(services: readonly Comparable[], country: string): Likeness[] {
  const compared = services.filter(({ facts }) => facts.place.type !== 'confidential')
  return alikePairs(compared, country, (one, other) => one.own || other.own)
    .filter((alike) => isProbable(alike) && alike.reasons.some(isOfName))
    .map(({ one, other, reasons, score }) => {
      const swapped = one.own === other.own ? one.id > other.id : !one.own
      const [first, second] = swapped ? [other, one] : [one, other]
      return { one: first.id, other: second.id, reasons, score }
    })
    .toSorted((a, b) => b.score - a.score || byId(a.one, b.one) || byId(a.other, b.other))
}

/** What two services are compared by, but for their places: whether "not the same" still holds. */
export function comparedFacts(pair: readonly Pick<Comparable, 'id' | 'facts'>[]): object {
  return Object.fromEntries(
    pair.map(({ id, facts: { name, phones, email, web } }) => [
      id,
      { name, phones: phones.map(({ number }) => number), email, web },
    ]),
  )
}
