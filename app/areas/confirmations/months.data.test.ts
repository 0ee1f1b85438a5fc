/** Months go by on a moved clock: ignored by the provider, its deputy and the office, told to the association, telephoned. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { noonClock } from '../../../tests/noon-clock.ts'
import { formTo } from '../../../tests/page-form.ts'
import { signIn } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { readCurrent } from '../checklist/index.ts'
import { confirmationsHandlers } from './jobs.ts'
import { exampleTown, linksIn, mailsTo, publishedService } from './test-provider.ts'

const town = { country: 'NL', slug: 'example-town' }
let app: TestApp
let days = 0
const clock = noonClock('Europe/Amsterdam', () => days)
let [authority, id] = ['', '']
beforeAll(async () => {
  app = await testApp({ clock })
  authority = await exampleTown(app.services)
  id = await publishedService(app.services)
})
afterAll(() => app.close())

const db = () => app.services.database.db
const morning = async () => confirmationsHandlers(app.services.confirmations)[0]?.run({})
const mailed = async (to: string) => (await mailsTo(app.services, to)).map(({ subject }) => subject)
/** On its own page, and in its place on the page of the town. */
const helpPage = async () => {
  const own = await (await app.request(urls.service('en', town, id))).text()
  const all = await (await app.request(urls.town('en', town))).text()
  const entry = all.split('<article ').find((one) => one.includes(`data-service="${id}"`))
  return [own, entry?.split('</article>')[0] ?? 'hidden'] as const
}
/** A server tells every process by a notification, which may come a moment after the answer. */
const seenByFamilies = (words: string) =>
  eventually(async () => {
    for (const html of await helpPage()) expect(html).toContain(words)
  })
const post = (path: string, fields: Record<string, string>, cookie = '') =>
  app.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) })
const month = () =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'Europe/Amsterdam' }).format(
    clock.milliseconds(),
  )
const unanswered = (subjects: readonly string[]) => subjects.filter((one) => one.includes('has not answered')).length

test('a provider who never answers is asked twice, then its deputy, the office, the association; families see the service all the time', async () => {
  const officer = demonstrationPerson('officer')
  const cookie = await app.signIn(officer)
  const page = urls.officeProvider(town, id)
  const form = formTo(await (await app.request(page, { headers: { cookie } })).text(), page)
  const contact = { email: 'silent@provider.example', deputy: 'deputy@provider.example', language: 'en' }
  expect((await post(page, { ...form, ...contact } as Record<string, string>, cookie)).status).toBe(303)
  const association = await db().selectFrom('published.association').select('id').executeTakeFirstOrThrow()
  const scope = { kind: 'association', id: association.id } as const
  const coordinator = await signIn(app, 'Cora', [{ role: 'coordinator', scope }])
  const cora = await db()
    .selectFrom('accounts.person')
    .select('email')
    .where('id', '=', coordinator.id)
    .executeTakeFirstOrThrow()

  days = 400
  await morning()
  const start = days
  const counts = async () => [
    (await mailed('silent@provider.example')).length,
    (await mailed('deputy@provider.example')).length,
    unanswered(await mailed(officer)),
    unanswered(await mailed(cora.email)),
  ]
  const seen: Record<number, readonly number[]> = {}
  for (const day of [0, 13, 14, 27, 28, 41, 42, 69, 70, 120]) {
    days = start + day
    await morning()
    await morning()
    seen[day] = await counts()
    // However long nobody answers, families see the service and when it was last checked.
    for (const html of await helpPage()) expect(html).toMatch(/Last checked in \w+ 20\d\d: call before you go/)
  }
  expect(seen).toEqual({
    0: [1, 0, 0, 0],
    13: [1, 0, 0, 0],
    14: [2, 0, 0, 0],
    27: [2, 0, 0, 0],
    28: [2, 1, 0, 0],
    41: [2, 1, 0, 0],
    42: [2, 1, 1, 0],
    69: [2, 1, 1, 0],
    70: [2, 1, 1, 1],
    120: [2, 1, 1, 1],
  })

  const again = await app.signIn(officer)
  const office = await (await app.request(urls.office(), { headers: { cookie: again } })).text()
  expect(office).toContain('Telephone a provider who has not answered')
  const shown = await (await app.request(page, { headers: { cookie: again } })).text()
  expect(htmlFaults(shown)).toEqual([])
  expect(shown).toContain('Told to the association:')
  const asked = urls.officeProviderAsked(town, id)
  expect((await post(asked, formTo(shown, asked) as Record<string, string>, again)).status).toBe(303)
  await seenByFamilies(`Last checked in ${month()}`)
  const checked = (await readCurrent(db(), authority))?.services.find((one) => one.id === id)?.checked
  expect(checked?.by).toBe('office')
  const after = await (await app.request(urls.office(), { headers: { cookie: again } })).text()
  expect(after).not.toContain('Telephone a provider')
})

test('the deputy may answer as well; then nobody is asked again before the service is due', async () => {
  const [mail] = await mailsTo(app.services, 'deputy@provider.example')
  const { confirm } = linksIn(app.services, mail?.text ?? '')
  // The office was faster: the link says so.
  expect([404, 410]).toContain((await app.request(confirm)).status)
  const before = (await mailed('silent@provider.example')).length
  days += 27
  await morning()
  expect((await mailed('silent@provider.example')).length).toBe(before)
  days += 400
  await morning()
  expect((await mailed('silent@provider.example')).length).toBe(before + 1)
  // Of the round before, which the office has answered, nobody says that it was not.
  const officer = await app.signIn(demonstrationPerson('officer'))
  const shown = await (await app.request(urls.officeProvider(town, id), { headers: { cookie: officer } })).text()
  expect(shown).toContain('No answer yet.')
  expect(shown).not.toContain('The time before')
  const [next] = await mailsTo(app.services, 'silent@provider.example')
  const link = linksIn(app.services, next?.text ?? '').confirm
  const html = await (await app.request(link)).text()
  const hash = /name="seen" value="([0-9a-f]+)"/.exec(html)?.[1] ?? ''
  expect((await post(link, { seen: hash })).status).toBe(303)
  await seenByFamilies(`Last checked in ${month()}`)
})
