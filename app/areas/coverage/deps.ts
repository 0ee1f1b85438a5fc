import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'

/** What counting needs. */
export interface CoverageDeps {
  readonly database: Database
  readonly clock: Clock
  /** Counts how published pages stand, of these authorities, where something has changed. @returns how many were counted. */
  countStandings(most: number, within?: readonly string[]): Promise<number>
}

export interface NamedAssociation {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** What the pages need; the composition root gives it. */
export interface CoverageOfficeDeps extends CoverageDeps {
  readAssociation(db: Db, id: string): Promise<NamedAssociation | undefined>
  /** Of a country: ISO 3166-1 numeric, and where its capital is by the clock. @param country upper case. */
  readCountry(country: string): { readonly numericCode: string; readonly timeZone: string } | undefined
}
