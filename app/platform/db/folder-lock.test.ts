import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FolderInUse, lockFolder } from './folder-lock.ts'

const lockModule = JSON.stringify(join(import.meta.dirname, 'folder-lock.ts'))

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'safe-towns-lock-'))
}

function script(folder: string, then: string): string[] {
  const code = `import { lockFolder } from ${lockModule}; lockFolder(${JSON.stringify(folder)}); ${then}`
  return ['--input-type=module-typescript', '--eval', code]
}

test('a second process is refused, with a sentence that says what to do', () => {
  const folder = emptyFolder()
  const unlock = lockFolder(folder)
  const second = spawnSync(process.execPath, script(folder, ''), { encoding: 'utf8' })
  expect(second.status).not.toBe(0)
  expect(second.stderr).toContain('Stop the server first')
  unlock()
  expect(spawnSync(process.execPath, script(folder, '')).status).toBe(0)
})

test('the lock goes with the process, even when it is killed', async () => {
  const folder = emptyFolder()
  const holder = spawn(process.execPath, script(folder, `console.log('held'); setInterval(() => {}, 1000)`))
  await once(holder.stdout, 'data')
  expect(() => lockFolder(folder)).toThrow(FolderInUse)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  lockFolder(folder)()
})
