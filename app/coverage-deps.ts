/** What counting how far members have come needs from other areas. */
import { readAssociations } from './areas/associations/index.ts'
import { countStandings } from './areas/checklist/index.ts'
import type { CoverageOfficeDeps } from './areas/coverage/index.ts'
import type { Services } from './services.ts'

export function coverageDepsOf({ database, clock, checklist, reference }: Services): CoverageOfficeDeps {
  return {
    database,
    clock,
    countStandings: (most, within) => countStandings(checklist, { most, ...(within ? { within } : {}) }),
    readAssociation: async (db, id) => (await readAssociations(db, [id]))[0],
    readCountry: (country) => reference.countries.byIso(country),
  }
}
