import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { Lanzarote } from '../checklist/index.ts'
import type { KeptPapers, SiteDeps } from '../help-pages/index.ts'

/** What the public pages need. */
export interface ToolkitPagesDeps {
  readonly site: SiteDeps
  readonly database: Pick<Database, 'read' | 'take'>
  readonly pageCache: PageCache
  readonly papers: KeptPapers
  readonly clock: Clock
  readonly lanzarote: Lanzarote
  readonly languages: Languages
}
