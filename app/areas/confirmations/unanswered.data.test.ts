/** Nobody answers: where nobody coordinates an association of the town the secretariat hears of it; at last it begins anew. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formTo } from '../../../tests/page-form.ts'
import { signIn } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { urls } from '../../urls.ts'
import { readCurrent } from '../checklist/index.ts'
import { confirmationsHandlers } from './jobs.ts'
import { newestRequest } from './request-store.ts'
import { stepsOf } from './step-store.ts'
import { exampleTown, mailsTo, publishedService } from './test-provider.ts'

const town = { country: 'NL', slug: 'example-town' }
const silent = 'silent@provider.example'
let app: TestApp
let days = 0
// Noon: the first days are counted in winter, the last in summer, and late in the evening an hour more is another day.
const noon = Temporal.Now.zonedDateTimeISO('Europe/Amsterdam').withPlainTime('12:00')
const now = () => noon.add({ days }).toInstant()
let [authority, id] = ['', '']
beforeAll(async () => {
  app = await testApp({ clock: { now, milliseconds: () => now().epochMilliseconds } })
  authority = await exampleTown(app.services)
  id = await publishedService(app.services)
})
afterAll(() => app.close())

const db = () => app.services.database.db
const morning = async () => confirmationsHandlers(app.services.confirmations)[0]?.run({})
const read = async (path: string, cookie: string) => (await app.request(path, { headers: { cookie } })).text()
const steps = async () => {
  const request = await newestRequest(db(), id)
  return request ? (await stepsOf(db(), request.id)).map(({ step, told }) => told ?? step) : []
}

test('a town without a coordinator: nobody is told for nothing, then the secretariat is, and the officer reads who', async () => {
  const cookie = await app.signIn(demonstrationPerson('officer'))
  const page = urls.officeProvider(town, id)
  const form = formTo(await read(page, cookie), page) as Record<string, string>
  const body = new URLSearchParams({ ...form, email: silent, language: 'en' })
  expect((await app.request(page, { method: 'POST', headers: { cookie }, body })).status).toBe(303)
  await db().deleteFrom('published.association_member').where('authority', '=', authority).execute()
  const secretariat = { role: 'secretariat', scope: { kind: 'instance' } } as const
  const held = await db().selectFrom('accounts.role').selectAll().where('role', '=', 'secretariat').execute()
  await db().deleteFrom('accounts.role').where('role', '=', 'secretariat').execute()

  days = 400
  for (const day of [0, 14, 42, 70, 71]) {
    days = 400 + day
    await morning()
  }
  expect(await steps()).toEqual(['second', 'office'])
  expect(await read(page, await app.signIn(demonstrationPerson('officer')))).not.toContain('Told to the')

  const sam = await signIn(app, 'Sam', [secretariat])
  if (held.length > 0) await db().insertInto('accounts.role').values(held).execute()
  await morning()
  expect(await steps()).toEqual(['second', 'office', 'secretariat'])
  const [mail] = await mailsTo(app.services, 'sam@people.example')
  expect(mail?.subject).toContain('has not answered')
  expect(mail?.text).toContain('nobody coordinates an association of Example Town')
  expect(await sam.read(urls.office())).toContain('see whether the town needs help')
  const shown = await read(page, await app.signIn(demonstrationPerson('officer')))
  expect(shown).toContain('Told to the secretariat')
  expect(shown).not.toContain('Told to the association')
})

test('after a whole clock the request ends, the provider is asked anew, and the office keeps it on its list', async () => {
  const mails = async () => (await mailsTo(app.services, silent)).length
  expect(await mails()).toBe(2)
  const first = await newestRequest(db(), id)
  const clock = await months()
  const asked = (first?.askedAt ?? now()).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  const over = asked.until(asked.add({ months: clock }), { largestUnit: 'days' }).days
  days = 400 + over - 1
  await morning()
  expect((await newestRequest(db(), id))?.outcome).toBeUndefined()
  days = 400 + over
  await morning()
  expect((await newestRequest(db(), id))?.outcome).toBe('unanswered')
  days += 1
  await morning()
  expect([await mails(), (await newestRequest(db(), id))?.outcome]).toEqual([3, undefined])
  const cookie = await app.signIn(demonstrationPerson('officer'))
  expect(await read(urls.office(), cookie)).toContain('Telephone a provider who has not answered')
  // The new round has its own steps.
  expect(await steps()).toEqual([])
  days += 14
  await morning()
  expect([await mails(), await steps()]).toEqual([4, ['second']])
})

/** Of the service, by the checklist. */
async function months() {
  const service = (await readCurrent(db(), authority))?.services.find((one) => one.id === id)
  const { checklist } = app.services.reference
  return Math.min(...(service?.kinds ?? []).map((kind) => checklist.byId(kind)?.reviewEveryMonths ?? 12))
}
