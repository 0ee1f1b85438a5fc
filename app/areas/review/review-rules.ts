/** What the progress review tells of the counts: sums, what is too small to be told, the days there are. Pure. */
import type { MeasureState, Section } from '../plans/index.ts'

/** In the order in which they are shown. */
export const reviewSections = [
  ...(['prevention', 'protection', 'prosecution', 'participation', 'steering'] as const),
] as const satisfies readonly Section[]
export const reviewStates = [
  ...(['not-started', 'under-way', 'done', 'delayed', 'dropped'] as const),
] as const satisfies readonly MeasureState[]

/** Measures of one section in one state. */
export interface MeasureCell {
  readonly section: Section
  readonly state: MeasureState
  readonly measures: number
}

/** Those of them that name an article; one that names two stands in two cells. */
export interface ArticleCell extends MeasureCell {
  readonly article: number
}

export type ByState = Readonly<Record<MeasureState, number>> & { readonly all: number }

/** How many in each state. */
export function byState(cells: readonly MeasureCell[]): ByState {
  const counts = { 'not-started': 0, 'under-way': 0, done: 0, delayed: 0, dropped: 0, all: 0 }
  for (const { state, measures } of cells) {
    counts[state] += measures
    counts.all += measures
  }
  return counts
}

/** Every section, those without a measure too. */
export function bySection(cells: readonly MeasureCell[]): readonly (ByState & { readonly section: Section })[] {
  return reviewSections.map((section) => ({ section, ...byState(cells.filter((one) => one.section === section)) }))
}

/** Articles that a measure names, by number. */
export function byArticle(cells: readonly ArticleCell[]): readonly (ByState & { readonly article: number })[] {
  return [...Map.groupBy(cells, ({ article }) => article)]
    .map(([article, own]) => ({ article, ...byState(own) }))
    .sort((one, other) => one.article - other.article)
}

export interface IndicatorSum {
  /** Id of the common indicator. */
  readonly indicator: string
  readonly sum: number
  /** That have a plan with a value of it. */
  readonly towns: number
}

/** An indicator that is counted alike everywhere. */
export interface CommonIndicator {
  readonly id: string
  readonly unit: string
  /** Whether adding up over towns means something. */
  readonly sum: boolean
}

/** Fewer than so many people, towns or searches are not told. */
export const fewest = 5

/** Of people, children above all. */
const peoplesUnits: ReadonlySet<string> = new Set(['children', 'people'])

export interface ToldIndicator {
  readonly indicator: string
  readonly unit: string
  /** Undefined: too few people or towns for it to be told. */
  readonly told: { readonly sum: number; readonly towns: number } | undefined
}

/** In the order of the catalogue; without those of which a sum says nothing, and those that no town has a value of. */
export function toldIndicators(
  sums: readonly IndicatorSum[],
  indicators: readonly CommonIndicator[],
): readonly ToldIndicator[] {
  const found = new Map(sums.map((one) => [one.indicator, one]))
  return indicators.flatMap(({ id, unit, sum: canBeSummed }) => {
    const one = found.get(id)
    if (!(canBeSummed && one)) return []
    const small = peoplesUnits.has(unit) && (one.towns < fewest || one.sum < fewest)
    return [{ indicator: id, unit, told: small ? undefined : { sum: one.sum, towns: one.towns } }]
  })
}

export interface KindNeed {
  readonly kind: string
  readonly searches: number
}

/** Most searched first, as what is missed first; of kinds that are searched for alike, by their ids. */
export function mostAsked(needs: readonly KindNeed[]): readonly KindNeed[] {
  return needs.toSorted((one, other) => other.searches - one.searches || (one.kind < other.kind ? -1 : 1))
}

export interface ChecklistCell {
  readonly kind: string
  readonly status: string
  readonly towns: number
}

/** Towns by what they answer, of one kind after the other. */
export function byKind<Status extends string>(
  cells: readonly ChecklistCell[],
  kinds: readonly string[],
  statuses: readonly Status[],
): readonly { readonly kind: string; readonly towns: Readonly<Record<Status, number>> }[] {
  const found = new Map(cells.map(({ kind, status, towns }) => [`${kind} ${status}`, towns]))
  return kinds.map((kind) => ({
    kind,
    towns: Object.fromEntries(
      statuses.map((status) => [status, Math.max(0, found.get(`${kind} ${status}`) ?? 0)]),
    ) as Record<Status, number>,
  }))
}

const dayPattern = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/

/** The day that is meant: `2026-11-15`, or `2026-11` for the first of it. Undefined: none is. */
export function dayOf(text: string): Temporal.PlainDate | undefined {
  if (!dayPattern.test(text)) return undefined
  const [year = 0, month = 0, day = 1] = text.split('-').map(Number)
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return day <= first.daysInMonth ? first.with({ day }) : undefined
}

/** How addresses name a day: each in one way. */
export const nameOfDay = (day: Temporal.PlainDate): string => (day.day === 1 ? day.toString().slice(0, 7) : `${day}`)

/** The moment of which the review of a day tells. */
export const beginningOf = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime('UTC').toInstant()

const dayIn = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('UTC').toPlainDate()
const monthIn = (at: Temporal.Instant): Temporal.PlainYearMonth => dayIn(at).toPlainYearMonth()

export interface DaysThere {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/**
 * Days at whose beginning there was something to review; undefined: none.
 *
 * @param first when the first plan was published; undefined: none was.
 */
export function daysThere(first: Temporal.Instant | undefined, now: Temporal.Instant): DaysThere | undefined {
  if (!first) return undefined
  const [from, to] = [dayIn(first).add({ days: 1 }), dayIn(now)]
  return Temporal.PlainDate.compare(from, to) > 0 ? undefined : { from, to }
}

/** The first days of months among them, the newest first. */
export function firstsOfMonths(days: DaysThere | undefined): readonly Temporal.PlainDate[] {
  if (!days) return []
  const [begins, ends] = [days.from.with({ day: 1 }), days.to.with({ day: 1 })]
  const count = begins.until(ends, { largestUnit: 'months' }).months + 1
  const all = Array.from({ length: count }, (_, ago) => ends.subtract({ months: ago }))
  return all.filter((day) => isAmong(days, day))
}

export const isAmong = ({ from, to }: DaysThere, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0

/** The complete months of which needs are told: twelve before the day of the review. */
export function monthsOfNeeds(on: Temporal.Instant): {
  readonly from: Temporal.PlainDate
  readonly before: Temporal.PlainDate
} {
  const before = monthIn(on).toPlainDate({ day: 1 })
  return { from: before.subtract({ months: 12 }), before }
}

/** Searches of all towns together for a kind in a month. */
export interface MonthNeed extends KindNeed {
  /** First day of the month. */
  readonly month: Temporal.PlainDate
  /** In which it was searched for. */
  readonly towns: number
}

/** What may be told of a month: nothing of fewer than five towns, so that no small town is the network. */
export const needsToTell = (needs: readonly MonthNeed[]): readonly MonthNeed[] =>
  needs.filter(({ searches, towns }) => searches >= fewest && towns >= fewest)

/** Months that are over for a day at least: what was sent in their last minutes has been taken in. */
export function monthsToTell(today: Temporal.PlainDate): {
  readonly from: Temporal.PlainDate
  readonly before: Temporal.PlainDate
} {
  const before = today.subtract({ days: 1 }).with({ day: 1 })
  return { from: before.subtract({ months: 12 }), before }
}
