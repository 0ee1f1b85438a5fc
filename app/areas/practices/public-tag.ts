/** What every public page of practices depends on. */
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Db } from '../../platform/db/tables.ts'

export const practicesTag = 'practices'

/** Tells every node, once the transaction commits, that the library has changed. */
export const announcePractices = (tx: Db): Promise<void> => announceChange(tx, [practicesTag])
