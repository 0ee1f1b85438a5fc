import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Log } from '../../platform/log.ts'
import type { NetClient } from '../../platform/net/net-client.ts'
import type { Checklist } from '../checklist/index.ts'
import type { Reading } from './reading-rules.ts'

/** A town as it calls itself, and where its website is. */
export interface FinderTown {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  /** IANA name. */
  readonly timeZone: string
  readonly officialLanguages: readonly string[]
  /** Official ones, as a browser writes them. */
  readonly hosts: readonly string[]
}

/** What of ours stands on a page. */
export interface Placed {
  readonly verdict: 'embedded' | 'export'
  /** Of a copy, where it says so. */
  readonly made: Temporal.Instant | undefined
}

/** What use cases and jobs need. */
export interface FinderDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly log: Log
  /** The only way to hosts that somebody else names. */
  readonly net: NetClient
  /** False: the operator wants nothing to go out. */
  readonly networkOn: boolean
  readonly reading: Reading
  wait(milliseconds: number): Promise<void>
  readTown(db: Db, id: string): Promise<FinderTown | undefined>
  /** Codes, the most used first. @param country ISO 3166-1, upper case. */
  languagesOf(country: string): readonly string[]
  placedOn(town: FinderTown, html: string, url: URL): Placed | undefined
  /** To be awaited before a transaction that has sites looked at: the queue may not have started yet. */
  readyToLook(): Promise<void>
  lookSoon(tx: Tx): Promise<void>
}

export interface FinderAssociation {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** What the pages need, beside. */
export interface FinderOfficeDeps extends FinderDeps {
  readonly checklist: Checklist
  /** Every form in which a name is looked for. */
  foldings(name: string): readonly string[]
  readAssociation(db: Db, id: string): Promise<FinderAssociation | undefined>
  /** Names of persons who still exist, by id. */
  personNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}
