/** The command as people run it, a process of its own or within this one, against a server that is running. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type TestApp, testApp } from '../../tests/test-app.ts'
import { urls } from '../urls.ts'
import { audit as auditing } from './audit-register.ts'
import { UsageFault } from './command.ts'
import { rotateKey } from './rotate-signing-key.ts'

let app: TestApp
let folder: string
beforeAll(async () => {
  app = await testApp()
  await app.listen()
  folder = mkdtempSync(join(tmpdir(), 'safe-towns-audit-'))
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  const cli = spawn(process.execPath, ['--import', './runtime.mjs', 'cli.ts', ...args], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: Buffer[] = []
  for (const stream of [cli.stdout, cli.stderr]) stream.on('data', (part: Buffer) => printed.push(part))
  return new Promise((resolve) => {
    cli.on('close', (code) => resolve({ code, said: Buffer.concat(printed).toString() }))
  })
}

const stateFile = () => join(folder, 'seen.json')
const audit = () => run('audit-register', app.baseUrl, '--state', stateFile())

/** What a command prints and returns. */
async function told(work: () => Promise<number>): Promise<{ code: number; said: string }> {
  const printed: string[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
  try {
    return { code: await work(), said: printed.join('') }
  } finally {
    out.mockRestore()
  }
}

/** The same command within this process, which does not wait before it looks once more. */
const auditHere = () => told(() => auditing(async () => undefined).run([app.baseUrl], { state: stateFile() }))

/** As whoever owns the database can: the application's own way is only to add. */
const tamper = (statement: ReturnType<typeof sql>) =>
  app.services.database.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db)
    await statement.execute(db)
    await sql`set session_replication_role = default`.execute(db)
  })

test('one old row that was changed in the database is found, and nothing is certified of it any more', async () => {
  const sound = await audit()
  expect([sound.code, sound.said]).toEqual([0, expect.stringMatching(/^sound: \d+ entries, head [0-9a-f]{64} signed /)])
  const words = (value: string) =>
    tamper(sql`update published.register_opening set value = ${value} where entry = 1 and field = 'decision_body'`)
  const { rows } = await sql<{ value: string }>`
    select value from published.register_opening where entry = 1 and field = 'decision_body'`.execute(
    app.services.database.db,
  )
  await words('Somebody else')
  expect((await audit()).said).toMatch(/^NOT SOUND: entry 1 stands beside a text that is not the one it commits to/)
  await words(rows[0]?.value ?? '')
  await tamper(sql`
    update published.register_entry set line = replace(line, '"country":"NL"', '"country":"BE"') where number = 1`)
  const unsound = await audit()
  expect([unsound.code, unsound.said]).toEqual([1, expect.stringMatching(/^NOT SOUND: entry 2 does not hold the hash/)])
  // The hash beside it does not fit either: this instance signs nothing that its own history does not bear out.
  const refused = await app.request('/register/1/credential.json')
  expect([refused.status, await refused.json()]).toEqual([
    503,
    expect.objectContaining({ detail: expect.stringContaining('audit-register') }),
  ])
  const { t } = app.services.i18n.negotiate('en')
  for (const path of ['/en/register/1/certificate.pdf', '/badge/1.svg']) {
    const answer = await app.request(path)
    expect([path, answer.status, await answer.text()]).toEqual([
      path,
      503,
      expect.stringContaining(t('error.unproven.title')),
    ])
  }
  await tamper(sql`
    update published.register_entry set line = replace(line, '"country":"BE"', '"country":"NL"') where number = 1`)
}, 240_000)

/** The first row that fits, as text. */
async function textOf(query: ReturnType<typeof sql<{ text: string }>>): Promise<string> {
  const { rows } = await query.execute(app.services.database.db)
  const text = rows[0]?.text
  if (text === undefined) throw new Error('the demonstration has no such row')
  return text
}

const other =
  '(select id from published.authority a where not exists (select from published.signatory where authority = a.id) limit 1)'
const isJoint = 'number = (select min(number) from published.signatory where joint is not null)'
const ended = "(select min(number) from published.signatory where status = 'withdrawn')"
const reaffirmed = "(select min(number) from published.register_entry where act = 'reaffirmed')"
const shown = /^NOT SOUND: signatory \d+ is shown otherwise by the register than its history says/

/** What pages show, by the column that it comes from. `language`: of the pages asked for, so that none is in memory. */
const changes = [
  ['register_entry', 'occurred_on', "date '2019-03-04'", `number = ${reaffirmed}`, shown],
  [
    'register_entry',
    'signatory',
    '(select id from published.signatory where number = 3)',
    `number = ${reaffirmed}`,
    shown,
  ],
  ['signatory', 'name', "'Somebody else'", "kind = 'organisation'", shown],
  ['signatory', 'successors', `array[${other}]`, "status = 'merged'", shown],
  ['signatory', 'joint', 'null', isJoint, shown],
  ['signatory', 'authority', other, isJoint, shown],
  [
    'pact_text',
    'body',
    "body || ' And more.'",
    "version = '1'",
    /^NOT SOUND: entry 1 accepts a text of the Pact that is not the one/,
  ],
  ['register_listing', 'status', "'signed'", `number = ${ended}`, shown],
  ['register_listing', 'country', "'LU'", `number = ${ended}`, shown],
] as const

