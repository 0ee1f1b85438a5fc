import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import { TownMemory } from '../../platform/db/town-memory.ts'
import type { SnapshotDocument } from './schema.ts'
import { currentStamp, readCurrent } from './snapshot-store.ts'
import { withStandardTexts } from './standard-store.ts'

/** What a town's public page says, as families read it; undefined where nothing is published. */
export async function readCurrentPage(db: Db, authority: string): Promise<SnapshotDocument | undefined> {
  const document = await readCurrent(db, authority)
  return document && { ...document, services: await withStandardTexts(db, document.services) }
}

const memory = new TownMemory<SnapshotDocument>(({ services }) => services.length)

/** As `readCurrentPage`, from memory where it is the same version with nothing taken out of it since. */
export async function readKeptPage(database: Database, authority: string): Promise<SnapshotDocument | undefined> {
  const { db } = database
  const begun = memory.begin()
  const stamp = await currentStamp(db, authority)
  if (!stamp) return undefined
  const before = memory.find(database, authority)
  const document = before?.stamp === stamp ? before.value : await readCurrent(db, authority)
  if (!document) return undefined
  memory.keep(database, authority, { begun, stamp, value: document })
  return { ...document, services: await withStandardTexts(db, document.services) }
}
