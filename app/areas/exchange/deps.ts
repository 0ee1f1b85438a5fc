import type { Act } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { Checklist } from '../checklist/index.ts'
import type { Parts } from './piece-rules.ts'

export interface SharingAssociation {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** What the use cases need. */
export interface ExchangeDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly notify: Notify
  /** To be awaited before a transaction that notifies: the queue may not have started yet. */
  readyToNotify(): Promise<void>
  readAssociations(db: Db, ids: readonly string[]): Promise<readonly SharingAssociation[]>
  coordinatorsOf(db: Db, association: string): Promise<readonly string[]>
  secretariatPeople(db: Db): Promise<readonly string[]>
}

/** A text as a standard text begins with it. */
export interface CopiedText {
  /** Made with the form: the form sent twice begins one text. */
  readonly id: string
  /** Of service. */
  readonly kind: string
  /** Code. */
  readonly language: string
  readonly parts: Parts
}

/** What the pages need, beside. */
export interface ExchangeOfficeDeps extends ExchangeDeps {
  readonly instanceName: string
  readonly languages: Languages
  readonly checklist: Checklist
  countryName(country: string, tag: string): string
  /** Codes, the most used first. @param country ISO 3166-1, upper case. */
  languagesOf(country: string): readonly string[]
  /** Where an association can be asked by mail, if it has said so. */
  askingAddress(association: string): Promise<string | null>
  /**
   * Begins a standard text of an association with a copy.
   *
   * @returns the id of the text of that kind: the new one, or one that was there and stays as it is.
   */
  copyText(act: Act, association: string, text: CopiedText): Promise<{ readonly id: string; readonly begun: boolean }>
  namesNumber(text: string): boolean
  givesPlaceAway(text: string): boolean
}
