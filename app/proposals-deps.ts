import { areasOf, neighboursOf, readAuthority } from './areas/authorities/index.ts'
import type { OfficeChecklistDeps } from './areas/checklist/index.ts'
import { servicesOfOthers } from './areas/help-pages/index.ts'
import { waitingOffers } from './areas/offers/index.ts'
import type { ProposalsDeps } from './areas/proposals/index.ts'
import type { Services } from './services.ts'

/** Towns from which one may learn: more would be a list to work through. */
const mostNeighbours = 5

const narrowestFirst = ['joint', 'municipality', 'district', 'region', 'country']

/** What proposals need from other areas. */
export function proposalsDepsOf(
  { checklist, database, reference }: Services,
  { readTextOwners }: Pick<OfficeChecklistDeps, 'readTextOwners'>,
): ProposalsDeps {
  const { db } = database
  const width = (kind: string) => narrowestFirst.indexOf(kind)
  return {
    ...checklist,
    readTextOwners,
    readTown: (id) => readAuthority(db, id),
    readOffered: (id) => waitingOffers(db, id),
    readInherited: (id) => database.read((reader) => servicesOfOthers(reader, id)),
    readAreas: async (id) =>
      (await areasOf(db, id)).filter((area) => area.id !== id).sort((a, b) => width(a.kind) - width(b.kind)),
    readNeighbours: (id) => neighboursOf(db, id, mostNeighbours),
    languagesOf: (country) => reference.countries.byIso(country)?.officialLanguages ?? [],
  }
}
