/**
 * The one rule for "probably the same": what two services share, and how much that tells. Who is compared with whom is
 * for those who ask: see `duplicates` and `joining`. Pure.
 */
import anyAscii from 'any-ascii'
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { LocalText, ServiceFacts } from './schema.ts'

/** What two services share, the most telling first. */
export const likenesses = ['name', 'nearName', 'phone', 'email', 'web', 'place', 'kind'] as const
export type LikenessReason = (typeof likenesses)[number]

export interface Compared {
  readonly id: string
  readonly facts: ServiceFacts
}

export interface Alike<T extends Compared = Compared> {
  readonly one: T
  readonly other: T
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
/** From this score on: the same name alone, or a similar one and the same number. */
const enough = 4

/** Probably one and the same: worth a question of its own. */
export const isProbable = ({ score }: Pick<Alike, 'score'>): boolean => score >= enough

/**
 * Possibly the same: worth standing side by side where somebody looks at all of them anyway. A similar name, a place or a
 * kind alone is shared by many.
 */
export const isPossible = (alike: Pick<Alike, 'score' | 'reasons'>): boolean =>
  isProbable(alike) || alike.reasons.some((one) => one === 'phone' || one === 'email' || one === 'web')

/** What more services than this share (a switchboard, the town's website) tells nothing about any two of them. */
const mostThatShare = 40

interface Marks {
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

/** Short numbers belong to the whole country: they say nothing about who runs a service. */
const leastDigits = 7

/** Of a number that is written for callers from one country here, from another there. */
const lastDigits = 8

/** No letters, and nothing behind it. */
const saysItself = /^[\d\s()+/.-]+$/

/** So many digits may stand before the number itself: of the country, or to leave one's own place. */
function prefixDigits(number: string): number {
  if (/^\s*\+/.test(number)) return 3
  return /^\s*00/.test(number) ? 5 : 1
}

/**
 * The number however it is written: as the country of the town dials it, and by its end, for a number of a neighbouring
 * country that one writes with its country code and the other without. Nothing for one that tells nothing.
 * Where it is written as long as this its end is enough: two that are the same number end alike.
 */
function foldedPhones(number: string, country: string): string[] {
  const digits = number.replace(/\D+/g, '')
  if (digits.length < leastDigits) return []
  if (saysItself.test(number) && digits.length >= lastDigits + prefixDigits(number)) return [digits.slice(-lastDigits)]
  const region = country.toUpperCase()
  const parsed = parsePhoneNumberFromString(number, isSupportedCountry(region) ? region : undefined)
  return [parsed?.number ?? digits, digits.slice(-lastDigits)]
}

const foldedWeb = (web: string): string =>
  web
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '')

const some = (values: readonly (string | null)[]): ReadonlySet<string> =>
  new Set(values.filter((value): value is string => value !== null && value !== ''))

/** As long as the facts stay in memory: folding thousands of names and numbers takes longer than comparing them. */
const known = new WeakMap<ServiceFacts, { readonly country: string; readonly marks: Marks }>()

function marksOf({ facts }: Compared, country: string): Marks {
  const before = known.get(facts)
  const marks = before?.country === country ? before.marks : factMarksOf(facts, country)
  known.set(facts, { country, marks })
  return marks
}

function factMarksOf(facts: ServiceFacts, country: string): Marks {
  const addresses = facts.place.type === 'addresses' ? facts.place.addresses : []
  return {
    name: some(writtenNames(facts.name)),
    phone: some(facts.phones.flatMap(({ number }) => foldedPhones(number, country))),
    email: some([facts.email?.toLowerCase() ?? null]),
    web: some([facts.web && foldedWeb(facts.web)]),
    place: some(addresses.map(({ street, town }) => `${folded(street)}, ${folded(town)}`)),
    kind: new Set(facts.kinds),
  }
}

const share = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => !one.isDisjointFrom(other)

function pairsOfLetters(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const figuresOf = (text: string): string => text.replace(/\D+/g, ' ').trim()

interface Letters {
  readonly length: number
  readonly figures: string
  readonly pairs: ReadonlyMap<string, number>
}

const lettersOf = (name: string): Letters => ({
  length: Math.max(name.length - 1, 0),
  figures: figuresOf(name),
  pairs: pairsOfLetters(name),
})

/** How much of two names is the same, by pairs of letters. */
const nearEnough = 0.75

function areNear(one: Letters, other: Letters): boolean {
  const all = one.length + other.length
  // One that is much longer says more than the other, whatever it says.
  if (all === 0 || (2 * Math.min(one.length, other.length)) / all < nearEnough) return false
  if (one.figures !== other.figures) return false
  let both = 0
  for (const [pair, count] of one.pairs) both += Math.min(count, other.pairs.get(pair) ?? 0)
  return (2 * both) / all >= nearEnough
}

/** Nearly the same name; "Team 1" and "Team 2" are two. */
export const namesAreNear = (one: string, other: string): boolean => areNear(lettersOf(one), lettersOf(other))

/** Each is held against many others. */
const knownLetters = new WeakMap<Marks, readonly Letters[]>()

function lettersIn(marks: Marks): readonly Letters[] {
  const letters = knownLetters.get(marks) ?? [...marks.name].map(lettersOf)
  knownLetters.set(marks, letters)
  return letters
}

/** As long as the facts of both stay in memory: of thousands of pairs an edit changes some. */
const knownReasons = new WeakMap<Marks, WeakMap<Marks, readonly LikenessReason[]>>()

function reasonsFor(one: Marks, other: Marks): readonly LikenessReason[] {
  const known = knownReasons.get(one) ?? new WeakMap<Marks, readonly LikenessReason[]>()
  knownReasons.set(one, known)
  const reasons = known.get(other) ?? reasonsNow(one, other)
  known.set(other, reasons)
  return reasons
}

function reasonsNow(one: Marks, other: Marks): LikenessReason[] {
  const sameName = share(one.name, other.name)
  const near = !sameName && lettersIn(one).some((left) => lettersIn(other).some((right) => areNear(left, right)))
  const shared = (['phone', 'email', 'web', 'place', 'kind'] as const).filter((mark) => share(one[mark], other[mark]))
  return [...(sameName ? (['name'] as const) : []), ...(near ? (['nearName'] as const) : []), ...shared]
}

interface Marked<T> {
  readonly service: T
  readonly marks: Marks
}

/**
 * By what a service can be known in the words of somebody else, its place left aside: where it is confidential here, what
 * shares one of these may say where it is. The website of a whole organisation tells nothing, a page of it does.
 *
 * @param country ISO 3166-1.
 */
export function tellingMarks(facts: ServiceFacts, country: string): string[] {
  const marks = marksOf({ id: '', facts }, country)
  const web = [...marks.web].filter((address) => address.includes('/'))
  const all = { ...marks, web }
  return (['name', 'phone', 'email', 'web'] as const).flatMap((mark) =>
    [...all[mark]].map((value) => `${mark} ${value}`),
  )
}

/** Those that share a mark, so that not each has to be held against each. */
function blocksOf<T>(marked: readonly Marked<T>[], mark: Telling): Marked<T>[][] {
  const blocks = new Map<string, Marked<T>[]>()
  for (const each of marked) {
    for (const value of each.marks[mark]) {
      const block = blocks.get(value) ?? []
      block.push(each)
      blocks.set(value, block)
    }
  }
  const all = [...blocks.values()].filter((block) => block.length > 1)
  return mark === 'name' ? all : all.filter((block) => block.length <= mostThatShare)
}

/**
 * Every two that share something telling, with all that they share.
 *
 * @param country of the town, ISO 3166-1: in which its numbers are dialled.
 * @param mayCompare false: these two are not held against each other.
 */
export function alikePairs<T extends Compared>(
  services: readonly T[],
  country: string,
  mayCompare: (one: T, other: T) => boolean = () => true,
): Alike<T>[] {
  const marked = services.map((service) => ({ service, marks: marksOf(service, country) }))
  const found: Alike<T>[] = []
  const places = new Map(marked.map((each, index) => [each, index]))
  const seen = new Set<number>()
  for (const block of telling.flatMap((mark) => blocksOf(marked, mark))) {
    for (const [index, one] of block.entries()) {
      for (const other of block.slice(index + 1, index + 1 + mostThatShare)) {
        const [first, second] = [places.get(one) ?? 0, places.get(other) ?? 0]
        const key = Math.min(first, second) * marked.length + Math.max(first, second)
        if (seen.has(key)) continue
        seen.add(key)
        if (!mayCompare(one.service, other.service)) continue
        const reasons = reasonsFor(one.marks, other.marks)
        const score = reasons.reduce((sum, reason) => sum + weights[reason], 0)
        found.push({ one: one.service, other: other.service, reasons, score })
      }
    }
  }
  return found
}

/** Those that belong together by any of these pairs, each service in one group; both keep their order. */
export function groupsOf<T extends Compared>(services: readonly T[], pairs: readonly Alike<T>[]): T[][] {
  const groupOf = new Map(services.map((service) => [service.id, new Set([service.id])]))
  for (const { one, other } of pairs) {
    const [mine, theirs] = [groupOf.get(one.id), groupOf.get(other.id)]
    if (!mine || !theirs || mine === theirs) continue
    for (const id of theirs) groupOf.set(id, mine.add(id))
  }
  return [...Map.groupBy(services, ({ id }) => groupOf.get(id)).values()]
}
