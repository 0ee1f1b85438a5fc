/** What every composition root starts with: reference data, database, jobs, and what areas share. */
import { type AccountsDeps, accountsJobs, createAccounts } from './areas/accounts/index.ts'
import { createPublicHolidays } from './areas/checklist/index.ts'
import { loadGuides } from './areas/guides/index.ts'
import type { Config } from './config.ts'
import { notifyByMail } from './notify.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import type { Database } from './platform/db/database.ts'
import { openDatabase } from './platform/db/open.ts'
import { createI18n } from './platform/i18n/i18n.ts'
import { createJobs } from './platform/jobs/jobs.ts'
import type { Log } from './platform/log.ts'
import { mailJob } from './platform/mail/mail.ts'
import { createMailer, mailHandler } from './platform/mail/mailer.ts'
import { loadReferenceData } from './reference-data.ts'

export interface Services {
  readonly config: Config
  readonly log: Log
  readonly clock: Clock
  readonly database: Database
  readonly reference: ReturnType<typeof loadReferenceData>
  readonly guides: ReturnType<typeof loadGuides>
  readonly i18n: ReturnType<typeof createI18n>
  readonly holidays: ReturnType<typeof createPublicHolidays>
  readonly jobs: ReturnType<typeof createJobs>
  readonly accounts: ReturnType<typeof createAccounts>
  /** Starts working on jobs. */
  work(): Promise<void>
  /** Ends jobs, then the database. */
  close(): Promise<void>
}

/**
 * @throws {DataFault} when reference data is faulty, {FolderInUse} when another process has the embedded database,
 *   {MigrationFault} when a migration fails.
 */
export async function startServices(
  config: Config,
  log: Log,
  given: { readonly clock?: Clock; readonly database?: Database } = {},
): Promise<Services> {
  const clock = given.clock ?? systemClock
  const opening = given.database ? Promise.resolve(given.database) : openDatabase(config)
  // The database opens while the reference data is read.
  opening.catch(() => undefined)
  const reference = loadReferenceData()
  const guides = loadGuides()
  const i18n = createI18n(reference.languages)
  const database = await opening
  await database.migrate()
  const jobs = createJobs({ database, log, jobs: [mailJob, ...accountsJobs] })
  const notify = notifyByMail({ config, jobs, i18n })
  const accountsDeps: AccountsDeps = { config, database, jobs, i18n, clock, log, notify }
  const accounts = createAccounts(accountsDeps)
  return {
    config,
    log,
    clock,
    database,
    reference,
    guides,
    i18n,
    holidays: createPublicHolidays(),
    jobs,
    accounts,
    work: () => jobs.work([mailHandler(createMailer(config, clock), log), ...accounts.handlers]),
    close: async () => {
      await jobs.stop()
      await database.close()
    },
  }
}
