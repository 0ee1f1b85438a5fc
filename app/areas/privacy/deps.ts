import type { Config } from '../../config.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { Erase, PersonalSet } from '../../platform/privacy/personal-data.ts'
import type { Retention } from '../../platform/privacy/retention.ts'

export interface PrivacyDeps {
  readonly config: Pick<Config, 'baseUrl' | 'instanceName' | 'dataDir'>
  readonly database: Pick<Database, 'db'>
  readonly jobs: Pick<Jobs, 'start' | 'enqueue'>
  readonly i18n: Pick<I18n, 'translator' | 'negotiate'>
  readonly clock: Clock
  readonly log: Log
  readonly notify: Notify
  /** What all areas hold about a person. */
  readonly sets: readonly PersonalSet[]
  /** How all areas forget one, in this order. */
  readonly erasers: readonly Erase[]
  /** How long everything is kept. */
  readonly retention: readonly Retention[]
  /** Ids of people whose account stays without a role: something that stands in their name is theirs to end. */
  readonly neededAccounts: (db: Db) => Promise<readonly string[]>
  /** Names of towns and associations, by id. */
  readonly placeNames: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
