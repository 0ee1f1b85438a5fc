import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailsTo } from '../app/areas/confirmations/test-provider.ts'
import { createWatching } from '../app/areas/watching/index.ts'
import { demonstrationPerson, loadFirstDay } from '../app/demonstration/index.ts'
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

test('whoever tries the product finds on the first day what an office has to do; loading it again changes nothing', async () => {
  const cookie = await app.signIn(demonstrationPerson('officer'))
  const read = async (path: string) => (await app.request(path, { headers: { cookie } })).text()
  const pairs = async () => (await read(urls.officeSame(town))).split(`${urls.officeSame(town)}/`).length
  const before = await pairs()
  expect(await loadFirstDay(app.services)).toBe(true)
  await createWatching(app.services.watching).handlers[0]?.run({})
  const work = await read(urls.office())
  for (const words of [
    'Print a letter to a provider',
    'Look at 1 thing that readers say is wrong',
    'that the nightly checks found',
  ]) {
    expect(work).toContain(words)
  }
  expect(await read(urls.officeLetters(town))).toContain('Stichting Fictief Gezin')
  expect(await mailsTo(app.services, 'desk@school-psychologist.example')).toHaveLength(1)
  expect(await pairs()).toBe(before + 1)
  expect(await loadFirstDay(app.services)).toBe(false)
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
