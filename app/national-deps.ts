/** Who works for an authority, that of a whole country included: there its coordinators do what officers do. */
import { peopleOf, peopleOfAssociations } from './areas/accounts/index.ts'
import { associationsIn } from './areas/associations/index.ts'
import { readAuthority } from './areas/authorities/index.ts'
import type { Db } from './platform/db/tables.ts'

/** Ids of persons. */
export async function officersOf(db: Db, authority: string): Promise<string[]> {
  const own = await peopleOf(db, authority, ['officer', 'approver'])
  const found = await readAuthority(db, authority)
  if (found?.kind !== 'country') return own
  const keepers = await peopleOfAssociations(db, await associationsIn(db, found.country), 'coordinator')
  return [...new Set([...own, ...keepers])]
}
