import { sql } from 'kysely'
import { urls } from '../../urls.ts'
import type { Database } from '../db/database.ts'
import type { AppEnv } from './env.ts'
import type { Route } from './route-table.ts'

/** For whoever runs the service: the process answers; the database answers too. */
export function healthRoutes(database: Database): Route<AppEnv>[] {
  const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return [
    {
      method: 'GET',
      path: urls.healthz(),
      permission: 'public',
      audit: 'health.live',
      handle: (c) => c.body('ok\n', 200, plain),
    },
    {
      method: 'GET',
      path: urls.readyz(),
      permission: 'public',
      audit: 'health.ready',
      handle: async (c) => {
        try {
          await sql`select 1`.execute(database.db)
          return c.body('ready\n', 200, plain)
        } catch {
          // What is wrong stands in the log of the database; a probe needs no more than this.
          return c.body('the database does not answer\n', 503, plain)
        }
      },
    },
  ]
}
