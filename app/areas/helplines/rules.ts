/** Which help numbers a public page shows, with which label and in which order. Mission, rule 3; domain, helplines. */
import {
  type CheckWay,
  type CountryHelplines,
  dialOf,
  type LineHours,
  type LineKind,
  type SourcedLine,
} from './schema.ts'

/**
 * confirmed: a named person in the country says so. published: from good sources. unconfirmed: "from published sources,
 * not yet confirmed". confirmation-expired: stays, with the date of its last confirmation.
 */
export type LineLabel = 'confirmed' | 'published' | 'unconfirmed' | 'confirmation-expired'

export type HelpLine = {
  readonly kind: LineKind
  /** For display; null for a line that has only an address or, not reachable from here, only a name. */
  readonly number: string | null
  /** For `tel:`. */
  readonly dial: string | null
  readonly name: string | null
  readonly hours: LineHours | null
  readonly hoursAsPublished: string | null
  /** Null: not known; so is showsOnBill. */
  readonly free: boolean | null
  readonly showsOnBill: boolean | null
  /** Empty: not known; so are channels. */
  readonly languages: readonly string[]
  readonly channels: SourcedLine['channels']
  readonly url: string | null
  /** In English, from the compilation. */
  readonly note: string | null
  readonly label: LineLabel
  /** ISO date of the last confirmation, valid or expired. */
  readonly confirmedOn?: string
  /** ISO date of the last day on which it counts. */
  readonly confirmedUntil?: string
  /** Which office: an association's id, or `secretariat`. */
  readonly confirmedBy?: string
  readonly confirmedHow?: CheckWay | undefined
  /** What the sources of the compilation are worth. */
  readonly confidence: SourcedLine['confidence']
  readonly sources: readonly string[]
}

export type HelpNumbers = {
  /** 112 or its like first, then police, ambulance, a fallback 112, fire, text: what the country needs of them. */
  readonly emergency: readonly HelpLine[]
  /** Empty where no line may be shown: the page says so and keeps the emergency numbers. */
  readonly child: readonly HelpLine[]
  readonly missing: readonly HelpLine[]
  /** Where to report pictures and films of abuse. */
  readonly material: readonly HelpLine[]
  readonly other: readonly HelpLine[]
}

const order: readonly LineLabel[] = ['confirmed', 'confirmation-expired', 'published', 'unconfirmed']

/** @param on ISO date of the reader's day: decides whether a confirmation still counts. */
export function helpNumbersFor(country: CountryHelplines, on: string): HelpNumbers {
  return {
    emergency: emergencyLines(country.emergency, on),
    child: childLines(country.childHelplines, on),
    missing: shown(country.missingChild, on),
    material: shown(country.abuseMaterialHotlines, on),
    other: shown(country.otherLines, on),
  }
}

/** Never a dead end: every country keeps a number for an emergency, or of the police, that can be dialled. */
export function hasEmergencyNumber({ emergency }: HelpNumbers): boolean {
  return emergency.some(({ kind, dial }) => (kind === 'emergency' || kind === 'police') && dial !== null)
}

const topEmergencyKinds: readonly LineKind[] = ['emergency', 'police', 'ambulance', 'emergency-fallback']

/**
 * What stands at the top of every page: the emergency lines, one or two for children, one to report pictures (left out
 * where that is the police number that stands there already).
 */
export function topNumbers(help: HelpNumbers): readonly HelpLine[] {
  const emergency = help.emergency.filter((line) => topEmergencyKinds.includes(line.kind))
  const [first, second] = help.child.filter(reachable)
  const child = [first, second && first && standsBeside(second, first) ? second : undefined]
  const standing = new Set(emergency.map((line) => line.dial))
  const report = help.material.find((line) => reachable(line) && !standing.has(line.dial))
  return [...emergency, ...child, report].filter((line) => line !== undefined)
}

/** Whether a number, as written or as dialled, is one of a country's own list: libraries refuse short ones such as 116 111. */
export function knownShortNumbersOf(country: CountryHelplines): (number: string) => boolean {
  const known = new Set(linesOf(country).map(({ dial }) => dial))
  return (number) => known.has(dialOf(number))
}

export const isKnownShortNumber = (country: CountryHelplines, number: string): boolean =>
  knownShortNumbersOf(country)(number)

/** Every line of a country, shown or not. */
export function linesOf(country: CountryHelplines): readonly SourcedLine[] {
  const { general, police, ambulance, fire, text, fallback } = country.emergency
  const { childHelplines, missingChild, abuseMaterialHotlines, otherLines } = country
  return [
    general,
    police,
    ambulance,
    fire,
    text,
    fallback,
    childHelplines,
    missingChild,
    abuseMaterialHotlines,
    otherLines,
  ].flat()
}

/** Where 112 is not known to reach every service, police and ambulance stand by name beside it. */
function emergencyLines(facts: CountryHelplines['emergency'], on: string): readonly HelpLine[] {
  const general = shown(facts.general, on)
  const text = shown(facts.text, on)
  if (facts.rely112Alone === true && general.some((line) => line.dial === '112')) return [...general, ...text]
  const byName = [...shown(facts.police, on), ...shown(facts.ambulance, on)]
  const fallback = byName.length > 0 ? shown(facts.fallback, on) : []
  return [...general, ...byName, ...fallback, ...shown(facts.fire, on), ...text]
}

/** Lines for any child come before those for one subject or one channel. */
function childLines(lines: readonly SourcedLine[], on: string): readonly HelpLine[] {
  const all = shown(lines, on)
  const general = all.filter((line) => line.kind === 'child-helpline')
  return [...general, ...all.filter((line) => line.kind !== 'child-helpline')]
}

/** A second child line helps (another language, a chat); a doubtful one beside a sure one confuses. */
function standsBeside(second: HelpLine, first: HelpLine): boolean {
  return second.label !== 'unconfirmed' || first.label === 'unconfirmed'
}

function reachable(line: HelpLine): boolean {
  return line.dial !== null || line.url !== null
}

/** Those that may be shown, surest first; the order of the file decides among equals. */
function shown(lines: readonly SourcedLine[], on: string): readonly HelpLine[] {
  const labelled = lines.flatMap((line) => {
    const label = labelOf(line, on)
    return label === null ? [] : [present(line, label)]
  })
  return labelled.sort((a, b) => order.indexOf(a.label) - order.indexOf(b.label))
}

/** Null: not to be shown. Low confidence is never a number to call, unless somebody in the country confirmed it. */
function labelOf(line: SourcedLine, on: string): LineLabel | null {
  if (line.confirmed) return on <= line.confirmed.expires ? 'confirmed' : 'confirmation-expired'
  if (line.confidence === 'high') return 'published'
  return line.confidence === 'medium' ? 'unconfirmed' : null
}

function present(line: SourcedLine, label: LineLabel): HelpLine {
  const { kind, number, dial, name, hours, hoursAsPublished, free, showsOnBill, channels, url, sources } = line
  const { confidence, confirmed } = line
  const facts = { kind, number, dial, name, hours, hoursAsPublished, free, showsOnBill, channels, url, sources }
  const help = { ...facts, confidence, languages: line.languages ?? [], note: line.note ?? null, label }
  if (!confirmed) return help
  const { on, expires, by, how } = confirmed
  return { ...help, confirmedOn: on, confirmedUntil: expires, confirmedBy: by, confirmedHow: how }
}
