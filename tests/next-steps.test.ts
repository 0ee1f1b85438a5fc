import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPerson } from '../app/demonstration/index.ts'
import { systemClock } from '../app/platform/clock.ts'
import { urls } from '../app/urls.ts'
import { type TestApp, testApp } from './test-app.ts'

const far = { now: () => systemClock.now().add({ hours: 24 * 400 }), milliseconds: () => Date.now() }
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const town = { country: 'NL', slug: 'example-town' }

test('the office opens with what is to do next, and everywhere the person works', async () => {
  const cookie = await app.signIn(demonstrationPerson('officer'))
  const page = await (await app.request(urls.office(), { headers: { cookie } })).text()
  expect(page).toContain('Check again whether it is right')
  expect(page).toContain(`href="${urls.officeTown(town)}"`)
})

test('what has been drafted waits to be published', async () => {
  const cookie = await app.signIn(demonstrationPerson('officer'))
  const path = urls.officeKind(town, 'family-info-service')
  const form = await (await app.request(path, { headers: { cookie } })).text()
  const revision = /name="revision" value="(\d+)"/.exec(form)?.[1] ?? ''
  const body = new URLSearchParams({ revision, status: 'not-available', 'note-not-available-nl': 'Bel het wijkteam.' })
  const saved = await app.request(path, { method: 'POST', headers: { cookie }, body })
  expect(saved.status).toBe(303)
  const page = await (await app.request(urls.office(), { headers: { cookie } })).text()
  expect(page).toMatch(/<a[^>]*href="\/office\/nl\/example-town\/publish">Publish \d+ changes?<\/a>/)
})

test('contacts that protect come before care, with the day they were due', async () => {
  const later = await testApp({ clock: far })
  const cookie = await later.signIn(demonstrationPerson('officer'))
  const page = await (await later.request(urls.office(), { headers: { cookie } })).text()
  const first = page.slice(page.indexOf('id="first"'), page.indexOf('</section>', page.indexOf('id="first"')))
  expect(first).toContain('Check again whether it is right')
  expect(first).toMatch(/since \d+ \w+ 20\d\d/)
  await later.close()
})
