import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { createSubscriber } from './subscriber.ts'
import type { PublishedTables, Tables } from './tables.ts'

const statementTimeout = 30_000

function pool(url: string, max: number, role?: string): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max,
    statement_timeout: statementTimeout,
    connectionTimeoutMillis: 5_000,
    application_name: 'safe-towns',
    // Without a login of its own the reading pool still gives up the rights of the application on every connection.
    ...(role ? { options: `-c role=${role} -c default_transaction_read_only=on` } : {}),
  })
}

/** Opens a PostgreSQL server: `url` for the application, `readerUrl` for the login of the public side. */
export function openServer(url: string, readerUrl: string | undefined): Database {
  const writing = pool(url, 10)
  const reading = readerUrl ? pool(readerUrl, 10) : pool(url, 10, 'safe_towns_reader')
  const subscriber = createSubscriber(url)
  // A connection that breaks while idle is replaced by the pool; the next query tells the caller if none can be had.
  for (const each of [writing, reading]) each.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: writing }) })
  const reader = new Kysely<PublishedTables>({ dialect: new PostgresDialect({ pool: reading }) })
  return {
    kind: 'server',
    db,
    read: (query) => query(reader),
    listen: (channel, onMessage, onGap) => subscriber.listen(channel, onMessage, onGap),
    jobStore: async () => ({ executeSql: (text, values) => writing.query(text, values) }),
    migrate: () => migrateOn(url),
    close: async () => {
      await subscriber.close()
      await db.destroy()
      await reader.destroy()
    },
  }
}

/** On one connection of its own: the advisory lock belongs to a session. */
async function migrateOn(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await migrate({
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
