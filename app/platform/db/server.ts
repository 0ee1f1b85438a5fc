import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { migrate, pendingMigrations, type ScriptRunner } from './migrate.ts'
import { createStatementNames, type StatementNames } from './statement-names.ts'
import { createSubscriber } from './subscriber.ts'
import type { IntakeTables, PublishedTables, Tables } from './tables.ts'

const statementTimeout = 30_000

interface TakenRole {
  readonly name: string
  readonly readOnly: boolean
}

function pool(url: string, max: number, role?: TakenRole): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max,
    statement_timeout: statementTimeout,
    connectionTimeoutMillis: 5_000,
    application_name: 'safe-towns',
    ...(role
      ? {
          options: settingsOf(role)
            .map((setting) => `-c ${setting}`)
            .join(' '),
        }
      : {}),
  })
}

/** Without a login of its own a pool still gives up the rights of the application on every connection. */
const settingsOf = ({ name, readOnly }: TakenRole): string[] => [
  `role=${name}`,
  `default_transaction_read_only=${readOnly ? 'on' : 'off'}`,
  // The public side asks a few things again and again: planned once, not for each value (decision 45).
  ...(readOnly ? ['plan_cache_mode=force_generic_plan'] : []),
]

/** Addresses of one PostgreSQL server, by who logs in. */
export interface Logins {
  readonly application: string
  /** The public side; undefined: the application's login, which takes the role. */
  readonly reader: string | undefined
  /** What people without an account send; undefined: likewise. */
  readonly intake: string | undefined
}

export function openServer(logins: Logins): Database {
  const url = logins.application
  const writing = pool(url, 10)
  const takenReader = logins.reader ? undefined : { name: 'safe_towns_reader', readOnly: true }
  const reading = pool(logins.reader ?? url, 10, takenReader)
  const taking = logins.intake ? pool(logins.intake, 2) : pool(url, 2, { name: 'safe_towns_intake', readOnly: false })
  const subscriber = createSubscriber(url)
  // A connection that breaks while idle is replaced by the pool; the next query tells the caller if none can be had.
  for (const each of [writing, reading, taking]) each.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: writing }) })
  const reader = new Kysely<PublishedTables>({
    dialect: new PostgresDialect({ pool: preparing(reading, createStatementNames()) }),
  })
  const intake = new Kysely<IntakeTables>({ dialect: new PostgresDialect({ pool: taking }) })
  return {
    kind: 'server',
    db,
    read: (query) => query(reader),
    take: (insert) => insert(intake),
    listen: (channel, onMessage, onGap) => subscriber.listen(channel, onMessage, onGap),
    heard: () => subscriber.heard(),
    jobStore: async () => ({ executeSql: (text, values) => writing.query(text, values) }),
    migrate: () => onOneConnection(url, migrate),
    pendingMigrations: () => onOneConnection(url, pendingMigrations),
    close: async () => {
      await subscriber.close()
      await db.destroy()
      await reader.destroy()
      await intake.destroy()
      // Kysely ends a pool only if it has ever asked it something; the queue may have used it alone.
      for (const each of [writing, reading, taking]) if (!each.ending) await each.end()
    },
  }
}

/** The pool for the query builder, which asks by text and values alone. */
function preparing(pool: pg.Pool, names: StatementNames): PostgresPool {
  return {
    options: pool.options,
    connect: async (): Promise<PostgresPoolClient> => {
      const client = await pool.connect()
      const query = (text: string, values: readonly unknown[]) => {
        const name = names.nameOf(text)
        return client.query({ ...(name === undefined ? {} : { name }), text, values: [...values] })
      }
      return Object.assign(Object.create(client), { query })
    },
    end: () => pool.end(),
  }
}

/** On one connection of its own: the advisory lock belongs to a session. */
async function onOneConnection(url: string, work: (runner: ScriptRunner) => Promise<string[]>): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work({
      run: async (script) => {
        const result: unknown = await client.query(script)
        const last = Array.isArray(result) ? result.at(-1) : result
        return (last as pg.QueryResult<Record<string, unknown>>).rows
      },
    })
  } finally {
    await client.end()
  }
}
