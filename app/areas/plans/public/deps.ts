import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { ReadDb } from '../../../platform/db/tables.ts'
import type { Files } from '../../../platform/files/files.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { PageCache } from '../../../platform/page-cache/page-cache.ts'
import type { Authority, FoundBySlug } from '../../authorities/index.ts'
import type { Checklist } from '../../checklist/index.ts'
import type { SiteDeps } from '../../help-pages/index.ts'
import type { Measures } from '../catalogue-data.ts'

export interface ReportNow {
  readonly cycle: number
  /** None yet for this cycle: nobody is late. */
  readonly givenAt: Temporal.Instant | undefined
}

export interface PracticeOfMeasure {
  readonly id: string
  /** Id of the measure. */
  readonly measure: string
  /** In the reader's language where a person has translated it, else in that in which it is written. */
  readonly title: string
  readonly town: { readonly name: string; readonly names: Readonly<Record<string, string>> }
}

/** What the public pages of plans need; the composition root gives it. */
export interface PlanPagesDeps {
  readonly site: SiteDeps
  readonly database: Pick<Database, 'read'>
  readonly pageCache: PageCache
  readonly clock: Clock
  readonly checklist: Checklist
  readonly files: Pick<Files, 'stream'>
  readonly catalogue: Pick<Measures, 'indicator' | 'indicatorWords'>
  /** The report of a town for the cycle of today; undefined where there is no cycle. @param today `YYYY-MM-DD`. */
  reportNow(db: ReadDb, authority: string, today: string): Promise<ReportNow | undefined>
  /** Public practices that tell of measures of a plan. */
  practicesOf(db: ReadDb, plan: string, language: string): Promise<readonly PracticeOfMeasure[]>
  /** What a page depends on that leads to them. */
  readonly practicesTag: string
  /** All reports that a town has given, the newest cycle first. */
  reportsGiven(
    db: ReadDb,
    authority: string,
  ): Promise<readonly { readonly cycle: number; readonly givenAt: Temporal.Instant }[]>
  /** What a page depends on that says so. */
  readonly cyclesTag: string
  findBySlug(db: ReadDb, country: string, slug: string): Promise<FoundBySlug | undefined>
  readAuthorities(db: ReadDb, ids: readonly string[]): Promise<Authority[]>
  /** In the language of the reader, or in English. @param article number. */
  articleTitle(translator: Translator, article: number): string
}
