/** The kit of the year for a town that writes in Armenian letters. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../../tests/pdf.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { urls } from '../../urls.ts'
import { approver, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'

let app: PeopleApp
const year = Temporal.Now.plainDateISO('UTC').year
const name = 'Վաղարշապատ'
const theme = 'Լսել երեխաներին'
beforeAll(async () => {
  app = await openPeopleApp()
  await app.services.database.db
    .updateTable('published.authority')
    .set({ name, names: '{}' })
    .where('slug', '=', town.slug)
    .execute()
  const edition = {
    year,
    themes: JSON.stringify({ hy: theme }),
    source: '',
    demonstration: true,
    changed_at: new Date(),
  }
  await app.services.database.db
    .insertInto('published.event_edition')
    .values(edition)
    .onConflict((conflict) => conflict.column('year').doUpdateSet(edition))
    .execute()
})
afterAll(() => app.close())

const { read, post } = visitorsOf(() => app)
async function poster(path: string) {
  const answer = await app.request(path)
  expect([path, answer.status]).toEqual([path, 200])
  const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  return { ...pdf, text: pdf.text.replace(/\s+/g, ' ') }
}

test('every poster of the kit carries the name of the town and the theme in their letters', async () => {
  for (const size of ['a4', 'a3'] as const) {
    for (const shop of [false, true]) {
      const { text, pages, claimsUa } = await poster(urls.eventsPoster('en', year, { size, shop, town }))
      expect([size, shop, text.includes(name), text.includes(theme), pages, claimsUa]).toEqual([
        ...[size, shop, true, true, 1, true],
      ])
    }
  }
})

test('the poster of its event is in Armenian: title, words, place, theme and town', async () => {
  const id = value(await read(approver, urls.townEventNew(town)), 'id')
  const given = {
    ...{ kind: 'talk', day: `18.11.${year}`, starts: '10', ends: '12.30', where: 'place', language: 'hy' },
    ...{ title: 'Ո՞ւմ կարող եմ պատմել', what: 'Երեխաները հարցնում են։', place: 'Կենտրոնական գրադարան' },
  }
  await post(approver, urls.townEvents(town), { id, ...given })
  const revision = value(await read(approver, urls.townEventPage(town, id, 'publish')), 'revision')
  expect((await post(approver, urls.townEventPage(town, id, 'publish'), { revision })).status).toBe(303)
  const { text } = await poster(urls.eventPoster('en', year, id, { size: 'a4', read: 'hy' }))
  for (const words of ['կարող եմ պատմել', 'հարցնում են', given.place, theme, name]) expect(text).toContain(words)
})
