/** What somebody who tries the product finds as coordinator: campaigns with what came of them, questions, contacts. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../tests/test-app.ts'
import { startCampaign } from '../areas/campaigns/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import { newId } from '../platform/ids.ts'
import { questionsDepsOf } from '../questions-deps.ts'
import { urls } from '../urls.ts'
import { demonstrationPerson, loadFirstWeek } from './index.ts'

const union = { country: 'NL', slug: 'example-association' } as const

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const load = () => loadFirstWeek({ ...app.services, questions: questionsDepsOf(app.services) })

test('it is laid out once, and shows on the pages of the association', async () => {
  expect(await load()).toBe(true)
  expect(await load()).toBe(false)
  const cookie = await app.signIn(demonstrationPerson('coordinator'), 'totp')
  const read = async (path: string) => (await app.request(path, { headers: { cookie } })).text()
  const campaigns = await read(urls.campaigns(union))
  for (const name of ['Spring letter (fictional)', 'Winter letter (fictional)']) expect(campaigns).toContain(name)
  const [, past = ''] = /href="([^"]*campaigns\/[0-9a-f-]{36})"[^>]*>[^<]*<span[^>]*>\s*Spring/.exec(campaigns) ?? []
  const outcome = await read(past)
  for (const state of ['handed', 'refused', 'opted-out']) expect(outcome).toContain(`state=${state}`)
  expect(await read(urls.townContacts(union))).toContain('youth@example-town.example')
  const questions = await read(urls.associationQuestions(union))
  for (const subject of ['One service, two addresses', 'Hours in the holidays']) expect(questions).toContain(subject)
  expect(await read(urls.coverage(union))).toContain('<svg')
})

test('an association that has begun something is left alone', async () => {
  const used = await testApp()
  try {
    const { db } = used.services.database
    const { id } = await db
      .selectFrom('published.association')
      .select('id')
      .where('slug', '=', union.slug)
      .executeTakeFirstOrThrow()
    const began = { id: newId(), association: id, name: 'Ours', firstLanguage: 'nl' }
    await startCampaign(used.services, actOf('test', 'campaigns.begin', used.services.clock.now()), began)
    expect(await loadFirstWeek({ ...used.services, questions: questionsDepsOf(used.services) })).toBe(false)
  } finally {
    await used.close()
  }
})
