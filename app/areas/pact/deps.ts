import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Notify } from '../../platform/mail/notice.ts'

/** What the use cases of the texts need; the composition root gives it. */
export interface PactDeps {
  readonly database: Pick<Database, 'db'>
  readonly notify: Notify
  readonly languages: Languages
  /** To be awaited before a transaction that notifies: the queue may not have started yet. */
  readyToNotify(): Promise<void>
  /** Ids of those who work for the secretariat. */
  secretariatPeople(db: Db): Promise<readonly string[]>
}

/** What the pages of the texts need beside. */
export interface PactOfficeDeps extends PactDeps {
  readonly clock: Clock
  readonly i18n: I18n
  readonly instanceName: string
  /** By id; who is gone is left out. */
  personNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}
