/** What people look for in a town and do not find, told so that nobody can be recognised in it. */

export interface MonthlyNeed {
  readonly kind: string
  /** First day of the month. */
  readonly month: Temporal.PlainDate
  readonly searches: number
}

export interface ToldNeed {
  readonly kind: string
  readonly searches: number
}

/** Fewer searches of a kind in a month are left out: in a small town they may be one family. */
export const fewestTold = 5
/** As many complete months are told of. */
const monthsTold = 12

/** The first months are told of from this day on; the running one never is: whoever looks twice would see one search. */
export function toldMonths(today: Temporal.PlainDate): {
  readonly from: Temporal.PlainDate
  readonly before: Temporal.PlainDate
} {
  const before = today.with({ day: 1 })
  return { from: before.subtract({ months: monthsTold }), before }
}

/** Most searched first. */
export function toldNeeds(needs: readonly MonthlyNeed[], today: Temporal.PlainDate): ToldNeed[] {
  const { from, before } = toldMonths(today)
  const within = ({ month }: MonthlyNeed) =>
    Temporal.PlainDate.compare(month, from) >= 0 && Temporal.PlainDate.compare(month, before) < 0
  const sums = new Map<string, number>()
  for (const { kind, searches } of needs.filter((one) => within(one) && one.searches >= fewestTold)) {
    sums.set(kind, (sums.get(kind) ?? 0) + searches)
  }
  return [...sums]
    .map(([kind, searches]) => ({ kind, searches }))
    .sort((a, b) => b.searches - a.searches || (a.kind < b.kind ? -1 : 1))
}
