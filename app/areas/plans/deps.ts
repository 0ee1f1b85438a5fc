import type { Act } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Notify } from '../../platform/mail/notice.ts'

/** An authority as plans need it. */
export interface PlanTown {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly kind: string
  readonly timeZone: string
  /** Codes of the official languages, the first first. */
  readonly languages: readonly string[]
}

/** What the use cases need. */
export interface PlansDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly notify: Notify
  /** To be awaited before a transaction that notifies: the queue may not have started yet. */
  readyToNotify(): Promise<void>
  /** Those that are gone are left out. */
  readTowns(db: Db, ids: readonly string[]): Promise<readonly PlanTown[]>
  /** Ids of those who work in the office of a town, of all or of the approvers alone. */
  officeOf(db: Db, authority: string, approversAlone: boolean): Promise<readonly string[]>
  /** Whether the office wants a second person to look at what is published. */
  wantsTwoPairs(db: Db, authority: string): Promise<boolean>
  /** Tells every node that the public facts of these authorities have changed. */
  announceChange(tx: Tx, authorities: readonly string[]): Promise<void>
}

/** A use case of a person. */
export type PersonsAct = Act & { readonly person: NonNullable<Act['person']> }
