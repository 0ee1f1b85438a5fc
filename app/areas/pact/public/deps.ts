import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PageCache } from '../../../platform/page-cache/page-cache.ts'
import type { Lanzarote } from '../../checklist/index.ts'
import type { SiteDeps } from '../../help-pages/index.ts'

/** What the public pages of the Pact need; the composition root gives it. */
export interface PactPagesDeps {
  readonly site: SiteDeps
  readonly pageCache: PageCache
  readonly clock: Clock
  readonly database: Pick<Database, 'read'>
  readonly lanzarote: Lanzarote
  /** The Congress has authorised this register. */
  readonly authorised: boolean
}
