import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { ReadDb } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { BadgeShown } from '../certificates/index.ts'
import type { SiteDeps } from '../help-pages/index.ts'
import type { HistoricalSignatories } from './historical.ts'
import type { RegisterMemory } from './memory.ts'

export interface RegisterPagesDeps {
  readonly site: SiteDeps
  readonly database: Pick<Database, 'read'>
  readonly pageCache: PageCache
  readonly memory: RegisterMemory
  readonly clock: Clock
  /** Whether an authority has published an action plan. */
  hasPlan(db: ReadDb, authority: string): Promise<boolean>
  /** By which a website shows where a signature stands; none where it has ended. */
  badgesOf(db: ReadDb, number: number, translator: Translator): Promise<readonly BadgeShown[]>
  /** The reference of the Congress's authorisation, as the settings record it. Undefined: this is no official register. */
  readonly authorised: string | undefined
  readonly historical: HistoricalSignatories
}
