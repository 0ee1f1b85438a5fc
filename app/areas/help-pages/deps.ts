import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { Checklist } from '../checklist/index.ts'
import type { Guides } from '../guides/index.ts'
import type { SiteDeps } from './chrome.ts'

export interface HelpPagesDeps {
  readonly site: SiteDeps
  readonly checklist: Checklist
  readonly guides: Guides
  readonly database: Pick<Database, 'read'>
  readonly pageCache: PageCache
  readonly clock: Clock
}

/** What a page depends on that shows more than single towns: thrown away when any town publishes. */
export const anyTown = 'any-town'

/** What a page depends on that shows the help numbers of a country. @param iso upper case. */
export const numbersOf = (iso: string): string => `helplines ${iso}`
