import type { Clock } from '../../platform/clock.ts'
import type { CountedSeldom } from '../../platform/page-cache/counted-seldom.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { Checklist, Lanzarote } from '../checklist/index.ts'
import type { SiteDeps } from '../help-pages/index.ts'
import type { ArticleMeasure } from './done-store.ts'
import type { PlainLanzarote } from './plain-data.ts'

export interface ArticlePractice {
  readonly id: string
  readonly title: string
  /** Code of the language of the title. */
  readonly language: string
  /** No person has checked the title. */
  readonly machine: boolean
  readonly town: { readonly id: string; readonly name: string; readonly names: Readonly<Record<string, string>> }
}

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
  /** The newest practices of towns that belong to an article. */
  practicesOf(article: number, language: string): Promise<readonly ArticlePractice[]>
  /** The newest measures of towns that others may begin with, and that belong to an article. */
  measuresOf(article: number): Promise<readonly ArticleMeasure[]>
  /** What a page depends on that shows practices, or that there are none. */
  readonly practicesTag: string
}