describe('what a page shows, changed beside its line', () => {
  test.each(changes)('%s.%s is found', async (table, column, value, where, said) => {
    const [at, name, is] = [sql.raw(`published.${table}`), sql.ref(column), sql.raw(where)]
    const key = sql.raw(table === 'pact_text' ? "version || ' ' || language" : 'number')
    const row = await textOf(sql`select (${key})::text as text from ${at} where ${is} order by ${key} limit 1`)
    const was = sql`(select was from published.kept)`
    await tamper(sql`create table published.kept as select ${name} as was from ${at} where (${key})::text = ${row}`)
    await tamper(sql`update ${at} set ${name} = ${sql.raw(value)} where (${key})::text = ${row}`)
    const unsound = await auditHere()
    await tamper(sql`update ${at} set ${name} = ${was} where (${key})::text = ${row}`)
    await tamper(sql`drop table published.kept`)
    expect([unsound.code, unsound.said]).toEqual([1, expect.stringMatching(said)])
    expect((await auditHere()).said).toMatch(/^sound/)
  })

  test('stands on no page of an entry, and in no certificate', async () => {
    const number = await textOf(sql`select number::text as text from published.signatory where kind = 'organisation'`)
    const name = await textOf(sql`select name as text from published.signatory where kind = 'organisation'`)
    const set = (value: string) =>
      tamper(sql`update published.signatory set name = ${value} where kind = 'organisation'`)
    await set('Somebody else')
    const [badge, entry] = [
      await app.request(urls.badge(Number(number), { lang: 'fr', size: 'large' })),
      await app.request(urls.registerEntry('fr', Number(number))),
    ]
    await set(name)
    expect(await badge.text()).toContain(name.slice(0, 10))
    expect([entry.status, (await entry.text()).includes('Somebody else')]).toEqual([503, false])
    const day = (to: string) =>
      tamper(sql`update published.register_entry set occurred_on = ${sql.raw(to)} where number = 1`)
    await day('occurred_on - 1')
    const moved = await app.request(urls.registerEntry('de', 1))
    await day('occurred_on + 1')
    expect([moved.status, (await app.request(urls.registerEntry('de', 1))).status]).toEqual([503, 200])
  })
})

describe('the head that was seen last', () => {
  const remembered = () => JSON.parse(readFileSync(stateFile(), 'utf8'))

  test('is written when the register is sound, read the next time, and kept when it is not', async () => {
    rmSync(stateFile(), { force: true })
    expect((await auditHere()).said).toMatch(/^sound/)
    const head = await (await app.request(urls.registerHead())).json()
    expect(remembered()).toEqual(head)
    for (const [seen, said] of [
      [
        { number: 1, hash: '0'.repeat(64) },
        /^NOT SOUND: entry 1 is another one than the one this command saw last time/,
      ],
      [{ ...head, number: head.number + 1 }, /^NOT SOUND: entry \d+ was there the last time and is gone/],
    ] as const) {
      writeFileSync(stateFile(), JSON.stringify(seen))
      expect(await auditHere()).toEqual({ code: 1, said: expect.stringMatching(said) })
      expect(remembered()).toEqual(seen)
    }
    writeFileSync(stateFile(), 'no such thing')
    await expect(auditHere()).rejects.toThrow(UsageFault)
    rmSync(stateFile())
    expect((await auditHere()).code).toBe(0)
    expect(existsSync(stateFile())).toBe(true)
  })
})

describe('a new key', () => {
  const heads = () =>
    app.services.database.db.selectFrom('published.register_head').selectAll().executeTakeFirstOrThrow()
  const methods = async () =>
    (await (await app.request(urls.did())).json()).verificationMethod as Record<string, string>[]

  test('signs the head at once; a head of the retired one is refused, and one that is compromised is told as revoked', async () => {
    const before = await heads()
    const rotated = await told(() => rotateKey(app.services, { compromised: false }))
    expect(rotated).toEqual({ code: 0, said: expect.stringMatching(/^retired z6Mk.*\nin use {2}z6Mk/) })
    expect((await auditHere()).said).toMatch(/^sound/)
    const after = await heads()
    const setHead = ({ signed_at, key, signature }: typeof before) =>
      tamper(sql`update published.register_head set signed_at = ${signed_at}, key = ${key}, signature = ${signature}`)
    await setHead(before)
    expect((await auditHere()).said).toMatch(/^NOT SOUND: the head is signed by a key that is retired or revoked/)
    await setHead(after)
    expect(await methods()).toEqual([
      expect.objectContaining({
        publicKeyMultibase: before.key,
        created: expect.any(String),
        retired: expect.any(String),
      }),
      expect.not.objectContaining({ retired: expect.anything() }),
    ])
    const leaked = await told(() => rotateKey(app.services, { compromised: true }))
    expect(leaked).toEqual({ code: 0, said: expect.stringMatching(/^revoked z6Mk.*\nin use {2}z6Mk/) })
    expect((await methods()).map((key) => ['retired' in key, 'revoked' in key])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ])
    expect((await auditHere()).said).toMatch(/^sound/)
    // What leaked before it was retired, such as by an old backup: the key in use goes on.
    const { key } = await heads()
    expect((await told(() => rotateKey(app.services, { compromised: true, key: before.key }))).code).toBe(0)
    expect([(await heads()).key, 'revoked' in ((await methods())[0] ?? {})]).toEqual([key, true])
    expect((await told(() => rotateKey(app.services, { compromised: true, key: before.key }))).code).toBe(1)
  })
})
