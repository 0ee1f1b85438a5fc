import type { Db } from '../../platform/db/tables.ts'
import type { SnapshotDocument } from './schema.ts'
import { readCurrent } from './snapshot-store.ts'
import { withStandardTexts } from './standard-store.ts'

/** What a town's public page says, as families read it; undefined where nothing is published. */
export async function readCurrentPage(db: Db, authority: string): Promise<SnapshotDocument | undefined> {
  const document = await readCurrent(db, authority)
  return document && { ...document, services: await withStandardTexts(db, document.services) }
}
