/** What public pages of conclusions depend on. */
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { meetingTag } from '../meetings/index.ts'

/** Tells every node, once the transaction commits. */
export const announceConclusions = (tx: Tx, year: number): Promise<void> => announceChange(tx, [meetingTag(year)])
