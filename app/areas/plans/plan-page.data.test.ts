/** From the front door: the plan of the demonstration, as everybody reads it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'

let app: PeopleApp
beforeAll(async () => {
  app = await openPeopleApp()
})
afterAll(() => app.close())

test("the town's plan that counts today stands at its own address, put together in three ways, in every language", async () => {
  for (const lang of ['en', 'fr', 'de', 'ar']) {
    for (const view of ['p', 'article', 'year'] as const) {
      const answer = await app.nobody.get(urls.plan(lang, town, view))
      const html = await answer.text()
      expect([lang, view, answer.status, htmlFaults(html)]).toEqual([lang, view, 200, []])
      expect(html).toContain('Example Town protects its children (fictional)')
      expect(html).toContain(view === 'p' ? '<svg class="figures"' : '#m-')
    }
  }
  expect((await app.nobody.get(urls.plan('en', { country: 'NL', slug: 'example-quiet-town' }))).status).toBe(404)
})
