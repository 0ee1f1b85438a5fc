/** A list of services says who confirms them: by the rules of the page, on the way in alone. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formOf } from '../../../tests/page-form.ts'
import { inputValue } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import { exampleTown } from './test-provider.ts'

const town = { country: 'NL', slug: 'example-town' }
let app: TestApp
let cookie = ''
let before: readonly string[] = []
beforeAll(async () => {
  app = await testApp()
  cookie = await app.signIn(demonstrationPerson('officer'))
  before = (await contacts()).map(({ email }) => email ?? '')
})
afterAll(() => app.close())

async function contacts() {
  return app.services.database.db
    .selectFrom('office.provider_contact')
    .select(['email', 'language', 'service'])
    .where('authority', '=', await exampleTown(app.services))
    .execute()
}
const added = async () =>
  (await contacts())
    .filter(({ email }) => !before.includes(email ?? ''))
    .map(({ email, language }) => `${email} ${language}`)
    .toSorted()

const get = (path: string) => app.request(path, { headers: { cookie } })
const post = (path: string, fields: Readonly<Record<string, string>>) =>
  app.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) })

/** Brings a list with the columns that are proposed for it. @returns its page, and what stands there. */
async function bring(rows: string) {
  const id = newId()
  await post(urls.officeImport(town), { id, rows })
  const columns = urls.officeUploadColumns(town, id)
  const proposed = formOf(await (await get(columns)).text()) as Record<string, string>
  await post(columns, { ...proposed, source: '', listName: 'our list' })
  const path = urls.officeUpload(town, id)
  const preview = await (await get(path)).text()
  return { preview, takeOver: () => post(path, { seen: inputValue(preview, 'seen') }) }
}

const heading = 'source_id;name;kinds;confidential;confirm_email;confirm_language'
const list = [
  heading,
  '1;Oor van de lijst;3;;Ask@oor.example;français',
  '2;Huis van de lijst;3;yes;huis@provider.example;',
  '3;Fout;3;;not an address;en',
  '4;Taal;3;;taal@provider.example;sw',
  '5;Niemand van de lijst;3;;;en',
].join('\n')

test('what the list says is shown, refused by row and column, and written down when it is taken over', async () => {
  const { preview, takeOver } = await bring(list)
  expect(preview).toMatch(/Who confirms is filled in.*?2 services/s)
  expect(preview).toMatch(/Row 4.*?confirm_email.*?not an address/s)
  expect(preview).toMatch(/Row 5.*?confirm_language.*?cannot be written in this language/s)
  expect(await added()).toEqual([])
  expect((await takeOver()).status).toBe(303)
  // Of the confidential place as well: an address of a mail tells nobody where it is.
  expect(await added()).toEqual(['Ask@oor.example fr', expect.stringMatching(/^huis@provider\.example (en|ar)$/)])
})

test('whom the office has written down stays, and the report says so without saying who', async () => {
  const { preview, takeOver } = await bring(list.replace('Ask@oor.example', 'other@oor.example'))
  expect(preview).toMatch(/Row 2.*?confirm_email.*?already written down who confirms/s)
  expect(preview).not.toMatch(/Who confirms is filled in|(?:Ask|other)@oor\.example/)
  await takeOver()
  expect(await added()).toHaveLength(2)
})

test('no export tells an address; a file that went out takes who confirms with it on its way back', async () => {
  for (const format of ['csv', 'xlsx', 'json', 'zip'] as const) {
    const bytes = new Uint8Array(await (await get(urls.officeServicesFile(town, format))).arrayBuffer())
    const parts = format === 'xlsx' || format === 'zip' ? Object.values(unzipSync(bytes)) : [bytes]
    const written = parts.map((part) => new TextDecoder().decode(part)).join('\n')
    expect(written, format).toContain('Huis van de lijst')
    expect(written, format).not.toMatch(/@oor\.example|huis@provider\.example|confirm_email/)
  }
  const csv = await (await get(urls.officeServicesFile(town, 'csv'))).text()
  const [first = '', ...others] = csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/)
  const row = others.find((one) => one.includes('Niemand van de lijst')) ?? ''
  const { preview, takeOver } = await bring(`${first},confirm_email\n${row},niemand@provider.example`)
  expect(preview).toContain('Fill in who confirms 1 service')
  expect((await takeOver()).status).toBe(303)
  expect(await added()).toContainEqual(expect.stringContaining('niemand@provider.example'))
})
