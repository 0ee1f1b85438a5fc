import type { Config } from '../../config.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Notify } from '../../platform/mail/notice.ts'

/** A town or an association as it calls itself, and in further languages by code. */
export interface NamedPlace {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** Times of a question are told in the town's. */
export type AskingTown = NamedPlace & { readonly timeZone: string }

export interface QuestionsDeps {
  readonly config: Pick<Config, 'baseUrl' | 'secret' | 'mailReplyTo'>
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly notify: Notify
  /** To be awaited before a transaction that notifies: the queue may not have started yet. */
  readyToNotify(): Promise<void>
  /** Those that are gone are left out. */
  readTowns(db: Db, ids: readonly string[]): Promise<readonly AskingTown[]>
  readAssociations(db: Db, ids: readonly string[]): Promise<readonly NamedPlace[]>
  /** Ids of those who work in the office of a town, of all or of the approvers alone. */
  officeOf(db: Db, authority: string, approversAlone: boolean): Promise<readonly string[]>
  coordinatorsOf(db: Db, association: string): Promise<readonly string[]>
  /** Undefined for somebody who is gone. */
  readPerson(db: Db, id: string): Promise<{ readonly email: string } | undefined>
  /** Where the association can be asked by mail, if it has said so. */
  askingAddress(db: Db, association: string): Promise<string | null>
}

/** What the pages need, beside. */
export interface QuestionsOfficeDeps extends QuestionsDeps {
  /** Names of persons who still exist, by id. */
  personNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Whether the town lets the association look at its office now. */
  isLetIn(authority: string, association: string): Promise<boolean>
  /** A name as one compares it with what somebody types. */
  comparable(name: string): string
  /** The ISO date of what somebody typed, or null. */
  parseDate(text: string): string | null
}
