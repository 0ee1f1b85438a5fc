/** What is new about measures and their indicators since the last report. Pure. */
import type { Indicator, MeasureFacts, MeasureState } from '../plans/index.ts'
import { type WordChecks, wordFault, wordFaults } from './word-rules.ts'

/** A page is short enough for a phone. */
export const measuresPerPage = 10

export const pagesOf = (measures: number): number => Math.max(1, Math.ceil(measures / measuresPerPage))

const closedStates: ReadonlySet<MeasureState> = new Set(['done', 'dropped'])

/** Those that were done or dropped when the last report was given, and still are: nobody has to say it again. */
export function closedBefore<M extends { readonly id: string; readonly state: MeasureState }>(
  measures: readonly M[],
  last: readonly { readonly id: string; readonly state: MeasureState }[],
): M[] {
  const then = new Map(last.map(({ id, state }) => [id, state]))
  return measures.filter(({ id, state }) => closedStates.has(state) && then.get(id) === state)
}

export interface NewValue {
  /** Id of the indicator. */
  readonly indicator: string
  readonly on: string
  readonly value: number
}

export interface MeasureUpdate {
  readonly id: string
  readonly state: MeasureState
  /** Of delay or dropping; empty where there is none any more. */
  readonly reason: string
  readonly values: readonly NewValue[]
  /** The revision of the measure that this was written about. */
  readonly seen: number
}

export const updateFaults = [
  'reasonMissing',
  'reasonUnasked',
  'reasonLong',
  ...wordFaults,
  'value',
  'few',
  'date',
  'dateFuture',
] as const
export type UpdateFaultCode = (typeof updateFaults)[number]

const longestReason = 2_000

export const saysWhy = (state: MeasureState): boolean => state === 'delayed' || state === 'dropped'

type Reasoned = Pick<MeasureFacts, 'state' | 'reason'>

/** A reason of before may stand below another state; a new one is not thrown away without a word. */
export function reasonFault(
  { state, reason }: Reasoned,
  current: Reasoned,
  checks: WordChecks,
): UpdateFaultCode | undefined {
  if (!saysWhy(state)) return reason === '' || reason === current.reason ? undefined : 'reasonUnasked'
  if (reason === '') return 'reasonMissing'
  if (reason.length > longestReason) return 'reasonLong'
  return wordFault(reason, checks)
}

const latin = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll('٫', '.')

/** What is left of a reason: that of a delay ends with it. */
export const reasonKept = ({ state, reason }: Reasoned, current: Reasoned): string =>
  saysWhy(state) || state === current.state ? reason : ''

/**
 * A number as people type it, with a point or a comma before the decimals; undefined for anything else, and for what could
 * be read in two ways: `1,234` is a thousand in one country and one and a bit in another.
 */
export function parseValue(typed: string): number | undefined {
  const plain = latin(typed).replaceAll(/[\s'’٬]/g, '')
  if (!/^[-−]?\d{1,12}(?:[.,]\d{1,6})?$/.test(plain)) return undefined
  if (/^[-−]?[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) return undefined
  return Number(plain.replace('−', '-').replace(',', '.'))
}

function withValues(indicator: Indicator, values: readonly NewValue[]): Indicator {
  const fresh = values.filter((one) => one.indicator === indicator.id)
  if (fresh.length === 0) return indicator
  const noted = (on: string) => indicator.values.find((one) => one.on === on)?.note ?? ''
  const kept = indicator.values.filter(({ on }) => !fresh.some((one) => one.on === on))
  const added = fresh.map(({ on, value }) => ({ on, value, note: noted(on) }))
  return { ...indicator, values: [...kept, ...added].toSorted((a, b) => (a.on < b.on ? -1 : 1)) }
}

/** The measure as it is from now on. */
export function updated(facts: MeasureFacts, { state, reason, values }: MeasureUpdate): MeasureFacts {
  return {
    ...facts,
    state,
    reason,
    indicators: facts.indicators.map((one) => withValues(one, values)),
  }
}
