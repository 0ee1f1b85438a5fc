/** What the command leaves on the disk, and what it refuses. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type TestApp, testApp } from '../../tests/test-app.ts'
import { urls } from '../urls.ts'
import { UsageFault } from './command.ts'
import { command, exportSite } from './export-site.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

let folder: string
let said: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'safe-towns-export-'))
  said = []
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    said.push(String(line))
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const run = (values: Record<string, string | boolean>, out = join(folder, 'site')) =>
  exportSite(app.services, values, out)
const filesIn = (out = join(folder, 'site')) =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(out.length + 1))
    .sort()

/** Of Example Town in the demonstration network. */
async function codeOfExampleTown(): Promise<string> {
  const { code } = await app.services.database.db
    .selectFrom('published.authority_code as known')
    .innerJoin('published.authority as town', 'town.id', 'known.authority')
    .where('town.slug', '=', 'example-town')
    .select('known.code')
    .executeTakeFirstOrThrow()
  return `NL:${code}`
}

test('one town in two languages: the files of its zip file', async () => {
  expect(await run({ authority: await codeOfExampleTown(), lang: 'ar,en' })).toBe(0)
  expect(said.at(-1)).toContain('towns 1, pages 2, failed 0')
  const place = 'nl/example-town'
  expect(filesIn()).toEqual([
    ...['README.txt', 'index.ar.html', 'index.html'].map((name) => `${place}/${name}`),
    'safe-towns-export.json',
  ])
  const zip = unzipSync(
    new Uint8Array(await (await app.request(urls.site('en', { country: 'nl', slug: 'example-town' }))).arrayBuffer()),
  )
  const languages = /<ul class="lang">.*?<\/ul>/
  const shown = (bytes: Uint8Array | undefined) =>
    new TextDecoder()
      .decode(bytes)
      .replace(languages, '')
      .replace(/<a href="index\.[^>]*>/g, '')
  const written = readFileSync(join(folder, 'site', place, 'index.ar.html'))
  expect(shown(written)).toBe(shown(zip['index.ar.html']))
})

test('a country is every town of it that may be found; all is more, each with its own files', async () => {
  expect(await run({ country: 'nl', lang: 'en' })).toBe(0)
  const places = new Set(filesIn().map((file) => file.split('/').slice(0, 2).join('/')))
  expect(places.size).toBeGreaterThan(3)
  expect([...places].filter((place) => !/^nl\/|^safe-towns-export\.json$/.test(place))).toEqual([])
  expect(await run({ all: true, lang: 'en' })).toBe(0)
  const all = filesIn().filter((file) => file.endsWith('.html'))
  expect(all.length).toBeGreaterThan(places.size)
  expect(said.at(-1)).toContain(`towns ${all.length}, pages ${all.length}, failed 0`)
  const bodies = all.map((file) => readFileSync(join(folder, 'site', file), 'utf8'))
  expect(bodies.some((html) => html.includes('Confidential, to keep people safe'))).toBe(true)
  for (const html of bodies) expect(html).not.toContain('<script')
})

describe('the folder', () => {
  test('is replaced as a whole: what an earlier export left is gone', async () => {
    await run({ country: 'nl', lang: 'en' })
    const code = await codeOfExampleTown()
    expect(await run({ authority: code, lang: 'en' })).toBe(0)
    expect(filesIn().filter((file) => file.endsWith('.html'))).toEqual(['nl/example-town/index.html'])
    expect(readdirSync(folder)).toEqual(['site'])
  })

  test('may be there and empty, and is refused where it holds anything else', async () => {
    const code = await codeOfExampleTown()
    mkdirSync(join(folder, 'site'))
    expect(await run({ authority: code, lang: 'en' })).toBe(0)
    const other = join(folder, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'index.html'), 'of the town itself')
    await expect(run({ authority: code }, other)).rejects.toThrow(UsageFault)
    expect(filesIn(other)).toEqual(['index.html'])
  })

  test('keeps the earlier copy of a town whose page cannot be made; the exit code says so', async () => {
    await run({ country: 'nl', lang: 'en' })
    const before = filesIn()
    const { countries } = app.services.reference
    const broken = { ...countries, byIso: (iso: string) => (iso === 'NL' ? undefined : countries.byIso(iso)) }
    const services = { ...app.services, reference: { ...app.services.reference, countries: broken } }
    expect(await exportSite(services, { all: true, lang: 'en' }, join(folder, 'site'))).toBe(2)
    expect(filesIn().filter((file) => file.startsWith('nl/'))).toEqual(before.filter((file) => file.startsWith('nl/')))
    expect(filesIn().some((file) => file.startsWith('de/'))).toBe(true)
    expect(said.some((line) => line.startsWith('nl/example-town: '))).toBe(true)
  })
})

describe('what makes no sense is refused in one sentence, and nothing is written', () => {
  test.each([
    [{}, 'one of --authority'],
    [{ all: true, country: 'nl', out: 'x' }, 'one of --authority'],
    [{ all: true }, '--out'],
  ])('%o', async (values, sentence) => {
    await expect(command.run([], values)).rejects.toThrow(sentence)
  })

  test.each([
    [{ authority: 'NL:nothing' }, 'No authority'],
    [{ country: 'zz' }, 'no country'],
    [{ all: true, lang: 'en,xx' }, '--lang'],
    [{ all: true, lang: '' }, '--lang'],
  ])('%o', async (values, sentence) => {
    await expect(run(values as Record<string, string | boolean>)).rejects.toThrow(sentence)
    expect(existsSync(join(folder, 'site'))).toBe(false)
  })
})
