import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another process holds the data folder: a second one would silently destroy acknowledged writes. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(
      `Another process uses the data folder ${folder}: the embedded database serves one process at a time. ` +
        'Stop the server first, or set DATABASE_URL to use a database server.',
    )
  }
}

/** Held until they are given back: one that nobody refers to would be collected, and its lock with it. */
const held = new Set<DatabaseSync>()

/**
 * Takes the exclusive lock of a data folder. It is a lock of the operating system (held through an exclusive SQLite
 * transaction on `lock.sqlite`), so that it goes with the process however that ends: nothing stale is left after
 * kill -9, and there is no moment at which two can hold it.
 *
 * @returns a function that gives the lock back.
 * @throws {FolderInUse}
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const database = new DatabaseSync(join(folder, 'lock.sqlite'))
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new FolderInUse(folder)
    throw error
  }
  held.add(database)
  return () => {
    held.delete(database)
    database.close()
  }
}
