/** What directories that associations follow need from other areas. */
import { readAssociations } from './areas/associations/index.ts'
import type { FeedOwnersDeps } from './areas/checklist/index.ts'
import type { ReferenceData } from './reference-data.ts'

export function directoryDepsOf({ countries }: Pick<ReferenceData, 'countries'>): FeedOwnersDeps {
  return {
    readAssociation: async (db, id) => {
      const [found] = await readAssociations(db, [id])
      return found && { ...found, timeZone: countries.byIso(found.country)?.timeZone ?? 'UTC' }
    },
  }
}
