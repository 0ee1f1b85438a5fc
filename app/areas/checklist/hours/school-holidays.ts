/** Whether a day is one of school holidays, by the dates that somebody has entered. Pure. */

export interface DateRange {
  /** ISO dates, both inclusive. */
  readonly from: string
  readonly to: string
}

/** No school year has a longer time without holidays: between two dates further apart some are missing. */
const longestTerm = 150

/**
 * Known from the first day entered to the last: what lies before, after or in a gap longer than any term is unknown.
 *
 * @param ranges in any order; they may overlap.
 */
export function schoolCalendar(ranges: readonly DateRange[]): (date: string) => 'yes' | 'no' | 'unknown' {
  const sorted = ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return (date) => {
    if (sorted.some(({ from, to }) => from <= date && date <= to)) return 'yes'
    const before = sorted.filter(({ to }) => to < date).map(({ to }) => to)
    const after = sorted.find(({ from }) => from > date)?.from
    const last = before.toSorted().at(-1)
    if (last === undefined || after === undefined) return 'unknown'
    return daysBetween(last, after) <= longestTerm ? 'no' : 'unknown'
  }
}

/** The last day of which it is known, from today on without a gap; undefined where today is not. */
export function knownUntil(ranges: readonly DateRange[], today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (schoolCalendar(ranges)(today.toString()) === 'unknown') return undefined
  const coming = ranges.filter(({ to }) => to >= today.toString()).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  let until = today.toString()
  for (const { from, to } of coming) {
    if (from > until && until > today.toString() && daysBetween(until, from) > longestTerm) break
    if (to > until) until = to
  }
  return Temporal.PlainDate.from(until)
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
