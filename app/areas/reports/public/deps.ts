import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PageCache } from '../../../platform/page-cache/page-cache.ts'
import type { Pdf } from '../../../platform/pdf/pdf.ts'
import type { SiteDeps } from '../../help-pages/index.ts'

/** What the public pages of reports need; the composition root gives it. */
export interface ReportPagesDeps {
  readonly site: SiteDeps
  readonly pageCache: PageCache
  readonly clock: Clock
  readonly database: Pick<Database, 'read'>
  readonly pdf: Pdf
}
