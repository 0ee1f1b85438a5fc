/** What the areas of a country need from other areas. */
import { readAssociations } from './areas/associations/index.ts'
import { foldings } from './areas/authorities/index.ts'
import type { CatchmentOfficeDeps } from './areas/catchments/index.ts'
import type { Services } from './services.ts'

export function catchmentDepsOf({
  database,
  clock,
  reference: { countries, languages },
}: Pick<Services, 'database' | 'clock' | 'reference'>): CatchmentOfficeDeps {
  return {
    ...{ database, clock, countries, languages },
    readAssociation: async (db, id) => (await readAssociations(db, [id]))[0],
    fold: (text) => foldings(text)[0] ?? text.trim().toLowerCase(),
  }
}
