/** What a search asks of a town before it looks for anything; the same for everybody who is there, and kept in memory. */
import type { ReadDb } from '../../../platform/db/tables.ts'
import type { Facts } from '../../../platform/page-cache/kept-facts.ts'
import { type Authority, findBySlug, nutsCodeOf } from '../../authorities/index.ts'
import { type DateRange, schoolHolidaysOf } from '../../checklist/index.ts'
import { anyTown, type HelpPagesDeps } from '../deps.ts'
import { type ServedHere, servedNow } from '../town-store.ts'

export interface PlaceFacts {
  readonly town: Authority
  /** Whose services are for its people. */
  readonly served: ServedHere
  /** Of a town that is no more: what has come out of it. */
  readonly parts: readonly Authority[]
  /** Of the place, for its public holidays; undefined where nobody has said. */
  readonly nuts: string | undefined
  readonly schoolHolidays: readonly DateRange[]
}

type Deps = Pick<HelpPagesDeps, 'database' | 'places'>

const addressOf = ({ country, slug }: Pick<Authority, 'country' | 'slug'>) => `${country.toUpperCase()}/${slug}`

async function read(db: ReadDb, town: Authority): Promise<Facts<PlaceFacts>> {
  const { served, parts } = await servedNow(db, town)
  const ended = parts?.ended ? parts.authorities : []
  const nuts = await nutsCodeOf(db, served.as)
  const schoolHolidays = (await schoolHolidaysOf(db, town.id, served.as))?.ranges ?? []
  const dependsOn = [...served.areas, ...served.as, ...served.beside, ...ended.map(({ id }) => id)]
  return { value: { town, served, parts: ended, nuts, schoolHolidays }, dependsOn }
}

/** From memory or read now. */
export async function factsOf({ database, places }: Deps, town: Authority): Promise<PlaceFacts> {
  const facts = await places.get(addressOf(town), () => database.read((db) => read(db, town)))
  // Kept under the address of a town that has gone there meanwhile: never another town's.
  return facts?.town.id === town.id ? facts : (await database.read((db) => read(db, town))).value
}

/** Of whatever an address stands for now. @returns undefined where it stands for nothing. */
export function factsAt(
  { database, places }: Deps,
  address: Pick<Authority, 'country' | 'slug'>,
): Promise<PlaceFacts | undefined> {
  return places.get(addressOf(address), () =>
    database.read(async (db): Promise<Facts<PlaceFacts | undefined>> => {
      const found = await findBySlug(db, address.country, address.slug)
      const moved = found?.movedTo
      const town = found?.authority ?? (moved && (await findBySlug(db, moved.country, moved.slug))?.authority)
      if (!town) return { value: undefined, dependsOn: [anyTown] }
      const facts = await read(db, town)
      // An address that has moved may be given back.
      return moved ? { ...facts, dependsOn: [...facts.dependsOn, anyTown] } : facts
    }),
  )
}
