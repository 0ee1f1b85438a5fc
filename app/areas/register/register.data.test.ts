/** The register on a real database: entering, changing, erasing, and checking it from outside. */
import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { actOf } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { newId } from '../../platform/ids.ts'
import type { NetClient } from '../../platform/net/net-client.ts'
import { signingKeys } from '../../platform/signing/signing-key-store.ts'
import { replaceKey } from '../../platform/signing/signing-keys.ts'
import { appendEntries, signHead } from './append.ts'
import { auditRegister } from './audit/audit-register.ts'
import { commitmentOf, readLine } from './chain-rules.ts'
import { lastLink, linesAfter, openingsBetween, readHead } from './chain-store.ts'
import { didDocument } from './did-routes.ts'
import { historyRoutes, presentHead } from './history-routes.ts'
import {
  enterCorrection,
  enterMerger,
  enterReaffirmation,
  enterSignatures,
  enterWithdrawal,
  eraseTexts,
  type NewSignature,
} from './index.ts'
import { signatoriesOf, signatoryById } from './signatory-store.ts'
import { shownInFile } from './test-shown.ts'

const deps = { config: { secret: 's'.repeat(32), production: true } }
const act = actOf('test', 'register.test', Temporal.Instant.from('2026-05-02T10:00:00Z'))
const origin = 'https://towns.example'
let database: Database
const [here, there, joined] = [newId(), newId(), newId()]
beforeAll(async () => {
  database = await testDatabase()
  for (const [index, id] of [here, there, joined].entries()) {
    await sql`
      insert into published.authority (id, kind, country, slug, name, official_languages, time_zone, facts_sha256, changed_at)
      values (${id}, 'municipality', 'NL', ${`town-${index}`}, ${`Town ${index}`}, '{nl}', 'UTC', '', now())`.execute(
      database.db,
    )
  }
})
afterAll(() => database.close())
/** As whoever owns the database can: the application's own way is only to add. */
const tamper = (statement: ReturnType<typeof sql>) =>
  database.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db)
    await statement.execute(db)
    await sql`set session_replication_role = default`.execute(db)
  })
beforeEach(() =>
  tamper(sql`truncate published.signatory, published.register_entry, published.register_opening, office.register_opening,
    published.register_head, published.signing_key, office.signing_secret cascade`),
)

const inside = <T>(
  work: (tx: Parameters<Parameters<ReturnType<Database['db']['transaction']>['execute']>[0]>[0]) => Promise<T>,
) => database.db.transaction().execute(work)

const signature = (authority: string, more: Partial<NewSignature> = {}): NewSignature => ({
  signs: { kind: 'municipality', country: 'NL', authority, association: null, name: 'Town' },
  facts: {
    signedOn: '2026-05-01',
    decidedOn: '2026-04-20',
    textVersion: '1',
    textLanguage: 'en',
    documentSha256: 'a'.repeat(64),
    ceremonyOn: null,
  },
  texts: { decision_body: 'Town council', signing_office: 'Mayor', signing_person: 'Ada Example' },
  demonstration: true,
  ...more,
})
const leaving = { texts: { words: 'We leave.' }, on: '2026-07-01', decidedOn: '2026-06-30' }
const enter = (...signatures: NewSignature[]) => inside((tx) => enterSignatures(tx, deps, act, signatures))

const linesOf = (all: readonly unknown[]) => all.map((one) => `${JSON.stringify(one)}\n`).join('')

/** Answers as the routes do, from the database. */
const net: NetClient = {
  ask: async ({ url }) => {
    const { pathname, searchParams } = new URL(url)
    const asked = { after: Number(searchParams.get('after')), most: Number(searchParams.get('most')) }
    const head = await readHead(database.db)
    const body =
      pathname === '/register/history.ndjson'
        ? (await linesAfter(database.db, asked.after, asked.most)).map(({ line }) => `${line}\n`).join('')
        : pathname === '/register/head.json'
          ? JSON.stringify(head && presentHead(head))
          : pathname === '/register/signatories.ndjson'
            ? linesOf(await shownInFile(database.db, asked.after, asked.most))
            : pathname === '/register/texts.ndjson'
              ? linesOf(await openingsBetween(database.db, asked.after, asked.after + asked.most))
              : JSON.stringify(didDocument(origin, await signingKeys(database.db)))
    return { outcome: 'answered', status: 200, url, hops: [], headers: {}, body: Buffer.from(body) }
  },
}
const audit = (seen?: { number: number; hash: string }) => auditRegister(net, origin, seen, async () => undefined)

