/** The command as people run it, a process of its own beside a server that is running. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { testApp } from '../../tests/test-app.ts'
import { urls } from '../urls.ts'

function run(env: Readonly<Record<string, string>>, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const cli = spawn(process.execPath, ['--import', './runtime.mjs', 'cli.ts', ...args], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const printed: Buffer[] = []
  for (const stream of [cli.stdout, cli.stderr]) stream.on('data', (part: Buffer) => printed.push(part))
  return new Promise((resolve) => {
    cli.on('close', (code) => resolve({ code, said: Buffer.concat(printed).toString() }))
  })
}

test('another key signs from then on, the server hears of it, and the register is sound', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-rotate-'))
  const app = await testApp()
  try {
    await app.listen()
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(app.services.database.db)
    const database = new URL(inject('serverUrl'))
    database.pathname = `/${rows[0]?.name}`
    const { secret, baseUrl } = app.services.config
    const env = { DATABASE_URL: database.href, DATA_DIR: folder, SECRET: secret, BASE_URL: baseUrl }
    const credential = async () => (await app.request(urls.credential(1))).text()
    const before = await credential()
    const rotated = await run(env, 'rotate-signing-key', '--compromised')
    expect(rotated).toEqual({ code: 0, said: expect.stringMatching(/^revoked z6Mk\w+; .*\nin use {2}z6Mk\w+\n$/) })
    const [, revoked = '', inUse = ''] = /^revoked (\w+)[^\n]*\nin use {2}(\w+)/.exec(rotated.said) ?? []
    expect(before).toContain(revoked)
    await expect.poll(credential).toContain(inUse)
    const audited = await run(env, 'audit-register', baseUrl, '--state', join(folder, 'seen.json'))
    expect([audited.code, audited.said]).toEqual([0, expect.stringMatching(/^sound: /)])
    expect(await run(env, 'rotate-signing-key', inUse)).toEqual({
      code: 1,
      said: expect.stringContaining('--compromised'),
    })
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 240_000)
