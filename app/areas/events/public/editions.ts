/** Which years there are to read about. */

import type { ReadDb } from '../../../platform/db/tables.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { EventPagesDeps } from '../deps.ts'
import { type Edition, readEditions } from '../edition-store.ts'
import { nextYear } from '../event-rules.ts'

export interface OpenYear {
  readonly edition: Pick<Edition, 'year' | 'themes' | 'source' | 'demonstration'>
  /** All of them, the newest first. */
  readonly years: readonly number[]
}

/** This year is always there, whoever has or has not prepared it. */
const withThisYear = (editions: readonly Edition[], now: number): OpenYear['edition'][] =>
  editions.some(({ year }) => year === now)
    ? [...editions]
    : [...editions, { year: now, themes: {}, source: '', demonstration: false }].toSorted((a, b) => b.year - a.year)

/** @throws RequestFault not-found for a year of which nothing is known. */
export async function openYear(
  { database, clock }: Pick<EventPagesDeps, 'database' | 'clock'>,
  year: number,
): Promise<OpenYear> {
  const all = withThisYear(await database.read((db: ReadDb) => readEditions(db)), nextYear(clock.now()))
  const edition = all.find((one) => one.year === year)
  if (!edition) throw notFound()
  return { edition, years: all.map((one) => one.year) }
}

/** The one that somebody most likely looks for: this year's, until a later one is prepared. */
export async function newestYear({ database, clock }: Pick<EventPagesDeps, 'database' | 'clock'>): Promise<number> {
  const [newest] = withThisYear(await database.read((db: ReadDb) => readEditions(db)), nextYear(clock.now()))
  return newest?.year ?? nextYear(clock.now())
}
