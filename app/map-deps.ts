/** What the one map of the network shows, from the areas that know it. */
import { countPublished, publishedSpots } from './areas/authorities/index.ts'
import { countCountries, editionsTag, newestYear, readSpots, yearTag } from './areas/events/index.ts'
import { anyTown, type HelpPagesDeps } from './areas/help-pages/index.ts'
import type { LayerFacts, NetworkFacts } from './areas/network-map/index.ts'
import { registerTag } from './areas/register/index.ts'
import { type RegisterMemory, readCells, readPlaces } from './areas/register-pages/index.ts'

/** Lines of the grid in a degree: finer than the marks of the map are. */
const perDegree = 3

const countsOf = <Row extends { readonly country: string }>(rows: readonly Row[], of: (row: Row) => number) => {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row.country, (counts.get(row.country) ?? 0) + of(row))
  return counts
}
const allInvented = (rows: readonly { readonly demonstration: boolean }[]) =>
  rows.every(({ demonstration }) => demonstration)

type Given = Pick<HelpPagesDeps, 'database' | 'clock'>

async function signatoriesOf(given: Given, memory: RegisterMemory): Promise<LayerFacts> {
  const standing = (await readCells({ ...given, memory })).filter(({ status }) => status === 'signed')
  const places = await readPlaces({ ...given, memory })
  return { ...places, counts: countsOf(standing, ({ entries }) => entries), invented: allInvented(standing) }
}

async function pagesOf({ database }: Given): Promise<LayerFacts> {
  const rows = await database.read(countPublished)
  const places = await database.read((db) => publishedSpots(db, perDegree))
  return { ...places, counts: countsOf(rows, ({ towns }) => towns), invented: allInvented(rows) }
}

async function eventsOf({ database }: Given, year: number): Promise<LayerFacts> {
  const rows = await database.read((db) => countCountries(db, year))
  const places = await database.read((db) => readSpots(db, year, undefined))
  return { ...places, counts: countsOf(rows, ({ events }) => events), invented: allInvented(rows) }
}

export const networkMapDepsOf = (
  { site, pageCache, database, clock }: HelpPagesDeps,
  { register: memory, authorised }: { readonly register: RegisterMemory; readonly authorised: string | undefined },
) => ({
  ...{ site, pageCache, clock, authorised },
  async readNetwork(): Promise<NetworkFacts> {
    const given = { database, clock }
    const year = await newestYear(given)
    return {
      year,
      layers: {
        signatories: await signatoriesOf(given, memory),
        pages: await pagesOf(given),
        events: await eventsOf(given, year),
      },
      dependsOn: [registerTag, anyTown, editionsTag, yearTag(year)],
    }
  },
})