test('the file of texts comes to its end also where a thousand lines have none', async () => {
  await enter(signature(here))
  await tamper(sql`insert into published.register_entry (number, hash, line, signatory, act, occurred_on, entered_at)
    select n, lpad(to_hex(n), 64, '0'), '{}', (select signatory from published.register_entry where number = 1), 'reaffirmed',
      '2026-05-02', now() from generate_series(2, 3100) n`)
  await tamper(sql`insert into published.register_opening (entry, field, salt, value)
    values (3100, 'words', ${'0'.repeat(64)}, 'The last')`)
  const app = new Hono<AppEnv>()
  const read = { read: <T>(work: (db: Database['db']) => Promise<T>) => work(database.db) }
  for (const { path, handle } of historyRoutes({ database: read })) app.get(path, handle)
  const entries = async (asked: string) => {
    const lines = (await (await app.request(`/register/texts.ndjson${asked}`)).text()).split('\n').slice(0, -1)
    return lines.map((line) => JSON.parse(line).entry)
  }
  expect(await entries('')).toEqual([1, 1, 3100])
  expect(await entries('?after=1&most=2500')).toEqual([])
  expect(await entries('?after=9999&most=5')).toEqual([])
})

describe('entering', () => {
  test('gives numbers that follow each other, and those that signed together have one sign of it', async () => {
    const [first] = await enter(signature(here))
    const [second, third] = await enter(signature(there), signature(joined))
    expect([first?.number, second?.number, third?.number]).toEqual([1, 2, 3])
    expect([first?.joint, second?.joint === third?.joint]).toEqual([null, true])
    expect(second?.joint).toMatch(/^[0-9a-f-]{36}$/)
    expect(await audit()).toMatchObject({ outcome: 'sound', entries: 3 })
  })

  test('a second signature of the same authority is refused by the database', async () => {
    await enter(signature(here))
    await expect(enter(signature(here))).rejects.toThrow(/signatory_authority/)
    expect(await audit()).toMatchObject({ entries: 1 })
  })

  test('a line holds no free text and no person', async () => {
    await enter(signature(here))
    const [line] = await linesAfter(database.db, 0, 1)
    expect(line?.line).not.toMatch(/council|Mayor|Ada/)
    const { rows } = await sql<{ field: string; salt: string; value: string }>`
      select field, salt, value from published.register_opening order by field`.execute(database.db)
    expect(rows.map(({ field }) => field)).toEqual(['decision_body', 'signing_office'])
    const read = readLine(line?.line ?? '')
    for (const { field, ...opening } of rows) expect(read?.[`${field}_commitment`]).toBe(commitmentOf(opening))
  })

  test('two offices at once get two numbers', async () => {
    await Promise.all([enter(signature(here)), enter(signature(there)), enter(signature(joined))])
    expect(await audit()).toMatchObject({ outcome: 'sound', entries: 3 })
  })
})

