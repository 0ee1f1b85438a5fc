/** From the front door: one map of signatories, pages and events, on which nobody is ranked and nothing hidden has a place. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { approver, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'

let app: PeopleApp
const year = Temporal.Now.plainDateISO('UTC').year
beforeAll(async () => {
  app = await openPeopleApp()
})
afterAll(() => app.close())
const { read, post } = visitorsOf(() => app)

async function mapIn(lang: string): Promise<string> {
  const answer = await app.request(urls.networkMap(lang))
  const html = await answer.text()
  expect([answer.status, htmlFaults(html)]).toEqual([200, []])
  return html
}

/** What the table says of the events of the Netherlands, and how many marks of events there are. */
const eventsOn = (html: string) => {
  const cell = html.split(`href="${urls.events('en', year, { country: 'NL' })}">`)[1] ?? ''
  const marks = /<path class="box" d="([^"]*)"/.exec(html)?.[1] ?? ''
  return { count: Number(/^\d+/.exec(cell)?.[0] ?? 0), marks }
}

async function begin(fields: Record<string, string>): Promise<void> {
  const words = {
    kind: 'children',
    day: `18.11.${year}`,
    starts: '10',
    language: 'en',
    title: 'A morning',
    what: 'We listen.',
  }
  const id = value(await read(approver, urls.townEventNew(town)), 'id')
  expect((await post(approver, urls.townEvents(town), { id, ...words, ...fields })).status).toBe(303)
  const path = urls.townEventPage(town, id, 'publish')
  expect((await post(approver, path, { revision: value(await read(approver, path), 'revision') })).status).toBe(303)
}

test('shows who has signed, who has a page and what is done, by country, each with the way there', async () => {
  const map = await mapIn('en')
  for (const href of [
    urls.register('en', { country: 'NL' }),
    urls.country('en', 'NL'),
    urls.events('en', year, { country: 'NL' }),
  ]) {
    expect(map).toContain(`href="${href}"`)
  }
  expect(map).toContain('are invented')
  const names = [...map.matchAll(/<th scope="row"><a href="[^"]*">([^<]*)</g)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(2)
  expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare))
  for (const lang of ['fr', 'de', 'ar']) await mapIn(lang)
})

test('an event for invited children counts and has no mark; one that everybody may come to follows within a moment', async () => {
  const before = eventsOn(await mapIn('en'))
  await begin({ where: 'invited' })
  await eventually(async () => expect(eventsOn(await mapIn('en')).count).toBe(before.count + 1))
  expect(eventsOn(await mapIn('en')).marks).toBe(before.marks)
  await begin({ where: 'place', place: 'Library' })
  await eventually(async () => expect(eventsOn(await mapIn('en')).count).toBe(before.count + 2))
})
