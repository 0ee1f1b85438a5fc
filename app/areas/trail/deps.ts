import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { Checklist } from '../checklist/index.ts'

/** A town or an association as it calls itself, and in further languages by code. */
interface Named {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

export interface TrailTown extends Named {
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  /** IANA name; days and times of the trail are in it. */
  readonly timeZone: string
}

export type NamedAssociation = Named

export interface TrailDeps {
  readonly database: Database
  readonly clock: Clock
  readonly checklist: Checklist
  readonly languages: Languages
  readonly notify: Notify
  /** To be awaited before a transaction that notifies: the queue may not have started yet. */
  readyToNotify(): Promise<void>
  readAuthority(id: string): Promise<TrailTown | undefined>
  readAuthorities(ids: readonly string[]): Promise<readonly Named[]>
  readAssociations(ids: readonly string[]): Promise<readonly NamedAssociation[]>
  /** Names of persons who still exist, by id. */
  personNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}