describe('what happens later', () => {
  test('is added, and only what the status allows', async () => {
    const [one] = await enter(signature(here))
    const id = one?.id ?? ''
    const reaffirmed = { decidedOn: '2026-06-01', documentSha256: null, texts: {} }
    const signed = { signedOn: '2026-05-02', textVersion: '1', textLanguage: 'nl' }
    expect(await inside((tx) => enterReaffirmation(tx, deps, act, id, reaffirmed))).toBe(true)
    expect(await inside((tx) => enterCorrection(tx, deps, act, id, { on: '2026-06-02', signed, texts: {} }))).toBe(true)
    expect(await inside((tx) => enterWithdrawal(tx, deps, act, id, leaving))).toBe(true)
    expect(await inside((tx) => enterWithdrawal(tx, deps, act, id, leaving))).toBe(false)
    expect(await inside((tx) => enterReaffirmation(tx, deps, act, id, reaffirmed))).toBe(false)
    expect(await signatoryById(database.db, id)).toMatchObject({
      status: 'withdrawn',
      statusSince: '2026-07-01',
      reaffirmedOn: '2026-06-01',
      signedOn: '2026-05-02',
      textLanguage: 'nl',
    })
    expect(await audit()).toMatchObject({ outcome: 'sound', entries: 4 })
    // Whoever comes back signs anew, under a new number.
    const [again] = await enter(signature(here))
    expect(again?.number).toBe(2)
    expect((await signatoriesOf(database.db, here)).map(({ number }) => number)).toEqual([2, 1])
  })

  test('a merger keeps the number and names those that took its place', async () => {
    const [one] = await enter(signature(here))
    const merger = { from: here, into: [there, joined], on: '2027-01-01' }
    await inside((tx) => enterMerger(tx, deps, act, merger))
    expect(await inside((tx) => enterMerger(tx, deps, act, merger))).toBeUndefined()
    expect(await signatoryById(database.db, one?.id ?? '')).toMatchObject({
      ...{ number: 1, status: 'merged', statusSince: '2027-01-01' },
      successors: [there, joined],
    })
    expect(await audit()).toMatchObject({ outcome: 'sound', entries: 2 })
  })

  test('a merger that holds since a day before the signature stands from its entering, and the auditor knows', async () => {
    const [one] = await enter(signature(here))
    const late = actOf('test', 'register.test', Temporal.Instant.from('2026-11-30T08:00:00Z'))
    await inside((tx) => enterMerger(tx, deps, late, { from: here, into: [there], on: '2026-01-01' }))
    expect(await signatoryById(database.db, one?.id ?? '')).toMatchObject({ statusSince: '2026-11-30' })
    expect(await audit()).toMatchObject({ outcome: 'sound', entries: 2 })
  })

  test('erasing a person or a text breaks nothing, and leaves no trace of it', async () => {
    const signs = { kind: 'representative', country: 'NL', authority: null, association: null, name: 'Ada Ex' } as const
    const [one] = await enter(signature(here, { signs }))
    if (!one) throw new Error('nobody signed')
    for (const [field, gone] of [
      ['name', 1],
      ['signing_person', 1],
      ['words', 0],
    ] as const) {
      expect(await inside((tx) => eraseTexts(tx, act, one, field)), field).toBe(gone)
    }
    const everything = await sql<{ all: string }>`
      select (select jsonb_agg(to_jsonb(s))::text from published.signatory s)
        || (select jsonb_agg(to_jsonb(e))::text from published.register_entry e)
        || coalesce((select jsonb_agg(to_jsonb(o))::text from published.register_opening o), '')
        || coalesce((select jsonb_agg(to_jsonb(o))::text from office.register_opening o), '') as all`.execute(
      database.db,
    )
    expect(everything.rows[0]?.all).not.toContain('Ada')
    expect(await audit()).toMatchObject({ outcome: 'sound', entries: 1 })
  })
})

