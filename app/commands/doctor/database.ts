/** Whether the database answers, is up to date, can be written, and keeps the public side where it belongs. */
import { sql } from 'kysely'
import type { Config } from '../../config.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { MigrationFault } from '../../platform/db/migrate.ts'
import { type Finding, reasonOf } from './finding.ts'

type Logins = Pick<Config, 'databaseReaderUrl' | 'databaseIntakeUrl'>

export async function examineDatabase(logins: Logins, database: Database, clock: Clock): Promise<Finding[]> {
  try {
    await sql`select 1`.execute(database.db)
  } catch (error) {
    const text = `does not answer (${reasonOf(error)}): check DATABASE_URL, and whether the server runs`
    return [{ check: 'database', state: 'fault', text }]
  }
  const migrations = await examineMigrations(database)
  const upToDate = migrations.state === 'ok'
  return [
    { check: 'database', state: 'ok', text: database.kind === 'server' ? 'the server answers' : 'embedded, opened' },
    migrations,
    await examineWriting(database),
    ...(upToDate ? await examineRoles(logins, database) : []),
    await examineClock(database, clock),
  ]
}

async function examineMigrations(database: Database): Promise<Finding> {
  const check = 'database' as const
  try {
    const pending = await database.pendingMigrations()
    if (pending.length === 0) return { check, state: 'ok', text: 'every migration is applied' }
    return { check, state: 'fault', text: `not applied: ${pending.join(', ')}; run "safe-towns migrate"` }
  } catch (error) {
    if (!(error instanceof MigrationFault)) throw error
    return { check, state: 'fault', text: `${error.message}: put back the file of the release` }
  }
}

async function examineWriting({ db }: Database): Promise<Finding> {
  const check = 'database' as const
  const { rows } = await sql<{ shut: boolean }>`
    select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as shut`.execute(db)
  if (rows[0]?.shut === false) return { check, state: 'ok', text: 'can be written' }
  return {
    check,
    state: 'fault',
    text: 'cannot be written: DATABASE_URL must name the primary, with a login that may write',
  }
}

/** The public side has to read what is published and be unable to read anything else. */
async function examineRoles(logins: Logins, database: Database): Promise<Finding[]> {
  const check = 'database' as const
  const found: Finding[] = []
  try {
    const reaches = await database.read(async (reader) => {
      await reader.selectFrom('published.authority').select('id').limit(1).execute()
      const { rows } = await sql<{ usage: boolean }>`
        select has_schema_privilege('accounts', 'usage') or has_schema_privilege('office', 'usage') as usage`.execute(
        reader,
      )
      return rows[0]?.usage !== false
    })
    found.push(
      reaches
        ? { check, state: 'fault', text: 'the public side reaches more than what is published: see docs/operations.md' }
        : { check, state: 'ok', text: 'the public side reads what is published and nothing else' },
    )
  } catch (error) {
    const text = `the public side cannot read (${reasonOf(error)}): check DATABASE_READER_URL and its role`
    found.push({ check, state: 'fault', text })
  }
  if (database.kind === 'server' && !(logins.databaseReaderUrl && logins.databaseIntakeUrl)) {
    const text = 'one login for everything: set DATABASE_READER_URL and DATABASE_INTAKE_URL, see docs/operations.md'
    found.push({ check, state: 'warning', text })
  }
  return found
}

/** Seconds by which the two clocks may differ: links and codes live for minutes. */
const mostSeconds = 5

async function examineClock({ db }: Database, clock: Clock): Promise<Finding> {
  const check = 'clock' as const
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(db)
  const now = clock.milliseconds()
  const apart = Math.round(Math.abs(now - (rows[0]?.at.getTime() ?? 0)) / 1_000)
  const { year } = clock.now().toZonedDateTimeISO('UTC')
  if (year < 2026 || year > 2100)
    return { check, state: 'fault', text: `the year is ${year}: set the clock of this machine` }
  if (apart <= mostSeconds) return { check, state: 'ok', text: 'agrees with the database' }
  const text = `${apart} seconds apart from the database: let both machines take their time from a server (NTP)`
  return { check, state: 'fault', text }
}
