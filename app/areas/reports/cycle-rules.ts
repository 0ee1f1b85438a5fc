/** Cycles of reports, in step with the meeting of signatories. Pure; days are `YYYY-MM-DD`, which sort as they follow. */

export interface CycleFacts {
  readonly opens: string
  /** Until when reports are asked for; one that comes later is as welcome. */
  readonly due: string
  readonly meetingOn: string | null
}
export interface Cycle extends CycleFacts {
  /** From 1, in the order in which they open. */
  readonly number: number
  readonly demonstration: boolean
  readonly revision: number
}

/** The next meeting comes at most so long after the last. */
const longestBetween = { months: 24 } as const

export const cycleFaults = ['opens', 'due', 'meeting', 'order', 'dueOrder', 'meetingEarly', 'meetingLate'] as const
export type CycleFaultCode = (typeof cycleFaults)[number]

export interface CycleFault {
  readonly field: 'opens' | 'due' | 'meeting'
  readonly code: CycleFaultCode
}

/** @param others all but the one that is looked at. @param number of the one that is looked at. */
export function faultsOf(facts: CycleFacts, number: number, others: readonly Cycle[]): CycleFault[] {
  const { opens, due, meetingOn } = facts
  const before = others.find((one) => one.number === number - 1)
  const after = others.find((one) => one.number === number + 1)
  const inOrder = (!before || before.opens < opens) && (!after || opens < after.opens)
  return [
    ...(inOrder ? [] : [{ field: 'opens', code: 'order' } as const]),
    ...(opens < due ? [] : [{ field: 'due', code: 'dueOrder' } as const]),
    ...(meetingOn !== null && meetingOn < due ? [{ field: 'meeting', code: 'meetingEarly' } as const] : []),
    ...(isTooLate(before?.meetingOn, meetingOn) || isTooLate(meetingOn, after?.meetingOn)
      ? [{ field: 'meeting', code: 'meetingLate' } as const]
      : []),
  ]
}

function isTooLate(last: string | null | undefined, next: string | null | undefined): boolean {
  if (!last || !next) return false
  return Temporal.PlainDate.compare(next, Temporal.PlainDate.from(last).add(longestBetween)) > 0
}

/** The newest that has opened: who is late still reports for it, until the next one opens. */
export function cycleOn<C extends Pick<Cycle, 'number' | 'opens'>>(cycles: readonly C[], today: string): C | undefined {
  return cycles.filter(({ opens }) => opens <= today).toSorted((a, b) => b.number - a.number)[0]
}

/**
 * The cycle whose reports a meeting reads: the one that has its day, else the newest that has none yet and is due before it.
 *
 * @param meeting its first day.
 */
export function cycleFor<C extends CycleFacts>(cycles: readonly C[], meeting: string): C | undefined {
  return (
    cycles.find(({ meetingOn }) => meetingOn === meeting) ??
    cycles
      .filter(({ meetingOn, due }) => meetingOn === null && due <= meeting && !isTooLate(due, meeting))
      .toSorted((a, b) => (a.due < b.due ? 1 : -1))[0]
  )
}

/** What counts as done in a cycle: since the one before it was due, or for two years; up to today. */
export function periodOf(cycle: Cycle, cycles: readonly Cycle[], today: string): { from: string; to: string } {
  const before = cycles.find(({ number }) => number === cycle.number - 1)
  const from = before
    ? Temporal.PlainDate.from(before.due).add({ days: 1 })
    : Temporal.PlainDate.from(cycle.due).subtract({ years: 2 })
  return { from: from.toString(), to: today }
}

/** Days before the end at which a town without a report is told. */
const reminderDays = [90, 30] as const

/** Which reminder counts today; undefined: none. */
export function reminderOn({ opens, due }: Pick<Cycle, 'opens' | 'due'>, today: string): 90 | 30 | undefined {
  if (today < opens || today > due) return undefined
  const left = Temporal.PlainDate.from(today).until(due, { largestUnit: 'days' }).days
  return reminderDays.findLast((days) => left <= days)
}
