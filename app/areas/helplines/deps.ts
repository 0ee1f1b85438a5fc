import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { Countries } from '../authorities/index.ts'
import type { LiveHelplines } from './live-helplines.ts'

/** What the use cases need. */
export interface KeepingDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly helplines: LiveHelplines
  readonly countries: Countries
  readonly notify: Notify
  /** Ids of the people who coordinate an association of the country. */
  coordinatorsIn(db: Db, country: string): Promise<readonly string[]>
  /** Ids. */
  secretariatPeople(db: Db): Promise<readonly string[]>
}

/** What the jobs need, beside. */
export interface HelplinesJobsDeps extends KeepingDeps {
  readonly jobs: Pick<Jobs, 'start'>
  readonly log: Log
  /** Upper case: those in which somebody has published a page, or that have an association here. */
  countriesToAsk(db: Db): Promise<readonly string[]>
}

/** The day in the country. @param country upper case. */
export function todayIn({ countries }: Pick<KeepingDeps, 'countries'>, country: string, at: Temporal.Instant): string {
  const timeZone = countries.byIso(country)?.timeZone ?? 'UTC'
  return at.toZonedDateTimeISO(timeZone).toPlainDate().toString()
}
