/** The directory that the fictional association follows: `data/demonstration/directory.json`. */
import { z } from 'zod'
import { ensurePerson } from '../areas/accounts/index.ts'
import { readAssociations } from '../areas/associations/index.ts'
import { type ChecklistDeps, loadFictionalDirectory } from '../areas/checklist/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import { associationId, demonstrationPerson } from './people.ts'
import { demonstrationServiceId } from './service-id.ts'

const file = z.strictObject({
  about,
  association: z.string().startsWith('example-'),
  source: z.string(),
  /** A name kept for examples: nothing can be there. */
  url: z.url().regex(/^https:\/\/[a-z.]+\.example\//),
  language: z.string(),
  services: z.array(z.looseObject({ id: z.string(), name: z.string() })).min(1),
})

/** Follows it on behalf of the coordinator; what somebody has changed or ended since stays so. */
export async function loadDirectory(deps: ChecklistDeps, act: Act, timeZone: string): Promise<void> {
  const { association, source, url, language, services } = readDataFile('demonstration/directory.json', file)
  const { db } = deps.database
  const known = db.selectFrom('audit.record').select('id').where('subject', '=', `feed ${source}`)
  if (await known.limit(1).executeTakeFirst()) return
  const email = demonstrationPerson('coordinator')
  const { id: setUpBy } = await ensurePerson(db, { email, name: '', language: 'en' })
  const id = demonstrationServiceId('directory', source)
  const readAssociation = async () => {
    const [found] = await readAssociations(db, [associationId(association)])
    return found && { ...found, timeZone }
  }
  await loadFictionalDirectory(
    { ...deps, kindWords: {}, readAssociation },
    { ...act, name: 'checklist.add-feed' },
    { id, association: associationId(association), source, url, language, setUpBy, services },
  )
}
