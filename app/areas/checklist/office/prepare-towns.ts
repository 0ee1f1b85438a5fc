/** After a start what pages of large towns look at is read little by little: whoever comes first does not wait for all of it. */
import type { Gently } from '../../../platform/breath.ts'
import { readKeptPage } from '../current-page.ts'
import { countSame } from '../duplicates/same-services.ts'
import { mostLists } from '../import-services/looked-lists.ts'
import { listUploads } from '../import-services/upload-store.ts'
import { checkUpload } from '../import-services/uploads.ts'
import { largeDrafts } from '../large-drafts-store.ts'
import { countUnpublished, readKeptDraft } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { kindWordsOf } from './import/choice-form.ts'
import { townOfServices } from './same-routes.tsx'

/** Of services: smaller ones are read while somebody asks. */
const large = 300
/** Services of all of them together: half of what memory holds. */
const room = 5_000

/**
 * The largest first, as many as there is room for.
 *
 * @param given.isOver asked between two towns: the server stops.
 * @returns their ids.
 */
export async function prepareTowns(
  deps: OfficeChecklistDeps,
  { isOver, gently }: { readonly isOver: () => boolean; readonly gently: Gently },
): Promise<readonly string[]> {
  const { database } = deps
  const words = kindWordsOf(deps)
  const read: string[] = []
  let left = room
  for (const { authority: id, services } of await largeDrafts(database.db, large)) {
    const authority = await deps.readAuthority(id)
    if (isOver()) break
    left -= services
    if (!authority || left < 0) continue
    const draft = await gently(() => readKeptDraft(database, id))
    await gently(() => countUnpublished(deps, id))
    await gently(() => readKeptPage(database, id))
    await gently(async () => countSame(database.db, await townOfServices(deps, authority), draft))
    for (const { choice, ...upload } of (await listUploads(database.db, id)).slice(0, mostLists)) {
      if (choice && !isOver()) await gently(() => checkUpload(deps, deps.clock.now(), { ...upload, choice }, words))
    }
    read.push(id)
  }
  return read
}
