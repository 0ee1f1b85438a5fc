import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { RestorePart } from './rules.ts'
import type { ServiceFacts } from './schema.ts'
import {
  lastRestorings,
  listVersions,
  previewRestore,
  publish,
  type RestoreFrom,
  readCurrent,
  readDraft,
  readDraftService,
  removeService,
  restoreDraft,
  saveAnswer,
  saveIntroduction,
  saveService,
  serviceSince,
} from './service.ts'
import { actAs, addTown, at, facts, testDeps, text } from './test-town.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
let town: string
const act = actAs('officer', 'checklist.restore')

beforeAll(async () => {
  database = await testDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  town = await addTown(database)
})

const kind = 'child-helpline'
const whole: RestorePart = { type: 'all' }
const version = (number: number, part: RestorePart = whole): RestoreFrom => ({ version: number, part })
const save = (id: string, given: Partial<ServiceFacts>, revision: number) =>
  saveService(deps, act, town, id, facts(given), revision)
const answer = (status: 'available' | 'partly', revision: number, of = kind) =>
  saveAnswer(deps, act, town, { kind: of, status, plannedFor: null, note: {} }, revision)

/** As by the button of the page that shows what would change. */
async function restore(from: RestoreFrom) {
  const seen = await previewRestore(deps, town, from)
  return restoreDraft(deps, act, town, from, seen?.seen ?? '')
}

/** What the draft says, without who changed it when. */
async function said() {
  const { introduction, answers, services } = await readDraft(database.db, town)
  return {
    introduction,
    answers: answers.map((one) => one.answer),
    services: services.map(({ id, facts: all }) => ({ id, facts: all })),
  }
}

/** A first version and a second, in which everything is different. */
async function twoVersions() {
  const [kept, gone, later] = [newId(), newId(), newId()]
  await saveIntroduction(deps, act, town, text('Welcome'), 0)
  await answer('available', 0)
  await save(kept, { fee: 'free' }, 0)
  await save(gone, { name: text('Old house') }, 0)
  await publish(deps, act, town)
  const first = await said()
  await saveIntroduction(deps, act, town, text('Hello'), 1)
  await answer('partly', 1)
  await answer('available', 0, 'crisis-counselling')
  await save(kept, { fee: 'paid' }, 1)
  await removeService(deps, act, town, gone, 1)
  await save(later, { name: text('New house') }, 0)
  await publish(deps, act, town)
  return { kept, gone, later, first, second: await said() }
}

describe('restoring a version', () => {
  it('makes its words, answers and services the draft, keeps later answers, and publishes nothing', async () => {
    const { first, second } = await twoVersions()
    expect(await restore(version(1))).toEqual({ outcome: 'restored' })
    const now = await said()
    expect({ ...now, answers: now.answers.filter((one) => one.kind === kind) }).toEqual(first)
    expect(now.answers).toHaveLength(second.answers.length)
    expect((await readCurrent(database.db, town))?.version).toBe(2)
    expect(await listVersions(database.db, town)).toHaveLength(2)
  })

  it('can be taken back, and that again', async () => {
    const { second } = await twoVersions()
    await restore(version(1))
    const restored = await said()
    const [last] = await lastRestorings(database.db, town, 5)
    expect(await restore({ record: last?.record ?? '' })).toEqual({ outcome: 'restored' })
    expect(await said()).toEqual(second)
    const [again, ...others] = await lastRestorings(database.db, town, 5)
    expect(others.map(({ record }) => record)).toEqual([last?.record])
    await restore({ record: again?.record ?? '' })
    expect(await said()).toEqual(restored)
  })

  it('takes one service or one answer alone', async () => {
    const { kept, gone, second } = await twoVersions()
    await restore(version(1, { type: 'answer', id: kind }))
    expect((await said()).answers.find((one) => one.kind === kind)?.status).toBe('available')
    await restore(version(1, { type: 'service', id: gone }))
    const { services, introduction } = await said()
    expect(services.map(({ id }) => id).sort()).toEqual([...second.services.map(({ id }) => id), gone].sort())
    expect(services.find(({ id }) => id === kept)?.facts.fee).toBe('paid')
    expect(introduction).toEqual(second.introduction)
    for (const from of [
      version(1, { type: 'service', id: newId() }),
      version(1, { type: 'answer', id: 'crisis-counselling' }),
      version(3),
      { record: '1' },
    ]) {
      expect(await restore(from)).toEqual({ outcome: 'unknown' })
    }
  })

  it('replaces only what was looked at, and a second click changes nothing', async () => {
    const { kept } = await twoVersions()
    const looked = await previewRestore(deps, town, version(1))
    await save(kept, { fee: 'partly' }, 2)
    const late = await restoreDraft(deps, act, town, version(1), looked?.seen ?? '')
    expect(late).toEqual({ outcome: 'draft-changed' })
    expect((await readDraftService(database.db, town, kept))?.facts.fee).toBe('partly')
    await restore(version(1))
    expect(await restore(version(1))).toEqual({ outcome: 'unchanged' })
    expect(await lastRestorings(database.db, town, 5)).toHaveLength(1)
  })

  it('is known to whoever has a form open: what it was made from, and who changed it', async () => {
    const { kept } = await twoVersions()
    await restore(version(1))
    const current = await readDraftService(database.db, town, kept)
    if (!current) throw new Error('the service is gone')
    const { facts: value, revision, changedBy } = current
    const since = await serviceSince(database.db, town, kept, { revision: 2, current: { revision, value, changedBy } })
    expect(since).toMatchObject({ known: true, base: { fee: 'paid' }, placeChanged: false })
  })

  it('of another town is not there', async () => {
    const { gone } = await twoVersions()
    await restore(version(1))
    const [last] = await lastRestorings(database.db, town, 1)
    town = await addTown(database)
    expect(await restore({ record: last?.record ?? '' })).toEqual({ outcome: 'unknown' })
    expect(await restore(version(1, { type: 'service', id: gone }))).toEqual({ outcome: 'unknown' })
  })
})

