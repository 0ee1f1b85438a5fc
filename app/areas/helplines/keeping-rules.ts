/** When a line has to be confirmed again, who may take a withdrawal back, what an office may not do. Pure. */
import { type KeptLine, type LineChange, mergeHelplines } from './merge-rules.ts'
import { hasEmergencyNumber, helpNumbersFor } from './rules.ts'
import { type CheckWay, type CountryHelplines, type LineKind, type SourcedLine, sourcedLine } from './schema.ts'

/** Months for which a confirmation counts. */
const confirmedForMonths = 3
/** Days before its end at which somebody is asked. */
const askDaysBefore = 14
/** Whoever looked longer ago looks again. */
export const oldestCheckDays = 30

export const withdrawReasons = ['wrong', 'closed', 'changed', 'other'] as const
export type WithdrawReason = (typeof withdrawReasons)[number]

/** What somebody who made sure says of it. */
export interface Check {
  readonly how: CheckWay
  /** ISO date. */
  readonly on: string
  /** A page that says so, for everybody to see. */
  readonly source: string | null
}

/** The facts, confirmed by an office. */
export function confirmedFacts(facts: SourcedLine, office: string, { how, on, source }: Check): SourcedLine {
  const expires = Temporal.PlainDate.from(on).add({ months: confirmedForMonths }).toString()
  const sources = source === null ? facts.sources : [source, ...facts.sources.filter((one) => one !== source)]
  return sourcedLine.parse({ ...facts, sources, confirmed: { by: office, on, expires, how } })
}

export type LineState = 'never' | 'confirmed' | 'expiring' | 'expired' | 'withdrawn'

/** @param today ISO date in the country. */
export function stateOf(
  { facts: { confirmed }, withdrawn }: Pick<KeptLine, 'facts' | 'withdrawn'>,
  today: string,
): LineState {
  if (withdrawn) return 'withdrawn'
  if (!confirmed) return 'never'
  if (confirmed.expires < today) return 'expired'
  const soon = Temporal.PlainDate.from(today).add({ days: askDaysBefore }).toString()
  return confirmed.expires <= soon ? 'expiring' : 'confirmed'
}

/** A line that leads nowhere can be corrected or withdrawn, not confirmed. */
export function isReachable({ dial, url }: Pick<SourcedLine, 'dial' | 'url'>): boolean {
  return dial !== null || url !== null
}

/** Lines whose confirmation is missing, over or about to end. */
export function dueLines(lines: readonly KeptLine[], today: string): readonly KeptLine[] {
  const due: readonly LineState[] = ['never', 'expiring', 'expired']
  return lines.filter((line) => isReachable(line.facts) && due.includes(stateOf(line, today)))
}

export interface Asking {
  readonly count: number
  /** Until when: the first confirmation to end, or two weeks for what has none. */
  readonly until: Temporal.PlainDate
  /** The quarter in which the confirmations asked for are missing: a country is asked once in each. */
  readonly round: string
}

/** What a country is to be asked for today; undefined: nothing. */
export function askingOf(lines: readonly KeptLine[], today: string): Asking | undefined {
  const due = dueLines(lines, today)
  if (due.length === 0) return undefined
  const ends = due.flatMap(({ facts: { confirmed } }) =>
    confirmed && confirmed.expires >= today ? [confirmed.expires] : [],
  )
  const first = ends.toSorted()[0]
  const until = first ?? Temporal.PlainDate.from(today).add({ days: askDaysBefore }).toString()
  const missing = [...ends, ...(ends.length < due.length ? [today] : [])].toSorted().at(-1) ?? today
  return { count: due.length, until: Temporal.PlainDate.from(until), round: quarterOf(missing) }
}

function quarterOf(date: string): string {
  const { year, month } = Temporal.PlainDate.from(date)
  return `${year}-Q${Math.ceil(month / 3)}`
}

/** True where a country would be left without a number for an emergency. */
export function leavesNoNumber(shipped: CountryHelplines, changes: readonly LineChange[], today: string): boolean {
  return !hasEmergencyNumber(helpNumbersFor(mergeHelplines(shipped, changes), today))
}

/** An office takes back what it withdrew itself; whoever keeps the country's lines takes back any. */
export function mayRestore(withdrawn: LineChange['withdrawn'], office: string, keeps: boolean): boolean {
  return withdrawn !== null && (keeps || withdrawn.by === office)
}

/** The kinds of which `doctor` wants one confirmed number wherever a town has published. */
export const vitalKinds = {
  emergency: ['emergency', 'police'],
  child: ['child-helpline', 'child-chat'],
} as const satisfies Record<string, readonly LineKind[]>
export type VitalKind = keyof typeof vitalKinds

/** What of the two nobody has confirmed, or whose confirmation is over. */
export function unconfirmedOf(
  country: CountryHelplines,
  today: string,
): { kind: VitalKind; state: 'never' | 'expired' }[] {
  const { emergency, child } = helpNumbersFor(country, today)
  return (['emergency', 'child'] as const).flatMap((kind) => {
    const kinds: readonly LineKind[] = vitalKinds[kind]
    const labels = (kind === 'emergency' ? emergency : child)
      .filter((line) => kinds.includes(line.kind))
      .map(({ label }) => label)
    if (labels.includes('confirmed')) return []
    return [{ kind, state: labels.includes('confirmation-expired') ? ('expired' as const) : ('never' as const) }]
  })
}
