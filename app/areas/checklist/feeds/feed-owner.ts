/** Where the owner of a feed is: its clock, and the country whose numbers and towns a directory speaks of. */
import type { Db } from '../../../platform/db/tables.ts'
import { readTown } from '../town-store.ts'
import type { FeedOwner } from './feed-schema.ts'

export interface OwnerPlace {
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly timeZone: string
}

export interface FeedOwnersDeps {
  /** Undefined: gone. */
  readAssociation(db: Db, id: string): Promise<AssociationPlace | undefined>
}

export interface AssociationPlace extends OwnerPlace {
  readonly slug: string
  readonly name: string
  /** In further languages, by code. */
  readonly names: Readonly<Record<string, string>>
  /** A fictional association: its towns are, too. */
  readonly demonstration: boolean
}

/** @throws Error where the owner is gone: addresses are checked before a use case begins. */
export async function placeOfOwner(deps: FeedOwnersDeps, db: Db, { type, id }: FeedOwner): Promise<OwnerPlace> {
  if (type === 'authority') return readTown(db, id)
  const found = await deps.readAssociation(db, id)
  if (!found) throw new Error('a feed belongs to an association that does not exist')
  return found
}
