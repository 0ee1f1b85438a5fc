/** The command as people run it, a process of its own, against a server that is running. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../tests/test-app.ts'

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

const audit = () => run('audit-register', app.baseUrl, '--state', join(folder, 'seen.json'))

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
}, 240_000)
