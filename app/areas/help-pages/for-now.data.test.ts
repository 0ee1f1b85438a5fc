/** What holds for some days only: told at the top wherever the service is shown, and gone by itself. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { type Clock, systemClock } from '../../platform/clock.ts'
import { urls } from '../../urls.ts'
import { publish, serviceFacts } from '../checklist/index.ts'

let now = systemClock.now()
const clock: Clock = { now: () => now, milliseconds: () => now.epochMilliseconds }

let app: TestApp
beforeAll(async () => {
  app = await testApp({ clock })
})
afterAll(() => app.close())

const town = { country: 'NL', slug: 'example-town' }

const read = async (path: string) => {
  const answer = await app.request(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

/** The card of a service on a page. */
function cardOf(html: string, service: string): string {
  const found = html.split('<article').find((card) => card.slice(0, card.indexOf('>')).includes(service))
  expect(found).toBeDefined()
  return found ?? ''
}

const daysFrom = (days: number) => now.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().add({ days })
const inWords = (day: Temporal.PlainDate) =>
  new Date(`${day}`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

test('an alert and a closure stand above all else, for children too, and go after their last day', async () => {
  const { checklist, database } = app.services
  const { authority, id } = await database.db
    .selectFrom('office.draft_service as draft')
    .innerJoin('published.authority as authority', 'authority.id', 'draft.authority')
    .select(['draft.id', 'draft.authority'])
    .where('authority.slug', '=', town.slug)
    .where(sql<boolean>`draft.facts->'kinds' ? 'crisis-counselling'`)
    .limit(1)
    .executeTakeFirstOrThrow()
  const { facts } = await database.db
    .selectFrom('office.draft_service')
    .select('facts')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const words = (text: string) => ({ en: { text, origin: 'person' as const } })
  const [alertDay, lastDay] = [daysFrom(3), daysFrom(5)]
  const told = {
    alert: { text: words('Ring twice.'), until: alertDay.toString() },
    closure: { from: daysFrom(-1).toString(), to: lastDay.toString(), text: words('Our neighbours answer.') },
  }
  const changed = JSON.stringify(serviceFacts.parse({ ...(facts as object), ages: null, audiences: [], ...told }))
  await database.db
    .updateTable('office.draft_service')
    .set({ facts: sql`${changed}::jsonb` })
    .where('id', '=', id)
    .execute()
  const outcome = await publish(checklist, actOf('test', 'test.publish', now), authority)
  expect(outcome).toMatchObject({ outcome: 'published' })

  const pages = [urls.children('en', town, '8-12'), urls.town('en', town), urls.service('en', town, id)]
  const cards = async () => (await Promise.all(pages.map(read))).map((html) => cardOf(html, id))
  const whole = `Closed from ${inWords(daysFrom(-1))} to ${inWords(lastDay)}.`
  await eventually(async () => {
    for (const card of await cards()) {
      const top = card.slice(0, card.search(/class="?(?:tags|call)\b/))
      for (const each of ['Ring twice.', `Until ${inWords(alertDay)}.`, whole, 'Our neighbours answer.']) {
        expect(top).toContain(each)
      }
    }
  })

  now = alertDay.add({ days: 1 }).toZonedDateTime('Europe/Amsterdam').toInstant()
  for (const card of await cards()) {
    expect(card).not.toContain('Ring twice.')
    expect(card).toContain('Our neighbours answer.')
  }
  now = lastDay.add({ days: 1 }).toZonedDateTime('Europe/Amsterdam').toInstant()
  for (const card of await cards()) expect(card).not.toMatch(/Ring twice|Closed from|Our neighbours answer/)
})
