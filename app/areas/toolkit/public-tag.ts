/** What every public page of the toolkit depends on. */
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Db } from '../../platform/db/tables.ts'

export const toolkitTag = 'toolkit'

/** Tells every node, once the transaction commits, that the toolkit has changed. */
export const announceToolkit = (tx: Db): Promise<void> => announceChange(tx, [toolkitTag])
