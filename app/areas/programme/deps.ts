import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { SiteDeps } from '../help-pages/index.ts'
import type { PlansDeps, PlanTown } from '../plans/index.ts'

export type { PlanTown as Town }

/** What the use cases need. */
export interface ProgrammeDeps {
  readonly database: Pick<Database, 'db'>
}

/** What the pages of the office need, beside. */
export interface ProgrammeOfficeDeps extends ProgrammeDeps, Pick<PlansDeps, 'readTowns'> {
  readonly clock: Clock
  readonly instanceName: string
  readonly baseUrl: string
  readonly i18n: Pick<I18n, 'offered'>
  readonly languages: Languages
  /** Codes; undefined where one of the words is no language. */
  readLanguages(text: string): readonly string[] | undefined
  languagesText(codes: readonly string[]): string
}

/** What the public pages need. */
export interface ProgrammePagesDeps {
  readonly site: SiteDeps
  readonly database: Pick<Database, 'read'>
  readonly pageCache: PageCache
  readonly clock: Clock
  readonly languages: Languages
}
