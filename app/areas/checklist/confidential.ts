/**
 * A confidential place leaves no trace of where it is (mission, rule 6): its schema has no field for an address, and
 * what is written in the other fields is checked here.
 */
import type { FactFault } from './faults.ts'
import type { Address, LocalText, Phone, ServiceFacts } from './schema.ts'
import { looksLikeStreet } from './street-like.ts'

type Path = readonly (string | number)[]
type FoundText = { readonly path: Path; readonly text: string }

/** Fields that hold ids, never words. */
const wordless: ReadonlySet<string> = new Set(['kinds', 'serves', 'place'])

/** Every string in a value, wherever it stands, so that a field added later is seen, too. */
function stringsIn(value: unknown, path: Path): FoundText[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    stringsIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

/** Every text of a service that a reader may see. */
export const textsOf = (facts: ServiceFacts): FoundText[] =>
  Object.entries(facts).flatMap(([field, value]) => (wordless.has(field) ? [] : stringsIn(value, [field])))

/** A link as a reader sees it, and as the words it is made of: `/kerkstraat-12`. */
function readings(text: string): string[] {
  if (!/^https?:|@/.test(text)) return [text]
  const decoded = text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[\x20-\x7e]/.test(character) ? character : ' '
  })
  return [text, decoded, decoded.replace(/[-_/+.@?=&#]+/g, ' ')]
}

/** Small letters and digits with single spaces, without accents: how two spellings of one street are compared. */
const folded = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

const unspaced = (text: string): string => text.replaceAll(' ', '')

/** Shorter pieces of an address than this could be part of any sentence. */
const shortestTrace = 5

/** What gives an address away: the street with and without its number, the building, the postcode, the point. */
function tracesOf(address: Address): string[] {
  const street = folded(address.street)
  const words = [
    street,
    folded(street.replace(/\s\d+\s?\p{L}?(?=\s)/gu, ' ')),
    folded(address.extra),
    folded(address.postcode),
  ]
  const directions = Object.values(address.directions).map((each) => folded(each.text))
  const point = [address.latitude, address.longitude].flatMap((each) => (each === null ? [] : [folded(String(each))]))
  return [...words, ...directions, ...point].filter((each) => each.trim().length >= shortestTrace)
}

/** Whether a text says where a confidential place is. `known` are addresses that it had. */
export function givesPlaceAway(text: string, known: readonly Address[] = []): boolean {
  return readings(text).some((each) => looksLikeStreet(each)) || namesAddress(text, known)
}

/** Whether a text repeats one of these addresses or a telling part of it. */
export function namesAddress(text: string, known: readonly Address[]): boolean {
  const whole = folded(text)
  const joined = unspaced(whole)
  // `1234 ZZ` is written `1234ZZ`, too; without its spaces a bare name would be found inside other words.
  const repeats = (trace: string) => whole.includes(trace) || (/\d/.test(trace) && joined.includes(unspaced(trace)))
  return known.some((address) => tracesOf(address).some(repeats))
}

/** Of a service in a confidential place: each text that says where it is. */
export function confidentialFaults(facts: ServiceFacts, known: readonly Address[] = []): FactFault[] {
  if (facts.place.type !== 'confidential') return []
  return textsOf(facts)
    .filter(({ text }) => givesPlaceAway(text, known))
    .map(({ path }) => ({ code: 'streetInConfidential', path }))
}

export const addressesOf = (facts: ServiceFacts): readonly Address[] =>
  facts.place.type === 'addresses' ? facts.place.addresses : []

type Leaks = (text: string) => boolean

/** The languages of a text that give nothing away. */
export const textWithout = (text: LocalText, leaks: Leaks): LocalText =>
  Object.fromEntries(Object.entries(text).filter(([, wording]) => !leaks(wording.text)))

const phonesWithout = (phones: readonly Phone[], leaks: Leaks): Phone[] =>
  phones
    .filter((phone) => !leaks(phone.number))
    .map((phone) => ({ ...phone, label: textWithout(phone.label, leaks), hours: textWithout(phone.hours, leaks) }))

/**
 * The same service without any trace of where it is: place confidential, texts that say so taken out.
 *
 * @param known addresses that it had in any version.
 */
export function withoutPlace(facts: ServiceFacts, known: readonly Address[] = addressesOf(facts)): ServiceFacts {
  const leaks: Leaks = (text) => givesPlaceAway(text, known)
  const clean = (text: LocalText) => textWithout(text, leaks)
  const link = (text: string | null) => (text !== null && leaks(text) ? null : text)
  const { hours, alert, closure } = facts
  return {
    ...facts,
    name: clean(facts.name),
    whatHappens: clean(facts.whatHappens),
    provider: leaks(facts.provider) ? '' : facts.provider,
    areaNote: clean(facts.areaNote),
    phones: phonesWithout(facts.phones, leaks),
    email: link(facts.email),
    web: link(facts.web),
    chat: link(facts.chat),
    place: { type: 'confidential' },
    hours: {
      ...hours,
      exceptions: hours.exceptions.map((each) => ({ ...each, note: clean(each.note) })),
      note: clean(hours.note),
      whenClosed: clean(hours.whenClosed),
    },
    feeNote: clean(facts.feeNote),
    accessNote: clean(facts.accessNote),
    parentNote: clean(facts.parentNote),
    tellsNote: clean(facts.tellsNote),
    howDecided: clean(facts.howDecided),
    howToComplain: clean(facts.howToComplain),
    alert: alert && { ...alert, text: clean(alert.text) },
    closure: closure && { ...closure, text: clean(closure.text) },
  }
}
