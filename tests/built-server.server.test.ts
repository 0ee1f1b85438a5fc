/** The server in one file (decision 117): made of its sources, never older than them, and the same for whoever asks. */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkShippedData } from '../app/reference-data.ts'
import { urls } from '../app/urls.ts'
import { asNewAsItsSources } from '../built.mjs'
import { buildServer } from '../scripts/build-server.ts'
import { serverDatabaseUrl } from './database.ts'
import { eventually } from './eventually.ts'
import { freePort } from './free-port.ts'

const project = join(import.meta.dirname, '..')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const later = (folder: string): string => {
  folders.push(folder)
  return folder
}

/** Changed a while ago: what changes while it is read is refused. */
function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    writeFileSync(join(root, path), text)
    utimesSync(join(root, path), 1_700_000_000, 1_700_000_000)
  }
}

function smallProject(): string {
  const root = later(mkdtempSync(join(tmpdir(), 'safe-towns-built-')))
  for (const folder of ['deep', 'scripts']) mkdirSync(join(root, folder))
  const jsx =
    "export const jsx = (tag: string, { children }: { children: string }): string => ['<', tag, '>', children, '</', tag, '>'].join('')"
  write(root, {
    'package.json': JSON.stringify({ type: 'module', imports: { '#jsx/jsx-runtime': './jsx.ts' } }),
    'tsconfig.json': JSON.stringify({ compilerOptions: { jsx: 'react-jsx', jsxImportSource: '#jsx' } }),
    'jsx.ts': jsx,
    'runtime.mjs': '',
    'built.mjs': '',
    'scripts/build-server.ts': '',
    'deep/word.txt': 'warm',
    'deep/part.tsx':
      "import { readFileSync } from 'node:fs'\nimport { join } from 'node:path'\n" +
      "export const part = () => <p>{readFileSync(join(import.meta.dirname, 'word.txt'), 'utf8')}</p>",
    'deep/late.ts': "export const late: string = new URL('.', import.meta.url).pathname",
    'server.ts':
      "import { part } from './deep/part.tsx'\n" +
      "console.log(part(), (await import('./deep/late.ts')).late)\n" +
      "if (process.argv.includes('fault')) throw new Error('as asked')",
  })
  return root
}

const run = (file: string, ...args: string[]) =>
  spawnSync(process.execPath, ['--enable-source-maps', file, ...args], { encoding: 'utf8' })

test('one file does what its sources do, from where they are, and names their lines', async () => {
  const root = smallProject()
  const folder = join(root, 'made')
  await buildServer(root, folder)
  const file = asNewAsItsSources(folder, root) ?? ''
  expect(run(file).stdout).toBe(`<p>warm</p> ${join(root, 'deep')}/\n`)
  expect(run(file, 'fault').stderr).toContain(`${join(root, 'server.ts')}:3`)
})

test('what is older than a source, of another place or cut short is not started', async () => {
  const root = smallProject()
  const folder = join(root, 'made')
  expect(asNewAsItsSources(folder, root)).toBeUndefined()
  const { file } = await buildServer(root, folder)
  const isUsed = () => asNewAsItsSources(folder, root) !== undefined
  expect(isUsed()).toBe(true)

  // As long as before: the time alone tells.
  writeFileSync(join(root, 'deep/late.ts'), "export const late: string = new URL('/', import.meta.url).pathname")
  expect(isUsed()).toBe(false)
  const text = "export const late: string = new URL('.', import.meta.url).pathname"
  write(root, { 'deep/late.ts': text })
  expect(isUsed()).toBe(true)
  write(root, { 'deep/late.ts': `${text}\n` })
  expect(isUsed()).toBe(false)
  rmSync(join(root, 'deep/late.ts'))
  expect(isUsed()).toBe(false)
  write(root, { 'deep/late.ts': text })
  // Other packages, another way to build.
  for (const path of ['package.json', 'tsconfig.json', 'runtime.mjs', 'built.mjs', 'scripts/build-server.ts']) {
    utimesSync(join(root, path), 1_700_000_001, 1_700_000_001)
    expect([path, isUsed()]).toEqual([path, false])
    utimesSync(join(root, path), 1_700_000_000, 1_700_000_000)
  }
  expect(isUsed()).toBe(true)

  const other = later(mkdtempSync(join(tmpdir(), 'safe-towns-built-')))
  cpSync(root, other, { recursive: true, preserveTimestamps: true })
  expect(asNewAsItsSources(join(other, 'made'), other)).toBeUndefined()
  rmSync(join(folder, file))
  expect(isUsed()).toBe(false)
  writeFileSync(join(folder, 'made-of.json'), '{"root":')
  expect(isUsed()).toBe(false)
})

