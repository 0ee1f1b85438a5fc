/** What directories that associations follow need from other areas. */
import { peopleOfAssociations } from './areas/accounts/index.ts'
import { readAssociations } from './areas/associations/index.ts'
import type { TellFailingDeps } from './areas/checklist/index.ts'
import type { ReferenceData } from './reference-data.ts'

export function directoryDepsOf({
  countries,
}: Pick<ReferenceData, 'countries'>): Pick<TellFailingDeps, 'readAssociation' | 'coordinatorsOf'> {
  return {
    readAssociation: async (db, id) => {
      const [found] = await readAssociations(db, [id])
      return found && { ...found, timeZone: countries.byIso(found.country)?.timeZone ?? 'UTC' }
    },
    coordinatorsOf: (db, association) => peopleOfAssociations(db, [association], 'coordinator'),
  }
}
