import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../../db/migrations')
const migration = '0010_trail.sql'
const [anna, town] = [crypto.randomUUID(), crypto.randomUUID()]

/** What an office looked like before: addresses wherever somebody did something. */
const earlier = `
  insert into accounts.person (id, name, email) values ('${anna}', 'Anna', 'anna@people.example');
  insert into published.authority (id, kind, country, slug, name, time_zone, facts_sha256, changed_at)
    values ('${town}', 'municipality', 'NL', 'example-town', 'Example Town', 'Europe/Amsterdam', '', now());
  insert into accounts.role (person, role, authority, granted_at, granted_by)
    values ('${anna}', 'officer', '${town}', now(), 'anna@people.example');
  insert into audit.record (at, person, actor, action, authority, subject) values
    (now(), '${anna}', 'anna@people.example', 'checklist.save-answer', '${town}', 'answer x'),
    (now(), gen_random_uuid(), 'gone@people.example', 'checklist.publish', '${town}', 'version 1'),
    (now(), null, 'command', 'checklist.import', '${town}', 'services from x');
  insert into office.draft_answer (authority, kind, answer, changed_at, changed_by) values
    ('${town}', 'x', '{}', now(), 'anna@people.example'), ('${town}', 'y', '{}', now(), 'gone@people.example');
  insert into office.publication (authority, version, published_by, published_at)
    values ('${town}', 1, 'anna@people.example', now());`

test('addresses of persons leave every row that stays; ids and roles remain, and the trail is append-only again', async () => {
  const database = await PGlite.create({ extensions: { pg_trgm } })
  const files = readdirSync(folder).sort()
  for (const file of files.filter((name) => name < migration)) {
    await database.exec(readFileSync(join(folder, file), 'utf8'))
  }
  await database.exec(earlier)
  await database.exec(`begin;${readFileSync(join(folder, migration), 'utf8')};commit;`)
  const rows = async (table: string) => (await database.query<Record<string, unknown>>(`select * from ${table}`)).rows
  const tables = ['audit.record', 'office.draft_answer', 'office.publication', 'accounts.role']
  for (const table of tables) expect(JSON.stringify(await rows(table)), table).not.toContain('@')
  expect((await rows('audit.record')).map(({ actor }) => actor).sort()).toEqual(['command', 'officer', 'person'])
  expect(await rows('office.publication')).toMatchObject([{ published_by: 'person', published_by_person: anna }])
  expect(await rows('accounts.role')).toMatchObject([{ granted_by: anna }])
  await expect(database.exec("update audit.record set actor = 'nobody'")).rejects.toThrow('never changed')
  await database.close()
})
