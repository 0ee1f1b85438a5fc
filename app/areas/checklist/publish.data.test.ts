import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { ServiceFacts } from './schema.ts'
import {
  authoritiesWithDrafts,
  listVersions,
  preview,
  publish,
  readVersion,
  removeService,
  saveAnswer,
  saveIntroduction,
  saveService,
} from './service.ts'
import { actAs, addTown, facts, testDeps, text } from './test-town.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
let town: string
const act = actAs('officer', 'checklist.publish')

beforeAll(async () => {
  database = await testDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  town = await addTown(database)
})

const answer = (status: 'available' | 'planned', kind = 'child-helpline') =>
  saveAnswer(deps, act, town, { kind, status, plannedFor: status === 'planned' ? '2026-09-01' : null, note: {} }, 0)

async function addService(given: Partial<ServiceFacts> = {}): Promise<string> {
  const id = newId()
  expect(await saveService(deps, act, town, id, facts(given), 0)).toMatchObject({ outcome: 'saved' })
  return id
}

const rowsOf = (authority: string) =>
  database.read((db) =>
    db.selectFrom('published.service').selectAll().where('authority', '=', authority).orderBy('position').execute(),
  )

describe('what there is to publish', () => {
  it('is the town that has drafted something, and the one that removed the last thing from its page', async () => {
    const drafted = async () => (await authoritiesWithDrafts(database.db)).includes(town)
    expect(await drafted()).toBe(false)
    const id = await addService()
    expect(await drafted()).toBe(true)
    await publish(deps, act, town)
    await removeService(deps, act, town, id, 1)
    expect(await drafted()).toBe(true)
  })

  it('is nothing where all that was drafted is gone and never was published', async () => {
    await removeService(deps, act, town, await addService(), 1)
    expect(await authoritiesWithDrafts(database.db)).not.toContain(town)
  })
})

describe('publishing', () => {
  it('writes a version with its hash, its rows and its record', async () => {
    await answer('available')
    await saveIntroduction(deps, act, town, text('Welcome'), 0)
    const id = await addService()
    expect(await publish(deps, act, town)).toEqual({ outcome: 'published', version: 1 })

    const document = await readVersion(database.db, town, 1)
    expect(document).toMatchObject({ authority: town, version: 1, introduction: text('Welcome'), services: [{ id }] })
    const { sha256 } = await database.read((db) =>
      db.selectFrom('published.snapshot').select('sha256').where('authority', '=', town).executeTakeFirstOrThrow(),
    )
    expect(sha256).toBe(
      createHash('sha256')
        .update(canonicalize(document) ?? '')
        .digest('hex'),
    )
    const [row] = await rowsOf(town)
    expect(row).toMatchObject({ id, country: 'NL', version: 1, kinds: ['child-helpline'], position: 0 })
    expect(await listVersions(database.db, town)).toMatchObject([
      { version: 1, publishedBy: { person: null, as: 'officer' }, answers: 1, services: 1, redacted: false },
    ])
    const record = await database.db
      .selectFrom('audit.record')
      .select('detail')
      .where('authority', '=', town)
      .where('subject', '=', 'version 1')
      .executeTakeFirstOrThrow()
    expect(record.detail).toEqual({ answers: 1, services: 1, added: 3, changed: 0, removed: 0 })
  })

  it('makes one version of two clicks at once', async () => {
    await answer('available')
    const outcomes = await Promise.all([publish(deps, act, town), publish(deps, actAs('second'), town)])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['published', 'unchanged'])
    expect(await listVersions(database.db, town)).toHaveLength(1)
  })

  it('refuses a page on which nothing is said', async () => {
    expect(await publish(deps, act, town)).toEqual({
      outcome: 'refused',
      faults: [{ code: 'nothingToPublish', path: [] }],
    })
  })

  it('refuses a draft that breaks a rule, and names the service', async () => {
    const id = await addService()
    await database.db
      .updateTable('office.draft_service')
      .set({ facts: JSON.stringify(facts({ ages: { min: 18, max: 12 }, serves: [newId()] })) })
      .where('id', '=', id)
      .execute()
    expect(await publish(deps, act, town)).toEqual({
      outcome: 'refused',
      faults: [
        { code: 'agesOrder', path: ['ages', 'max'], service: id },
        { code: 'servesUnknown', path: ['serves', 0], service: id },
      ],
    })
    expect(await rowsOf(town)).toEqual([])
  })

  it('orders services by kind, then by name, and takes removed ones away', async () => {
    const kinds = deps.checklist.kinds
    const second = await addService({ kinds: [kinds[5]?.id ?? ''], name: text('Beech') })
    const first = await addService({ kinds: [kinds[9]?.id ?? '', kinds[5]?.id ?? ''], name: text('Ash') })
    await publish(deps, act, town)
    expect((await rowsOf(town)).map(({ id }) => id)).toEqual([first, second])
    await removeService(deps, act, town, first, 1)
    expect(await publish(deps, act, town)).toEqual({ outcome: 'published', version: 2 })
    expect((await rowsOf(town)).map(({ id, version }) => [id, version])).toEqual([[second, 2]])
    expect((await readVersion(database.db, town, 1))?.services).toHaveLength(2)
  })

  it('tells who the services are for, before and after', async () => {
    const [near, far] = [await addTown(database, { within: town }), await addTown(database, { within: town })]
    const heard: string[] = []
    await database.listen(
      'published',
      (payload) => heard.push(payload),
      () => undefined,
    )
    const id = await addService({ serves: [town, near] })
    await publish(deps, act, town)
    const areas = () =>
      database.read((db) =>
        db.selectFrom('published.service_area').select('authority').where('service', '=', id).execute(),
      )
    expect((await areas()).map(({ authority }) => authority).sort()).toEqual([town, near].sort())
    await saveService(deps, act, town, id, facts({ serves: [far] }), 1)
    await publish(deps, act, town)
    expect(await areas()).toEqual([{ authority: far }])
    await expect.poll(() => heard.length).toBe(2)
    expect(new Set(JSON.parse(heard[0] ?? '[]'))).toEqual(new Set([town, near]))
    expect(new Set(JSON.parse(heard[1] ?? '[]'))).toEqual(new Set([town, near, far]))
  })

  it('leaves nothing half done when it fails', async () => {
    await answer('available')
    const id = await addService()
    await publish(deps, act, town)
    const before = await rowsOf(town)
    await saveService(deps, act, town, id, facts({ name: text('Another name') }), 1)
    const fails = sql`
      create function published.break() returns trigger language plpgsql
      as $$ begin raise exception 'broken'; end $$`
    const trigger = sql`
      create trigger break before insert on published.service_area execute function published.break()`
    await fails.execute(database.db)
    await trigger.execute(database.db)
    await expect(publish(deps, act, town)).rejects.toThrow('broken')
    await sql`drop function published.break cascade`.execute(database.db)
    expect(await listVersions(database.db, town)).toHaveLength(1)
    expect(await rowsOf(town)).toEqual(before)
    expect(await publish(deps, act, town)).toEqual({ outcome: 'published', version: 2 })
  })

  it('previews exactly what it then writes', async () => {
    await answer('planned')
    await addService()
    const seen = await preview(deps, town)
    expect(seen).toMatchObject({ faults: [], current: undefined })
    await publish(deps, act, town)
    expect(await readVersion(database.db, town, 1)).toEqual(seen.document)
    expect((await preview(deps, town)).changes).toEqual([])
  })
})
