/** Takes words out of what is kept as JSON: wherever a text stands, so that a field added later is seen, too. */

export interface Cleaner {
  /** Whether the text goes, or something of it. */
  readonly takes: (text: string) => boolean
  /** @param most characters that fit where it stands. */
  readonly without: (text: string, most: number) => string
}

/** Fields that hold ids, days, codes and choices, never words. */
const wordless: ReadonlySet<string> = new Set([
  ...['id', 'authority', 'service', 'standard', 'serves', 'kinds', 'kind', 'status', 'type', 'rule', 'by', 'how'],
  ...['languages', 'language', 'channels', 'audiences', 'accessFeatures', 'origin', 'from', 'fromRevision', 'winner'],
  ...['cost', 'fee', 'interpreters', 'parentNeeded', 'tellsOthers', 'publicHolidays', 'appointment', 'defaultKind'],
  ...['opens', 'closes', 'on', 'to', 'until', 'plannedFor', 'answeredOn', 'publishedAt', 'messageId', 'references'],
])

/** Where half of what stood there is of no use. */
const whole: ReadonlySet<string> = new Set(['email', 'web', 'chat'])

/** The longest that the schemas take, by field; lines of words take at least as much as the last one. */
const longest: ReadonlyMap<string, number> = new Map([
  ['text', 4000],
  ['postcode', 20],
])
const longestLine = 110

/** The same, where nothing is an empty text. */
const emptied: ReadonlySet<string> = new Set(['link'])

/** Lists whose entries are of no use without this member; an entry may be the member itself. */
const entries: ReadonlyMap<string, string> = new Map([
  ['phones', 'number'],
  ['evidence', 'url'],
])

function isTakenEntry(value: unknown, member: string, { takes }: Cleaner): boolean {
  if (typeof value === 'string') return takes(value)
  if (typeof value !== 'object' || value === null) return false
  return takes(`${(value as Record<string, unknown>)[member] ?? ''}`)
}

/** The same value without what the cleaner takes. @param key of the field that holds it. */
export function cleaned(value: unknown, cleaner: Cleaner, key = ''): unknown {
  if (wordless.has(key)) return value
  if (typeof value === 'string') {
    if (!cleaner.takes(value)) return value
    if (emptied.has(key)) return ''
    return whole.has(key) ? null : cleaner.without(value, longest.get(key) ?? longestLine)
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const member = entries.get(key)
    const kept = member ? value.filter((one) => !isTakenEntry(one, member, cleaner)) : value
    return kept.map((one) => cleaned(one, cleaner, key))
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleaned(one, cleaner, name)]))
}

/**
 * Whether any text that a cleaner would be asked about is one of these; asked until one is. Nothing is made for it: a town
 * says a great deal.
 */
export function someText(value: unknown, isOne: (text: string) => boolean, key = ''): boolean {
  if (wordless.has(key)) return false
  if (typeof value === 'string') return isOne(value)
  if (Array.isArray(value)) return value.some((one) => someText(one, isOne, key))
  if (typeof value !== 'object' || value === null) return false
  for (const name in value) if (someText((value as Record<string, unknown>)[name], isOne, name)) return true
  return false
}
