/**
 * Which services are probably the same. Nothing of a confidential place is ever compared: what it shares with another
 * service would say something about it.
 */
import anyAscii from 'any-ascii'
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { LocalText, ServiceFacts } from '../schema.ts'

export interface Comparable {
  readonly id: string
  readonly facts: ServiceFacts
  /** Of the town itself: two services of others are not its to compare. */
  readonly own: boolean
}

/** What two services share, the most telling first. */
export const likenesses = ['name', 'nearName', 'phone', 'email', 'web', 'place', 'kind'] as const
export type LikenessReason = (typeof likenesses)[number]

export interface Likeness {
  /** Of the town. */
  readonly one: string
  readonly other: string
  /** In the order of `likenesses`. */
  readonly reasons: readonly LikenessReason[]
  readonly score: number
}

const weights: Readonly<Record<LikenessReason, number>> = {
  name: 4,
  nearName: 2,
  phone: 2,
  email: 1,
  web: 1,
  place: 1,
  kind: 1,
}
/** From this score on two services are shown: the same name alone, or a similar one and the same number. */
const enough = 4

/** What more services than this share (a switchboard, the town's website) tells nothing about any two of them. */
const mostThatShare = 40

interface Marks {
  readonly id: string
  readonly own: boolean
  readonly name: ReadonlySet<string>
  readonly phone: ReadonlySet<string>
  readonly email: ReadonlySet<string>
  readonly web: ReadonlySet<string>
  readonly place: ReadonlySet<string>
  readonly kind: ReadonlySet<string>
}
/** Sharing one of these is what makes two services worth comparing; a kind alone is shared by too many. */
const telling = ['name', 'phone', 'email', 'web', 'place'] as const
type Telling = (typeof telling)[number]

/** Latin letters and digits in lower case with single spaces. */
const folded = (text: string): string =>
  anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** As a person wrote it: machines give different names the same translation. */
const writtenNames = (name: LocalText): string[] =>
  Object.values(name).flatMap(({ text, origin }) => (origin === 'person' ? folded(text) : []))

/** The number however it is written: `020 123 45 67` and `+31 20 1234567` are one. */
function foldedPhone(number: string, country: string): string {
  const region = country.toUpperCase()
  const parsed = parsePhoneNumberFromString(number, isSupportedCountry(region) ? region : undefined)
  return parsed?.number ?? number.replace(/\D+/g, '')
}

const foldedWeb = (web: string): string =>
  web
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '')

const some = (values: readonly (string | null)[]): ReadonlySet<string> =>
  new Set(values.filter((value): value is string => value !== null && value !== ''))

type FactMarks = Omit<Marks, 'id' | 'own'>
/** As long as the facts stay in memory: folding thousands of names and numbers takes longer than comparing them. */
const known = new WeakMap<ServiceFacts, { readonly country: string; readonly marks: FactMarks }>()

function marksOf({ id, facts, own }: Comparable, country: string): Marks {
  const before = known.get(facts)
  const marks = before?.country === country ? before.marks : factMarksOf(facts, country)
  known.set(facts, { country, marks })
  return { id, own, ...marks }
}

function factMarksOf(facts: ServiceFacts, country: string): FactMarks {
  const addresses = facts.place.type === 'addresses' ? facts.place.addresses : []
  return {
    name: some(writtenNames(facts.name)),
    phone: some(facts.phones.map(({ number }) => foldedPhone(number, country))),
    email: some([facts.email?.toLowerCase() ?? null]),
    web: some([facts.web && foldedWeb(facts.web)]),
    place: some(addresses.map(({ street, town }) => `${folded(street)}, ${folded(town)}`)),
    kind: new Set(facts.kinds),
  }
}

const share = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((value) => other.has(value))

function pairsOfLetters(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const figuresOf = (text: string): string => text.replace(/\D+/g, ' ').trim()

/** How much of two names is the same, by pairs of letters. */
const nearEnough = 0.75

/** Nearly the same name; "Team 1" and "Team 2" are two. */
export function namesAreNear(one: string, other: string): boolean {
  if (figuresOf(one) !== figuresOf(other)) return false
  const [left, right] = [pairsOfLetters(one), pairsOfLetters(other)]
  let both = 0
  for (const [pair, count] of left) both += Math.min(count, right.get(pair) ?? 0)
  const all = Math.max(one.length - 1, 0) + Math.max(other.length - 1, 0)
  return all > 0 && (2 * both) / all >= nearEnough
}

function reasonsFor(one: Marks, other: Marks): LikenessReason[] {
  const sameName = share(one.name, other.name)
  const near = !sameName && [...one.name].some((left) => [...other.name].some((right) => namesAreNear(left, right)))
  const shared = (['phone', 'email', 'web', 'place', 'kind'] as const).filter((mark) => share(one[mark], other[mark]))
  return [...(sameName ? (['name'] as const) : []), ...(near ? (['nearName'] as const) : []), ...shared]
}

function likenessOf(one: Marks, other: Marks): Likeness | undefined {
  if (!one.own && !other.own) return undefined
  const reasons = reasonsFor(one, other)
  const score = reasons.reduce((sum, reason) => sum + weights[reason], 0)
  const swapped = one.own === other.own ? one.id > other.id : !one.own
  const [first, second] = swapped ? [other, one] : [one, other]
  return score >= enough ? { one: first.id, other: second.id, reasons, score } : undefined
}

/** Those that share a mark, so that not each has to be held against each. */
function blocksOf(marked: readonly Marks[], mark: Telling): Marks[][] {
  const blocks = new Map<string, Marks[]>()
  for (const each of marked) {
    for (const value of each[mark]) blocks.set(value, [...(blocks.get(value) ?? []), each])
  }
  const all = [...blocks.values()].filter((block) => block.length > 1)
  return mark === 'name' ? all : all.filter((block) => block.length <= mostThatShare)
}

/**
 * The most alike first.
 *
 * @param country of the town, ISO 3166-1: in which its numbers are dialled.
 */
export function likeServices(services: readonly Comparable[], country: string): Likeness[] {
  const marked = services
    .filter(({ facts }) => facts.place.type !== 'confidential')
    .map((each) => marksOf(each, country))
  const found = new Map<string, Likeness>()
  const seen = new Set<string>()
  for (const block of telling.flatMap((mark) => blocksOf(marked, mark))) {
    for (const [index, one] of block.entries()) {
      for (const other of block.slice(index + 1, index + 1 + mostThatShare)) {
        const key = one.id < other.id ? `${one.id} ${other.id}` : `${other.id} ${one.id}`
        if (seen.has(key)) continue
        seen.add(key)
        const like = likenessOf(one, other)
        if (like) found.set(key, like)
      }
    }
  }
  const byId = (a: string, b: string) => (a < b ? -1 : Number(a > b))
  return [...found.values()].toSorted((a, b) => b.score - a.score || byId(a.one, b.one) || byId(a.other, b.other))
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
