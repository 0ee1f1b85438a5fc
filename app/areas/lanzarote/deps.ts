import type { Clock } from '../../platform/clock.ts'
import type { CountedSeldom } from '../../platform/page-cache/counted-seldom.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { Checklist, Lanzarote } from '../checklist/index.ts'
import type { SiteDeps } from '../help-pages/index.ts'
import type { PlainLanzarote } from './plain-data.ts'

/** By kind of service, or by number of an article. */
type Counts = Pick<CountedSeldom<ReadonlyMap<string, number>>, 'read'>

/** What the pages of the Convention need; the composition root gives it. */
export interface LanzaroteDeps {
  readonly site: SiteDeps
  readonly pageCache: PageCache
  readonly clock: Clock
  readonly lanzarote: Lanzarote
  readonly plain: PlainLanzarote
  readonly checklist: Checklist
  /** Who publishes services, by kind. */
  readonly publishers: Counts
  /** Plans with a measure, by article. */
  readonly plans: Counts
}
