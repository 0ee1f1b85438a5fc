/** The secretariat puts practices together. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { type Collection, deleteCollection, lockCollection, writeCollection } from './collection-store.ts'
import type { PracticesDeps } from './deps.ts'
import { announcePractices } from './public-tag.ts'

type Deps = Pick<PracticesDeps, 'database'>

export type CollectOutcome =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'conflict'; readonly current: Collection | undefined }

/** @param collection.revision of what the form was made from; 0: it is new. */
export async function saveCollection({ database }: Deps, act: Act, collection: Collection): Promise<CollectOutcome> {
  return database.db.transaction().execute(async (tx): Promise<CollectOutcome> => {
    const before = await lockCollection(tx, collection.id)
    const same = before && isDeepStrictEqual({ ...before, revision: 0 }, { ...collection, revision: 0 })
    if (same) return { outcome: 'saved' }
    if ((before?.revision ?? 0) !== collection.revision) return { outcome: 'conflict', current: before }
    await writeCollection(tx, { ...collection, revision: collection.revision + 1 }, act.at)
    await recordAudit(tx, act, { authority: null, subject: `practice collection ${collection.id}` })
    await announcePractices(tx)
    return { outcome: 'saved' }
  })
}

/** The practices in it stay. */
export async function removeCollection({ database }: Deps, act: Act, id: string): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (!(await deleteCollection(tx, id))) return
    await recordAudit(tx, act, { authority: null, subject: `practice collection ${id}` })
    await announcePractices(tx)
  })
}
