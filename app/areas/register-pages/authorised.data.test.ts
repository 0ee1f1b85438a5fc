/** From the front door: what a register says of itself, with the authorisation of the Congress and without it. */
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'

const decision = 'Decision CG/2026/17 of the Bureau of the Congress, 2026-03-03'
const notice = 'not an official register of the Council of Europe'
const said = 'Authorised by the Congress of Local and Regional Authorities of the Council of Europe:'

/** Where somebody meets signatories. */
const places = [
  ['the list', urls.register('en')],
  ['the map', urls.registerMap('en')],
  ['the map of the network', urls.networkMap('en')],
  ['the map in other websites', urls.registerMapFrame('en')],
  ['the years', urls.registerYears('en')],
  ['an entry', urls.registerEntry('en', 1)],
  ['the page for the press', urls.registerPress('en', 'NL')],
  ['its text', urls.registerPressFile('en', 'NL', 'facts.txt')],
  ['the first page', urls.home('en')],
  ['the file in JSON', urls.registerFile('json')],
] as const

/** The way that the badge of an entry leads. */
async function verifyPath(app: TestApp): Promise<string> {
  const entry = await (await app.request(urls.registerEntry('en', 1))).text()
  return /\/en\/verify\/[^"&<?# ]+/.exec(entry)?.[0] ?? ''
}

const lastColumn = 'official_council_of_europe_register'

describe.each([
  ['without an authorisation', undefined, notice, said],
  ['with one', decision, said, notice],
] as const)('%s', (_, registerAuthorisation, there, notThere) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(registerAuthorisation ? { registerAuthorisation } : {})
  })
  afterAll(() => app.close())

  test.each(places)('%s says so, and not the other', async (__, path) => {
    const answer = await app.request(path)
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect([text.includes(there), text.includes(notThere)]).toEqual([true, false])
    if (registerAuthorisation) expect(text).toContain(registerAuthorisation)
    if (answer.headers.get('content-type')?.startsWith('text/html')) expect(htmlFaults(text)).toEqual([])
  })

  test('the page of a code and the credential say it as long as there is none', async () => {
    for (const path of [await verifyPath(app), urls.credential(1)]) {
      const answer = await app.request(path)
      const said = [answer.status, (await answer.text()).includes(notice)]
      expect([path, ...said]).toEqual([path, 200, registerAuthorisation === undefined])
    }
  })

  test('each line of a file says it, for whoever has nothing else of the register', async () => {
    const official = registerAuthorisation !== undefined
    const read = async (path: string) => (await app.request(path)).text()
    for (const path of [urls.registerFile('csv'), urls.registerPressFile('en', 'NL', 'signatories.csv')]) {
      const rows: Record<string, string>[] = parse(await read(path), { columns: true, bom: true })
      expect(rows.length).toBeGreaterThan(0)
      expect(Object.keys(rows[0] ?? {}).at(-1)).toBe(lastColumn)
      for (const row of rows) expect(row[lastColumn]).toBe(`${official}`)
    }
    const lines = (await read(urls.registerFile('ndjson'))).trim().split('\n')
    for (const line of lines) expect(JSON.parse(line)[lastColumn]).toBe(official)
  })
})
