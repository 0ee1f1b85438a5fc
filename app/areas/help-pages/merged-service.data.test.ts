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

test('the address of a service that was brought together with another leads to the one that stays', async () => {
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
  // Never to something that does not serve these people.
  expect((await app.request(urls.service('en', town, nowhere))).status).toBe(404)
})