describe('whoever has the database in hand', () => {
  test('is refused by the database in the usual way', async () => {
    await enter(signature(here))
    const attempts = [
      sql`update published.register_entry set line = line`,
      sql`delete from published.register_entry`,
      sql`truncate published.register_entry cascade`,
    ]
    for (const attempt of attempts) await expect(attempt.execute(database.db)).rejects.toThrow(/only ever added to/)
  })

  test('is found out: one old line changed', async () => {
    await enter(signature(here))
    await enter(signature(there))
    await tamper(
      sql`update published.register_entry set line = replace(line, '2026-04-20', '2026-04-21') where number = 1`,
    )
    expect(await audit()).toEqual({ outcome: 'unsound', fault: { fault: 'broken', number: 2 } })
  })

  test('is found out: what the register shows, changed beside its history', async () => {
    await enter(signature(here), signature(there))
    const [one] = await signatoriesOf(database.db, there)
    await inside((tx) => enterWithdrawal(tx, deps, act, one?.id ?? '', leaving))
    expect(await audit()).toMatchObject({ outcome: 'sound' })
    for (const [column, value, right] of [
      ['status', 'signed', 'withdrawn'],
      ['signed_on', '2020-01-01', '2026-05-01'],
      ['name', 'Another town', 'Town'],
      ['joint', newId(), one?.joint],
      ['authority', joined, there],
    ]) {
      const set = (to: string | null | undefined) =>
        tamper(sql`update published.signatory set ${sql.ref(column ?? '')} = ${to} where number = 2`)
      await set(value)
      expect(await audit()).toEqual({ outcome: 'unsound', fault: { fault: 'shown', number: 2 } })
      await set(right)
    }
    await tamper(sql`delete from published.signatory where number = 1`)
    expect(await audit()).toEqual({ outcome: 'unsound', fault: { fault: 'shown', number: 1 } })
  })

  test('is found out: a text changed beside its line, or added to it; one that was erased is not missed', async () => {
    await enter(signature(here))
    const set = (value: string) =>
      tamper(sql`update published.register_opening set value = ${value} where entry = 1 and field = 'decision_body'`)
    await set('Somebody else')
    expect(await audit()).toEqual({ outcome: 'unsound', fault: { fault: 'text', number: 1 } })
    await set('Town council')
    expect(await audit()).toMatchObject({ outcome: 'sound' })
    await tamper(sql`insert into published.register_opening (entry, field, salt, value)
      values (1, 'words', ${'0'.repeat(64)}, 'Never said')`)
    expect(await audit()).toEqual({ outcome: 'unsound', fault: { fault: 'text', number: 1 } })
    await tamper(sql`delete from published.register_opening where entry = 1`)
    expect(await audit()).toMatchObject({ outcome: 'sound' })
  })

  test('is found out: the last line taken away', async () => {
    await enter(signature(here))
    await enter(signature(there))
    await tamper(sql`delete from published.register_entry where number = 2`)
    expect(await audit()).toEqual({ outcome: 'unsound', fault: { fault: 'head', number: 2 } })
  })

  test('is found out by whoever has looked before: everything written anew and signed', async () => {
    await enter(signature(here))
    const seen = await lastLink(database.db)
    await tamper(sql`truncate published.signatory, published.register_entry, published.register_opening,
      office.register_opening cascade`)
    await enter(signature(there))
    expect(await audit()).toMatchObject({ outcome: 'sound' })
    expect(await audit(seen)).toEqual({ outcome: 'unsound', fault: { fault: 'rewritten', number: 1 } })
    expect(await audit({ number: 7, hash: seen?.hash ?? '' })).toEqual({
      outcome: 'unsound',
      fault: { fault: 'shortened', number: 7 },
    })
  })

  test('is found out: a head of their own', async () => {
    await enter(signature(here))
    await tamper(sql`update published.register_head set signed_at = '2026-05-03T10:00:00Z'`)
    expect(await audit()).toEqual({ outcome: 'unsound', fault: { fault: 'signature' } })
  })
})

test('after a new key, the head is signed by it, and the old one is still among the keys', async () => {
  await enter(signature(here))
  const before = await readHead(database.db)
  await inside(async (tx) => {
    await replaceKey(tx, deps, act.at.add({ hours: 1 }))
    const last = await lastLink(tx)
    if (last) await signHead(tx, deps, last, act.at.add({ hours: 1 }))
  })
  const after = await readHead(database.db)
  expect(after?.keyId).not.toBe(before?.keyId)
  expect((await signingKeys(database.db)).map(({ id, retiredAt }) => [id, retiredAt === null])).toEqual([
    [before?.keyId, false],
    [after?.keyId, true],
  ])
  expect(await audit()).toMatchObject({ outcome: 'sound' })
})

test('with another SECRET nothing is signed in production, and elsewhere with a new key', async () => {
  await enter(signature(here))
  const other = (production: boolean) => ({ config: { secret: 't'.repeat(32), production } })
  await expect(inside((tx) => enterSignatures(tx, other(true), act, [signature(there)]))).rejects.toThrow(/SECRET/)
  await inside((tx) => enterSignatures(tx, other(false), act, [signature(there)]))
  expect(await audit()).toMatchObject({ outcome: 'sound', entries: 2 })
})

test('a thousand entries at once are one chain', async () => {
  const [one] = await enter(signature(here))
  const line = { act: 'reaffirmed', register_number: 1, occurred_on: '2026-06-01' }
  const entry = { signatory: one?.id ?? '', act: 'reaffirmed', occurredOn: '2026-06-01', line, texts: {} } as const
  await inside((tx) => appendEntries(tx, deps, Array(2_500).fill(entry), { at: act.at, authorities: [] }))
  expect(await audit()).toMatchObject({ outcome: 'sound', entries: 2_501 })
})
