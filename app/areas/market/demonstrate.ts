/** The market of a fictional meeting: what towns of the demonstration have published, each at a table. */
import type { Act } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { Meeting } from '../meetings/index.ts'
import { demonstratedPractices, insertStands, placeStand, standsOf } from './stand-store.ts'

/** Once: what is offered already stays as it is. */
export async function demonstrateMarket(tx: Tx, act: Act, meeting: Meeting, day: string): Promise<void> {
  if ((await standsOf(tx, meeting.id)).length > 0) return
  for (const [at, { practice, authority }] of (await demonstratedPractices(tx)).entries()) {
    await insertStands(tx, { meeting: meeting.id, authority }, [practice], act.at)
    const placed = { stand: `Table ${at + 1} (fictional)`, day, starts: '14:00', ends: '15:30' }
    await placeStand(tx, meeting.id, practice, placed)
  }
}
