/**
 * What the logins of the public side can do, whoever writes the SQL. The embedded database has one connection, which can
 * always change its role: there, roles are defence in depth only.
 */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serverDatabaseUrl } from '../../../tests/database.ts'
import { newId } from '../ids.ts'
import type { Database } from './database.ts'
import { openServer } from './server.ts'

const request = {
  id: newId(),
  authority: newId(),
  email: 'asker@town.example',
  name: 'An Asker',
  post: 'Youth office',
  language: 'en',
  sent_at: new Date(),
}

describe('a login of its own', () => {
  const password = newId()
  const names = { reader: `reader_${password.slice(0, 8)}`, intake: `intake_${password.slice(0, 8)}` }
  let database: Database
  let application: string
  const clients: pg.Client[] = []

  function addressFor(user: string): string {
    const url = new URL(application)
    url.username = user
    url.password = password
    return url.href
  }

  async function attacker(user: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: addressFor(user) })
    await client.connect()
    clients.push(client)
    return client
  }

  beforeAll(async () => {
    application = await serverDatabaseUrl()
    const admin = new pg.Client({ connectionString: application })
    await admin.connect()
    // As docs/operations.md tells operators to.
    for (const [role, user] of Object.entries(names)) {
      await admin.query(`create role ${user} login password '${password}' in role safe_towns_${role}`)
    }
    await admin.end()
    database = openServer({ application, reader: addressFor(names.reader), intake: addressFor(names.intake) })
    await database.db
      .insertInto('accounts.person')
      .values({ id: newId(), name: 'A', email: 'a@town.example', language: 'en', image: null })
      .execute()
  })
  afterAll(async () => {
    for (const client of clients) await client.end()
    await database?.close()
  })

  test('the public side reads what is published, and what people send comes in', async () => {
    expect(await database.read((db) => db.selectFrom('published.authority').select('id').execute())).toEqual([])
    await database.take(async (db) => void (await db.insertInto('intake.join_request').values(request).execute()))
    expect(await database.db.selectFrom('intake.join_request').select('id').execute()).toHaveLength(1)
  })

  /** Every table that is not published, by name: a new one is tried without anybody thinking of it. */
  async function hiddenTables(): Promise<string[]> {
    const admin = new pg.Client({ connectionString: application })
    await admin.connect()
    const { rows } = await admin.query<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname not in ('published', 'pg_catalog', 'information_schema')`,
    )
    await admin.end()
    return rows.map(({ name }) => name)
  }

  test.each(['reader', 'intake'] as const)('%s: no table but its own can be read, whatever the SQL', async (login) => {
    const tables = await hiddenTables()
    expect(tables).toEqual(
      expect.arrayContaining(['office.draft_service', 'accounts.person', 'audit.record', 'intake.join_request']),
    )
    const client = await attacker(names[login])
    const refused = /permission denied|must be (?:owner|able)/
    for (const table of tables) await expect(client.query(`select * from ${table}`), table).rejects.toThrow(refused)
    const owner = new URL(application).username
    for (const trick of [
      `set role ${owner}; select * from accounts.person`,
      `set session authorization ${owner}`,
      'copy accounts.person to stdout',
      'create view published.peek as select * from accounts.person',
      'create function published.peek() returns setof accounts.person language sql security definer as $$ select * from accounts.person $$',
      "create function intake.peek() returns text language sql as $$ select 'x' $$",
      'alter table accounts.person disable row level security',
      "select pg_read_file('postgresql.conf')",
      `copy (select 1) to program 'id'`,
      `grant select on all tables in schema accounts to ${names[login]}`,
      'insert into accounts.person (id, name, email) values (gen_random_uuid(), $$x$$, $$x@x$$)',
      "insert into published.former_slug values ('NL', 'x', gen_random_uuid())",
      'begin; lock table office.draft_service',
    ]) {
      await expect(client.query(trick), trick).rejects.toThrow(refused)
      await client.query('rollback; reset role')
    }
    // What it can find out about itself leads nowhere either.
    await client.query('reset role; reset session authorization')
    await expect(client.query('select * from accounts.session')).rejects.toThrow(refused)
  })

  test('the intake login cannot even read what is published', async () => {
    const client = await attacker(names.intake)
    await expect(client.query('select * from published.authority')).rejects.toThrow(/permission denied/)
  })
})
