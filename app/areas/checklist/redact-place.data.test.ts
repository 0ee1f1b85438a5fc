import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { forgetting } from '../../platform/db/town-memory.ts'
import { newId } from '../../platform/ids.ts'
import type { ServiceFacts } from './schema.ts'
import {
  listVersions,
  publish,
  readVersion,
  requestsRedaction,
  saveAnswer,
  saveIntroduction,
  saveService,
} from './service.ts'
import { sha256Of } from './snapshot-store.ts'
import { actAs, addTown, at, facts, now, testDeps, text } from './test-town.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
let town: string
const act = actAs('officer', 'checklist.save-service')

beforeAll(async () => {
  database = await testDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  town = await addTown(database)
})

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(database.db)
  const dumps: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select row(t)::text as row from ${sql.raw(name)} t`.execute(database.db)
    dumps.push(...rows.map(({ row }) => row))
  }
  return dumps.join('\n')
}

const confidential = (given: Partial<ServiceFacts> = {}) => facts({ place: { type: 'confidential' }, ...given })

describe('a place that becomes confidential', () => {
  it('leaves what merged towns have in their drafts, too: the town may still take that over', async () => {
    const old = await addTown(database, { successor: town })
    const id = newId()
    await saveService(deps, act, town, id, facts({ place: at('Verborgen Laan 5') }), 0)
    const answer = { kind: 'crisis-counselling', status: 'available', plannedFor: null } as const
    await saveAnswer(deps, act, old, { ...answer, note: text('Ring at Verborgen Laan 5') }, 0)
    await saveService(deps, act, town, id, confidential(), 1)
    expect(await everything()).not.toContain('Verborgen')
  })

  it('leaves no byte of where it is in any table, at once', async () => {
    const id = newId()
    const words = { ...text('You can always come.'), ...text('Kom naar Zonnebloemhof 17 om te praten.', 'nl') }
    const revealing = facts({
      place: at('Zonnebloemhof 17'),
      whatHappens: words,
      provider: 'Huis Zonnebloemhof',
      web: 'https://example.org/zonnebloemhof-17',
      alert: { text: text('Door of zonnebloemhof is green'), until: null },
    })
    await saveService(deps, act, town, id, revealing, 0)
    await saveIntroduction(deps, act, town, text('Come to Zonnebloemhof 17'), 0)
    await saveAnswer(
      deps,
      act,
      town,
      { kind: 'child-helpline', status: 'partly', plannedFor: null, note: text('At ZONNEBLOEMHOF 17') },
      0,
    )
    await publish(deps, act, town)
    await saveService(deps, act, town, id, { ...revealing, place: at('Lindenhof 9') }, 1)
    await publish(deps, act, town)
    expect(await everything()).toContain('Zonnebloemhof')

    expect(await requestsRedaction(deps, town, id, confidential())).toBe(true)
    expect(await saveService(deps, act, town, id, confidential(), 2)).toMatchObject({ outcome: 'saved' })

    const dump = (await everything()).toLowerCase()
    for (const trace of ['zonnebloem', 'lindenhof', '1234 zz', '52.370217', '4.895168'])
      expect(dump).not.toContain(trace)
    expect((await listVersions(database.db, town)).map(({ redacted }) => redacted)).toEqual([true, true])
    for (const version of [1, 2]) {
      const document = await readVersion(database.db, town, version)
      expect(document?.services).toMatchObject([
        { place: { type: 'confidential' }, whatHappens: text('You can always come.') },
      ])
      const row = await database.db
        .selectFrom('published.snapshot')
        .select('sha256')
        .where('authority', '=', town)
        .where('version', '=', version)
        .executeTakeFirst()
      expect(row?.sha256).toBe(document && sha256Of(document))
    }
    const redactions = await database.db
      .selectFrom('published.redaction')
      .selectAll()
      .where('authority', '=', town)
      .execute()
    expect(redactions).toMatchObject([
      { version: 1, service: id, reason: 'confidential-place' },
      { version: 2, service: id, reason: 'confidential-place' },
    ])
    expect(await publish(deps, act, town)).toEqual({ outcome: 'published', version: 3 })
    expect(await requestsRedaction(deps, town, id, confidential())).toBe(false)
  })

  it('is taken out of the versions of a town that was merged into this one', async () => {
    const former = await addTown(database)
    const id = newId()
    await saveService(deps, act, former, id, facts({ place: at('Oude Singel 4') }), 0)
    await publish(deps, act, former)
    await database.db
      .updateTable('published.authority')
      .set({ status: 'merged', successor: town })
      .where('id', '=', former)
      .execute()
    await database.db.updateTable('office.draft_service').set({ authority: town }).where('id', '=', id).execute()
    await saveService(deps, act, town, id, confidential(), 1)
    expect(await everything()).not.toContain('Oude Singel')
  })

  it('leaves the history, too: what was drafted and never published, and what colleagues wrote to each other', async () => {
    const id = newId()
    await saveService(deps, act, town, id, facts({ place: at('Zonnebloemhof 17') }), 0)
    await saveService(deps, act, town, id, facts({ place: at('Lindenhof 9'), provider: 'Huis Lindenhof' }), 1)
    await saveService(deps, act, town, id, facts({ place: { type: 'none' } }), 2)
    await saveIntroduction(deps, act, town, text('Kom naar Lindenhof 9'), 0)
    await saveIntroduction(deps, act, town, text('Welkom'), 1)
    await database.db
      .insertInto('office.approval')
      .values({
        id: newId(),
        authority: town,
        state: 'asked',
        asked_at: new Date(now),
        asked_by: newId(),
        note: 'Is Zonnebloemhof 17 right?',
        due: '2026-03-12',
        draft_sha256: 'a hash of what held the address',
        decided_at: null,
        decided_by: null,
      })
      .execute()
    expect(await everything()).toContain('Zonnebloemhof')
    expect(await requestsRedaction(deps, town, id, confidential())).toBe(true)
    expect(await saveService(deps, act, town, id, confidential(), 3)).toMatchObject({ outcome: 'saved' })
    const dump = (await everything()).toLowerCase()
    for (const trace of ['zonnebloem', 'lindenhof', '1234 zz', '52.370217', 'a hash of what']) {
      expect(dump).not.toContain(trace)
    }
    const kept = await database.db
      .selectFrom('office.change')
      .select(['thing', 'before', 'after'])
      .where('authority', '=', town)
      .orderBy('record')
      .execute()
    expect(kept).toHaveLength(5)
    expect(kept.at(4)).toMatchObject({ thing: 'introduction', before: {}, after: text('Welkom') })
  })

  it('tells every node that the page has changed', async () => {
    const served = await addTown(database, { within: town })
    const id = newId()
    await saveService(deps, act, town, id, facts({ place: at('Kade 4'), serves: [town, served] }), 0)
    await publish(deps, act, town)
    const heard: string[] = []
    await database.listen(
      'published',
      (payload) => heard.push(payload),
      () => undefined,
    )
    await saveService(deps, act, town, id, confidential({ serves: [town, served] }), 1)
    await expect.poll(() => heard.length).toBe(1)
    // Nor does any memory keep what the town said before.
    expect(new Set(JSON.parse(heard[0] ?? '[]'))).toEqual(new Set([town, served, forgetting(town)]))
  })

  it('is refused while a text still says where it is, and nothing is taken out yet', async () => {
    const id = newId()
    await saveService(deps, act, town, id, facts({ place: at('Zonnebloemhof 17') }), 0)
    await publish(deps, act, town)
    const outcome = await saveService(deps, act, town, id, confidential({ provider: 'Team Zonnebloemhof' }), 1)
    expect(outcome).toEqual({ outcome: 'refused', faults: [{ code: 'streetInConfidential', path: ['provider'] }] })
    expect((await readVersion(database.db, town, 1))?.services[0]?.place.type).toBe('addresses')
  })

  it('leaves other services and later edits alone', async () => {
    const [shelter, office] = [newId(), newId()]
    await saveService(deps, act, town, shelter, facts({ place: at('Kade 4') }), 0)
    await saveService(deps, act, town, office, facts({ name: text('Town hall'), place: at('Markt 1') }), 0)
    await publish(deps, act, town)
    await saveService(deps, act, town, shelter, confidential(), 1)
    const document = await readVersion(database.db, town, 1)
    expect(document?.services.find(({ id }) => id === office)?.place).toEqual(at('Markt 1'))
    await saveService(deps, act, town, shelter, confidential({ fee: 'free' }), 2)
    expect(
      await database.db.selectFrom('published.redaction').select('id').where('authority', '=', town).execute(),
    ).toHaveLength(1)
  })
})
