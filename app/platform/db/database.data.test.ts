import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { newId } from '../ids.ts'
import { announceChange, followChanges } from './change-feed.ts'
import type { Database } from './database.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.close()
})

test('bytes of every value come back as they were, however many, and as a part of other bytes', async () => {
  const every = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256)
  for (const bytes of [every, every.subarray(5, 300), new Uint8Array()]) {
    const { rows } = await sql<{ back: Uint8Array; length: number }>`
      select ${bytes}::bytea as back, length(${bytes}::bytea) as length`.execute(database.db)
    expect(rows[0]?.length).toBe(bytes.length)
    expect(Buffer.compare(rows[0]?.back ?? Buffer.from('none'), bytes)).toBe(0)
  }
})

describe('the reading door', () => {
  test('sees the published schema', async () => {
    const rows = await database.read((db) => db.selectFrom('published.authority').selectAll().execute())
    expect(rows).toEqual([])
  })

  test('cannot write', async () => {
    const write = database.read((db) =>
      sql`insert into published.former_slug values ('NL', 'x', gen_random_uuid())`.execute(db),
    )
    await expect(write).rejects.toThrow(/read-only|permission denied/)
  })

  test.each(['office.draft_service', 'audit.record', 'accounts.person', 'public.migration'])(
    'cannot see %s',
    async (table) => {
      const peek = database.read((db) => sql`select * from ${sql.table(table)}`.execute(db))
      await expect(peek).rejects.toThrow(/permission denied/)
    },
  )

  test('leaves the writing handle as it was', async () => {
    await database.read((db) => db.selectFrom('published.authority').select('id').execute())
    const rows = await database.db.selectFrom('office.publication').selectAll().execute()
    expect(rows).toEqual([])
  })
})

describe('the door for what people send', () => {
  const request = {
    id: newId(),
    authority: newId(),
    email: 'asker@town.example',
    name: 'An Asker',
    post: 'Youth office',
    language: 'en',
    sent_at: new Date(),
  }

  test('takes it, and tells those who listen', async () => {
    const heard: string[] = []
    await database.listen(
      'intake',
      (table) => heard.push(table),
      () => undefined,
    )
    await database.take(async (db) => void (await db.insertInto('intake.join_request').values(request).execute()))
    await expect.poll(() => heard).toEqual(['join_request'])
    const rows = await database.db.selectFrom('intake.join_request').select('email').execute()
    expect(rows).toEqual([{ email: 'asker@town.example' }])
  })

  test('gives nothing back and opens nothing else', async () => {
    const readBack = database.take(
      async (db) =>
        void (await db
          .insertInto('intake.join_request')
          .values({ ...request, id: newId() })
          .returning('email')
          .execute()),
    )
    await expect(readBack).rejects.toThrow(/permission denied/)
  })
})

describe('migrations', () => {
  test('are applied once', async () => {
    expect(await database.migrate()).toEqual([])
  })
})

describe('the audit trail', () => {
  test('refuses changes and deletions', async () => {
    await sql`insert into audit.record (at, actor, action, subject) values (now(), 'test', 'a.b', 's')`.execute(
      database.db,
    )
    await expect(sql`update audit.record set subject = 'other'`.execute(database.db)).rejects.toThrow(/never changed/)
    await expect(sql`delete from audit.record`.execute(database.db)).rejects.toThrow(/never changed/)
  })
})

describe('the change feed', () => {
  test('has told everything that was committed before one asks whether it has', async () => {
    const heard: (readonly string[] | undefined)[] = []
    await followChanges(database, (authorities) => heard.push(authorities))
    for (let round = 0; round < 20; round++) {
      await database.db.transaction().execute((tx) => announceChange(tx, [`town-${round}`]))
      await database.heard()
      expect(heard.at(-1)).toEqual([`town-${round}`])
    }
    // Many at once: each hears what it has told itself.
    const each = Array.from({ length: 20 }, async (_, index) => {
      await database.db.transaction().execute((tx) => announceChange(tx, [`village-${index}`]))
      await database.heard()
      expect(heard).toContainEqual([`village-${index}`])
    })
    await Promise.all(each)
  })

  test('tells after the commit, not of a rollback, and says "everything" when the list is long', async () => {
    const heard: (readonly string[] | undefined)[] = []
    let arrived: () => void = () => undefined
    const next = () => new Promise<void>((resolve) => (arrived = resolve))
    await followChanges(database, (authorities) => {
      heard.push(authorities)
      arrived()
    })
    const rollback = database.db.transaction().execute(async (tx) => {
      await announceChange(tx, ['never'])
      throw new Error('no')
    })
    await expect(rollback).rejects.toThrow('no')
    let told = next()
    await database.db.transaction().execute((tx) => announceChange(tx, ['a', 'b', 'a']))
    await told
    told = next()
    const many = Array.from({ length: 1_000 }, (_, index) => `authority-${index}`)
    await database.db.transaction().execute((tx) => announceChange(tx, many))
    await told
    expect(heard).toEqual([['a', 'b'], undefined])
  })
})
