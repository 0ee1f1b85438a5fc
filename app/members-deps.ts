/** What the members of associations need from other areas. */
import { readAssociations } from './areas/associations/index.ts'
import { findExactly, foldQuery } from './areas/authorities/index.ts'
import type { MembersOfficeDeps } from './areas/members/index.ts'
import { codesAndNames } from './areas/mergers/index.ts'
import type { Services } from './services.ts'

export function membersDepsOf({ database, clock }: Pick<Services, 'database' | 'clock'>): MembersOfficeDeps {
  return {
    database,
    clock,
    foldings: foldQuery,
    readAssociation: async (db, id) => (await readAssociations(db, [id]))[0],
    readTable: codesAndNames,
    findAreas: async (db, country, codeOrName) =>
      (await findExactly(db, country, codeOrName)).filter(({ kind }) => kind !== 'municipality'),
  }
}