test('data that was checked is in the one file, and is read anew where its file is another', async () => {
  const root = smallProject()
  const folder = join(root, 'made')
  for (const path of ['app/platform', 'data']) mkdirSync(join(root, path), { recursive: true })
  write(root, {
    'app/platform/checked-data.ts': 'export const checkedData: Readonly<Record<string, unknown>> = {}',
    'data/words.json': '{}',
    'server.ts':
      "import { checkedData } from './app/platform/checked-data.ts'\nconsole.log(JSON.stringify(checkedData))",
  })
  const checked = { 'words.json': { 'a “word”\n\u2028': [1, null] } }
  await buildServer(root, folder, checked)
  const file = asNewAsItsSources(folder, root) ?? ''
  expect(JSON.parse(run(file).stdout)).toEqual(checked)
  write(root, { 'data/words.json': '{ }' })
  expect(asNewAsItsSources(folder, root)).toBeUndefined()
  await expect(buildServer(root, folder, { 'words.json': new Map([['more', 'than JSON']]) })).rejects.toThrow(
    'words.json',
  )
})

test('the file before stays for a server that runs, older ones go', async () => {
  const root = smallProject()
  const folder = join(root, 'made')
  const built: string[] = []
  for (const words of ['one', 'two', 'three']) {
    write(root, { 'deep/late.ts': `export const late: string = '${words}'` })
    built.push((await buildServer(root, folder)).file)
  }
  expect(built.map((file) => existsSync(join(folder, file)))).toEqual([false, true, true])
  expect(readdirSync(folder).filter((name) => /\.\d+$/.test(name))).toEqual([])
})

test('the server starts from one file, with its data, its languages, its styles and its papers', async () => {
  // Packages are found from within node_modules.
  const folder = later(join(project, 'node_modules/.cache', `server-test-${process.pid}`))
  const data = later(mkdtempSync(join(tmpdir(), 'safe-towns-built-')))
  const checked = checkShippedData()
  expect(Object.keys(checked)).toEqual(
    expect.arrayContaining(['checklist.json', 'helplines.json', 'guides/first-24-hours.json']),
  )
  const { file } = await buildServer(project, folder, checked)
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const places = { DATABASE_URL: await serverDatabaseUrl('demonstration'), DATA_DIR: data, BASE_URL: baseUrl }
  const server = spawn(process.execPath, ['--import', './runtime.mjs', join(folder, file)], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...places, PORT: String(port), LOG_LEVEL: 'error' },
  })
  let said = ''
  server.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  try {
    const ask = (path: string) => fetch(`${baseUrl}${path}`)
    await eventually(async () => {
      expect(said).toBe('')
      expect((await ask('/readyz')).status).toBe(200)
    })
    const page = await (await ask('/ar/nl/example-town')).text()
    expect(page).toMatch(/<html[^>]* dir="rtl"[\s\S]*<style/)
    const kindOf = async (path: string) => (await ask(path)).headers.get('content-type')?.split(';')[0]
    // What a worker makes, and what is read beside a module.
    const poster = urls.poster('ar', { country: 'NL', slug: 'example-town' }, { size: 'a4', audience: 'family' })
    expect([await kindOf(poster), await kindOf(urls.officeStyles())]).toEqual(['application/pdf', 'text/css'])
    expect(said).toBe('')
  } finally {
    server.kill()
    await ended
  }
}, 240_000)
