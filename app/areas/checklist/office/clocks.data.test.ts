import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { formOf } from '../../../../tests/page-form.ts'
import type { Database } from '../../../platform/db/database.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { readClocks } from '../clock-store.ts'
import { openTestTown, type TestOffice } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
const page = urls.officeClocks(town)
let database: Database
let id: string
let anna: TestOffice

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ id, anna } = await openTestTown(database))
})

const form = async () => formOf(await (await anna.get(page)).text())
const chosen = () => readClocks(database.db, id)

test('a town looks sooner at kinds of one clock, and goes back to the checklist', async () => {
  const shown = await (await anna.get(page)).text()
  expect(htmlFaults(shown)).toEqual([])
  expect((await anna.post(page, { ...(await form()), 'clock-3': '1', 'clock-12': '6' })).status).toBe(303)
  expect(await chosen()).toEqual({ 3: 1, 12: 6 })
  expect(await form()).toMatchObject({ 'clock-3': '1', 'clock-6': '', 'clock-12': '6' })
  expect((await anna.post(page, { ...(await form()), 'clock-3': '', 'clock-12': '' })).status).toBe(303)
  expect(await chosen()).toEqual({})
})

test('what is no choice, or longer than the checklist wants, is the clock of the checklist', async () => {
  const wrong = { 'clock-3': '12', 'clock-6': '-1', 'clock-12': 'often' }
  expect((await anna.post(page, { ...(await form()), ...wrong })).status).toBe(303)
  expect(await chosen()).toEqual({})
})

test('a colleague who was faster is told, and what was chosen stays on the page', async () => {
  const early = await form()
  await anna.post(page, { ...(await form()), 'clock-3': '2' })
  const late = await anna.post(page, { ...early, 'clock-3': '1' })
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('Chosen now: 2 months')
  expect(formOf(html)).toMatchObject({ 'clock-3': '1' })
  expect(await chosen()).toEqual({ 3: 2 })
  expect((await anna.post(page, formOf(html) as Record<string, string>)).status).toBe(303)
  expect(await chosen()).toEqual({ 3: 1 })
})
