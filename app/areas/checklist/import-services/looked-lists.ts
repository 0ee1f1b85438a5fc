/** Lists that wait, as they were read and checked: whoever looks at one has only to wait for what is compared. */
import type { Database } from '../../../platform/db/database.ts'
import { TownMemory } from '../../../platform/db/town-memory.ts'
import { sha256Of } from '../snapshot-store.ts'
import type { CheckedTown } from '../town-store.ts'
import type { CheckedItem } from './settle-batch.ts'
import type { Upload, UploadChoice } from './upload-store.ts'

type Checked = { readonly stamp: string; readonly items: readonly CheckedItem[] }
type Lists = ReadonlyMap<string, Checked>

const memory = new TownMemory<Lists>((lists) => [...lists.values()].reduce((sum, { items }) => sum + items.length, 0))
/** Of one town; those looked at longest ago make room. */
export const mostLists = 3

export type Looked = Pick<Upload, 'id' | 'authority'> & { readonly choice: UploadChoice }

export interface Look {
  readonly found: readonly CheckedItem[] | undefined
  keep(items: readonly CheckedItem[]): void
}

/** To be begun before the list is read. What is wrong with a service depends on the day and on what its office has dialled. */
export function beginLook(
  database: Database,
  { id, authority, choice }: Looked,
  { timeZone, dialled }: Pick<CheckedTown, 'timeZone' | 'dialled'>,
  at: Temporal.Instant,
): Look {
  const begun = memory.begin()
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const stamp = `${sha256Of(choice)} ${today} ${[...dialled].sort().join()}`
  const before = listsOf(database, authority).get(id)
  return {
    found: before?.stamp === stamp ? before.items : undefined,
    keep: (items) => {
      const lists = [...listsOf(database, authority)].filter(([one]) => one !== id).slice(1 - mostLists)
      const value = new Map([...lists, [id, { stamp, items }]])
      memory.keep(database, authority, { begun, stamp: '', value })
    },
  }
}

/** It waits no more. */
export function forgetLook(database: Database, { id, authority }: Pick<Upload, 'id' | 'authority'>): void {
  const begun = memory.begin()
  const value = new Map([...listsOf(database, authority)].filter(([one]) => one !== id))
  memory.keep(database, authority, { begun, stamp: '', value })
}

const none: Lists = new Map()
const listsOf = (database: Database, authority: string): Lists => memory.find(database, authority)?.value ?? none