describe('the rules of today', () => {
  it('find kinds that are gone, numbers that are not valid and authorities that merged, and nothing is published', async () => {
    const id = newId()
    const area = await addTown(database, { kind: 'district' })
    await save(id, { serves: [area] }, 0)
    await publish(deps, act, town)
    await save(id, { fee: 'free' }, 1)
    await publish(deps, act, town)
    // Published under rules of another time.
    const older = { kinds: ['no-such-kind'], phones: [{ number: '12', label: {} }] }
    await sql`update published.snapshot
      set document = jsonb_set(document, '{services,0}', (document #> '{services,0}') || ${JSON.stringify(older)}::jsonb)
      where authority = ${town} and version = 1`.execute(database.db)
    await database.db
      .updateTable('published.authority')
      .set({ status: 'merged', successor: town })
      .where('id', '=', area)
      .execute()
    const seen = await previewRestore(deps, town, version(1))
    expect(seen?.faults.map(({ code, service }) => [code, service])).toEqual([
      ['kindUnknown', id],
      ['phoneInvalid', id],
      ['servesMerged', id],
    ])
    expect(await restore(version(1))).toEqual({ outcome: 'restored' })
    expect(await publish(deps, act, town)).toMatchObject({ outcome: 'refused' })
  })
})

describe('a place that became confidential', () => {
  const traces = ['zonnebloem', 'lindenhof', '1234 zz', '52.370217']
  const everything = async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema in ('office', 'published', 'audit')`.execute(database.db)
    const dumps: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select row(t)::text as row from ${sql.raw(name)} t`.execute(
        database.db,
      )
      dumps.push(...rows.map(({ row }) => row.toLowerCase()))
    }
    return dumps.join('\n')
  }

  it('comes back by no version and by no draft that was replaced', async () => {
    const id = newId()
    const revealing = { place: at('Zonnebloemhof 17'), whatHappens: text('Come to Zonnebloemhof 17') }
    await save(id, revealing, 0)
    await publish(deps, act, town)
    await save(id, { place: at('Lindenhof 9') }, 1)
    await restore(version(1))
    const [last] = await lastRestorings(database.db, town, 1)
    expect(await everything()).toContain('lindenhof')
    expect(await save(id, { place: { type: 'confidential' } }, 3)).toMatchObject({ outcome: 'saved' })
    await restore({ record: last?.record ?? '' })
    await restore(version(1))
    await restore(version(1, { type: 'service', id }))
    const all = await everything()
    for (const trace of traces) expect(all).not.toContain(trace)
    expect((await readDraftService(database.db, town, id))?.facts.place).toEqual({ type: 'confidential' })
    expect((await listVersions(database.db, town)).map(({ redacted }) => redacted)).toEqual([true])
  })

  it('stays confidential where the service was taken out since', async () => {
    const id = newId()
    await save(id, { place: { type: 'confidential' } }, 0)
    await publish(deps, act, town)
    await removeService(deps, act, town, id, 1)
    // As if a version had escaped redaction.
    await sql`update published.snapshot set document = jsonb_set(document, '{services,0,place}',
      ${JSON.stringify(at('Zonnebloemhof 17'))}::jsonb) where authority = ${town}`.execute(database.db)
    await restore(version(1))
    expect((await readDraftService(database.db, town, id))?.facts.place).toEqual({ type: 'confidential' })
  })

  it('is never made confidential on the way: that takes the address away for ever', async () => {
    const id = newId()
    await save(id, { place: { type: 'confidential' } }, 0)
    await publish(deps, act, town)
    await save(id, { place: at('Markt 1') }, 1)
    await publish(deps, act, town)
    const seen = await previewRestore(deps, town, version(1))
    expect(seen).toMatchObject({ changes: [], left: [{ id, reason: 'place' }] })
    expect((await readDraftService(database.db, town, id))?.facts.place).toEqual(at('Markt 1'))
  })
})
