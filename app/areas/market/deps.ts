import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { HelpPagesDeps } from '../help-pages/index.ts'
import type { PlansDeps } from '../plans/index.ts'

/** What the office needs. */
export interface MarketDeps extends Pick<PlansDeps, 'readTowns'> {
  readonly database: Pick<Database, 'db' | 'read'>
  readonly clock: Clock
  readonly instanceName: string
  /** Whether an authority has signed the Pact, and stands by it. */
  hasSigned(db: Db, authority: string): Promise<boolean>
}

/** What the public page needs. */
export interface MarketPagesDeps extends Pick<HelpPagesDeps, 'site' | 'database' | 'pageCache' | 'clock'> {
  readonly languages: Languages
}
