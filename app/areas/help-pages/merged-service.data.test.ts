import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const town = { country: 'NL', slug: 'example-town' }

test('the addresses of a service that was brought together with another lead to the one that stays', async () => {
  const { db } = app.services.database
  const { id } = await db
    .selectFrom('published.service as service')
    .innerJoin('published.authority as authority', 'authority.id', 'service.authority')
    .select('service.id')
    .where('authority.slug', '=', town.slug)
    .limit(1)
    .executeTakeFirstOrThrow()
  const [gone, nowhere] = [newId(), newId()]
  const old = urls.service('en', town, gone)
  expect((await app.request(old)).status).toBe(404)
  await db
    .insertInto('published.service_successor')
    .values([
      { service: gone, successor: id },
      { service: nowhere, successor: newId() },
    ])
    .execute()
  const led = await app.request(old)
  expect([led.status, led.headers.get('location')]).toEqual([301, urls.service('en', town, id)])
  expect((await app.request(urls.service('en', town, id))).status).toBe(200)
  const wrong = urls.serviceWrong('en', town, gone)
  const form = await app.request(wrong)
  expect([form.status, form.headers.get('location')]).toEqual([301, urls.serviceWrong('en', town, id)])
  const fields = new URLSearchParams({ form: newId(), reason: 'other' })
  const sent = await app.request(wrong, { method: 'POST', body: fields })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, urls.serviceWrong('en', town, id)])
  expect(await db.selectFrom('intake.error_report').select('id').where('service', 'in', [gone, id]).execute()).toEqual(
    [],
  )
  const told = await app.request(urls.serviceWrongSent('en', town, gone))
  expect([told.status, told.headers.get('location')]).toEqual([301, urls.serviceWrongSent('en', town, id)])
  for (const path of [urls.serviceWrong('en', town, id), urls.serviceWrongSent('en', town, id)]) {
    expect((await app.request(path)).status).toBe(200)
  }
  expect((await app.request(urls.serviceWrong('en', town, nowhere))).status).toBe(404)
  // Never to something that does not serve these people.
  expect((await app.request(urls.service('en', town, nowhere))).status).toBe(404)
})
