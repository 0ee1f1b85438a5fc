/** The secretariat adds and changes cycles. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { type CycleFacts, type CycleFault, faultsOf } from './cycle-rules.ts'
import { insertCycle, lockCycles, updateCycle } from './cycle-store.ts'
import type { ReportsDeps } from './deps.ts'

export type CycleOutcome =
  | { readonly outcome: 'kept' | 'gone' | 'conflict' }
  | { readonly outcome: 'faults'; readonly faults: readonly CycleFault[] }

interface GivenCycle {
  readonly number: number
  readonly facts: CycleFacts
  /** The revision that the form was made from; 0: a new one. */
  readonly seen: number
}

/** What a page depends on that says whether there is a report for the cycle of today. */
export const cyclesTag = 'report-cycles'

/** They belong to no town: the trail of the instance says who changed them. */
export async function keepCycle(
  { database }: Pick<ReportsDeps, 'database'>,
  act: Act,
  { number, facts, seen }: GivenCycle,
): Promise<CycleOutcome> {
  return database.db.transaction().execute(async (tx): Promise<CycleOutcome> => {
    const all = await lockCycles(tx)
    const current = all.find((one) => one.number === number)
    if (current) {
      const { opens, due, meetingOn } = current
      if (isDeepStrictEqual({ opens, due, meetingOn }, { ...facts })) return { outcome: 'kept' }
      if (current.revision !== seen) return { outcome: 'conflict' }
    } else if (seen > 0 || number !== (all[0]?.number ?? 0) + 1) return { outcome: 'gone' }
    const others = all.filter((one) => one.number !== number)
    const faults = faultsOf(facts, number, others)
    if (faults.length > 0) return { outcome: 'faults', faults }
    if (current) await updateCycle(tx, number, facts)
    else await insertCycle(tx, { number, demonstration: act.actor === 'demonstration', ...facts })
    await announceChange(tx, [cyclesTag])
    const detail = { ...facts, meetingOn: facts.meetingOn ?? '' }
    await recordAudit(tx, act, { authority: null, subject: `report cycle ${number}`, detail })
    return { outcome: 'kept' }
  })
}

/**
 * The day of a meeting of signatories for the cycle that has none, or that had the day from which the meeting has moved. The
 * meeting leads: a day that somebody has typed here otherwise stays.
 *
 * @param given.before the first day of the meeting until now.
 * @returns `none`: no cycle waits for it. `refused`: one does, but its own rules speak against the day.
 */
export async function enterMeetingDay(
  tx: Tx,
  act: Act,
  { day, before }: { readonly day: string; readonly before: string | null },
): Promise<'none' | 'entered' | 'refused'> {
  const all = await lockCycles(tx)
  const moved = before === null ? undefined : all.find(({ meetingOn }) => meetingOn === before)
  const waiting = moved ?? all.find(({ meetingOn, due }) => meetingOn === null && due <= day)
  if (!waiting || all.some(({ meetingOn }) => meetingOn === day)) return 'none'
  const { number, opens, due } = waiting
  const facts = { opens, due, meetingOn: day }
  const others = all.filter((one) => one.number !== number)
  if (faultsOf(facts, number, others).length > 0) return 'refused'
  await updateCycle(tx, number, facts)
  await announceChange(tx, [cyclesTag])
  await recordAudit(tx, act, { authority: null, subject: `report cycle ${number}`, detail: facts })
  return 'entered'
}
