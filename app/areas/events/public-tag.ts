/** What public pages, feeds, frames and pictures of events depend on. */
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Db } from '../../platform/db/tables.ts'

/** Of the events of a year in all countries. */
export const yearTag = (year: number): string => `events ${year}`
/** Of the events of a year in a country. @param country upper case. */
export const countryTag = (year: number, country: string): string => `events ${year} ${country}`
/** Which editions there are, and their themes. */
export const editionsTag = 'event-editions'

/** Tells every node, once the transaction commits. @param changed where events have changed. */
export const announceEvents = (
  tx: Db,
  changed: readonly { readonly year: number; readonly country: string; readonly authority: string }[],
): Promise<void> =>
  announceChange(tx, [
    ...new Set(
      changed.flatMap(({ year, country, authority }) => [yearTag(year), countryTag(year, country), authority]),
    ),
  ])
