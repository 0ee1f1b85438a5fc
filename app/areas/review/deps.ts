import type { Clock } from '../../platform/clock.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { Checklist } from '../checklist/index.ts'
import type { KeptPapers, Reader, SiteDeps } from '../help-pages/index.ts'
import type { KeptReview } from './read-review.ts'
import type { CommonIndicator } from './review-rules.ts'

/** A text with the language it is in, where it is not the reader's. */
export interface SaidIn {
  readonly lang: string | undefined
  readonly dir: 'ltr' | 'rtl' | undefined
}

export interface IndicatorWords extends SaidIn {
  readonly name: string
  readonly definition: string
}

/** What the pages of the review need; the composition root gives it. */
export interface ReviewDeps {
  readonly site: SiteDeps
  readonly pageCache: PageCache
  readonly clock: Clock
  readonly checklist: Pick<Checklist, 'kinds'>
  readonly review: KeptReview
  /** Reports and slides. */
  readonly papers: KeptPapers
  readonly indicators: readonly CommonIndicator[]
  /** Of the catalogue of measures; undefined: it knows no such indicator. */
  readonly indicatorWords: (reader: Reader, indicator: string) => IndicatorWords | undefined
  /** Our title of an article of the Convention. */
  readonly articleTitle: (reader: Reader, article: number) => SaidIn & { readonly title: string }
}
