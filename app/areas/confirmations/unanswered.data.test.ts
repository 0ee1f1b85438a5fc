/** Nobody answers: where nobody coordinates an association of the town the secretariat hears of it; at last it begins anew. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noonClock } from '../../../tests/noon-clock.ts'
import { formTo } from '../../../tests/page-form.ts'
import { signIn } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { readCurrent } from '../checklist/index.ts'
import { speak } from './deps.ts'
import { confirmationsHandlers } from './jobs.ts'
import { newestRequest } from './request-store.ts'
import { stepsOf } from './step-store.ts'
import { exampleTown, mailsTo, publishedService } from './test-provider.ts'

const town = { country: 'NL', slug: 'example-town' }
const silent = 'silent@provider.example'
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
  expect(mail?.text).toContain(urls.instanceSilentProviders())
  const list = await sam.read(urls.instanceSilentProviders())
  expect(htmlFaults(list)).toEqual([])
  expect(list).toContain(urls.townPeople(town))
  expect(linesOf(list)).toEqual([await told('Told to the secretariat')])
  const shown = await read(page, await app.signIn(demonstrationPerson('officer')))
  expect(shown).toContain('Told to the secretariat')
  expect(shown).not.toContain('Told to the association')
})

test('after a whole clock the request ends, the provider is asked anew, and the office keeps it on its list', async () => {
  const mails = async () => (await mailsTo(app.services, silent)).length
  expect(await mails()).toBe(2)
  const first = await newestRequest(db(), id)
  const every = await months()
  const asked = (first?.askedAt ?? clock.now()).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  const over = asked.until(asked.add({ months: every }), { largestUnit: 'days' }).days
  days = 400 + over - 1
  await morning()
  expect((await newestRequest(db(), id))?.outcome).toBeUndefined()
  days = 400 + over
  await morning()
  // The same morning: on none is it missing from the list.
  const [newest, before] = await db()
    .selectFrom('office.confirmation_request')
    .select('outcome')
    .where('service', '=', id)
    .orderBy('asked_at', 'desc')
    .execute()
  expect([await mails(), newest?.outcome, before?.outcome]).toEqual([3, null, 'unanswered'])
  const cookie = await app.signIn(demonstrationPerson('officer'))
  expect(await read(urls.office(), cookie)).toContain('Telephone a provider who has not answered')
  // On its list with the days of the round that nobody answered, and on the page of the service as well.
  const toldOffice = await told(
    'Told to the secretariat, as nobody coordinates an association of your town',
    'your office',
  )
  const [line] = linesOf(await read(urls.officeSilentProviders(town), cookie))
  expect(line?.slice(0, toldOffice.length - 1)).toEqual(toldOffice.slice(0, -1))
  expect(line?.at(-1)).toContain('Asked anew on')
  const shown = await read(urls.officeProvider(town, id), cookie)
  expect(shown).toContain('The time before, nobody answered either')
  for (const said of toldOffice.slice(2, -1)) expect(shown).toContain(said)
  // The new round has its own steps.
  expect(await steps()).toEqual([])
  days += 14
  await morning()
  expect([await mails(), await steps()]).toEqual([4, ['second']])
})

/** Of each service on a list, what was done to ask about it. */
const linesOf = (html: string) =>
  [...html.matchAll(/<li class="office-line"[\s\S]*?<ul[^>]*>([\s\S]*?)<\/ul>/g)].map(([, lines = '']) =>
    [...lines.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, text = '']) => text.trim()),
  )

/** The days of the first round, as a list says them. */
async function told(last: string, office = 'the office of the town'): Promise<string[]> {
  const english = speak(app.services.confirmations, 'en')
  const on = (day: number) =>
    longDate(
      english,
      clock
        .on(400 + day)
        .toZonedDateTimeISO('Europe/Amsterdam')
        .toPlainDate(),
    )
  return [
    `Last asked on ${on(0)}.`,
    `Second mail: ${on(14)}`,
    `Told to ${office}: ${on(42)}`,
    `${last}: ${on(71)}`,
    'No answer yet.',
  ]
}

/** Of the service, by the checklist. */
async function months() {
  const service = (await readCurrent(db(), authority))?.services.find((one) => one.id === id)
  const { checklist } = app.services.reference
  return Math.min(...(service?.kinds ?? []).map((kind) => checklist.byId(kind)?.reviewEveryMonths ?? 12))
}
