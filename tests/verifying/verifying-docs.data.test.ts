/** The program of docs/verifying.md, as whoever reads it runs it: a process of its own, against a running server. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../app/urls.ts'
import { type TestApp, testApp } from '../test-app.ts'

const root = join(import.meta.dirname, '../..')
const [, program = ''] = /```js\n([\s\S]+?)```/.exec(readFileSync(join(root, 'docs/verifying.md'), 'utf8')) ?? []

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await app.listen()
})
afterAll(() => app.close())

function verify(address: string): Promise<string> {
  const options = ['--input-type=module', '--eval', program, '--', address]
  const running = spawn(process.execPath, options, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const printed: Buffer[] = []
  running.stdout.on('data', (part: Buffer) => printed.push(part))
  return new Promise((resolve) => {
    running.on('close', () => resolve(Buffer.concat(printed).toString().trim()))
  })
}

test('it accepts a signature that stands, and tells one that has ended', async () => {
  const { db } = app.services.database
  const rows = await db.selectFrom('published.signatory').select(['number', 'status']).orderBy('number').execute()
  for (const [status, said] of [
    ['signed', 'accepted'],
    ['withdrawn', 'ended'],
  ]) {
    const number = rows.find((row) => row.status === status)?.number ?? 0
    expect(await verify(app.baseUrl + urls.credential(number))).toBe(said)
  }
}, 240_000)
