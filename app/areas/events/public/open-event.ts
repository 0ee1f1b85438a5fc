/** A public event, and whose it is. */
import { notFound } from '../../../platform/http/faults.ts'
import type { EventPagesDeps } from '../deps.ts'
import { type EventTown, readTownOf } from '../list-store.ts'
import { type EventVersion, readNewest } from '../published-store.ts'

export interface OpenPublic {
  readonly town: EventTown
  readonly newest: EventVersion
}

/** @throws RequestFault not-found where there is no such event in that year. */
export async function openPublic(
  { database }: Pick<EventPagesDeps, 'database'>,
  year: number,
  id: string,
): Promise<OpenPublic> {
  const found = await database.read(async (db) => ({ of: await readTownOf(db, id), newest: await readNewest(db, id) }))
  if (!found.newest || found.of?.year !== year) throw notFound()
  return { town: found.of.town, newest: found.newest }
}
