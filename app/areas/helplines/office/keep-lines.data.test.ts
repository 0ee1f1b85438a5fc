/** From the front door: what an office does with a number, and what families see a moment later. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../../../tests/eventually.ts'
import { formTo } from '../../../../tests/page-form.ts'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { demonstrationPerson } from '../../../demonstration/index.ts'
import { actOf } from '../../../platform/audit/audit.ts'
import { silentLog } from '../../../platform/log.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { ensurePerson, grantRole } from '../../accounts/index.ts'
import { findAssociation } from '../../associations/index.ts'
import { loadHelplines } from '../helpline-data.ts'
import { createLiveHelplines } from '../live-helplines.ts'

let app: TestApp
let coordinator: string
let secretariat: string
beforeEach(async () => {
  app = await testApp()
  coordinator = await app.signIn(demonstrationPerson('coordinator'), 'totp')
  secretariat = await app.signIn(demonstrationPerson('secretariat'), 'totp')
})
afterEach(() => app.close())

const child = 'child-helpline-08000432'
const line = urls.officeHelpline('NL', child)
const list = urls.officeHelplines('NL')
const town = urls.town('en', { country: 'NL', slug: 'example-town' })
const number = 'tel:08000432'

const get = async (path: string, cookie = coordinator) => {
  const answer = await app.request(path, { headers: { cookie } })
  return { status: answer.status, html: await answer.text() }
}
const read = async (path: string) => (await app.request(path)).text()

async function post(path: string, fields: Record<string, string | string[]>, cookie = coordinator) {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  const answer = await app.request(path, { method: 'POST', headers: { cookie }, body })
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
}

/** What the form of a page was made from. */
async function standAt(path: string, cookie = coordinator): Promise<string> {
  return /name="stand" value="([^"]*)"/.exec((await get(path, cookie)).html)?.[1] ?? ''
}

function checked(how = 'called', more: Record<string, string> = {}) {
  const { day, month, year } = Temporal.Now.plainDateISO('Europe/Amsterdam')
  return { how, 'on-day': `${day}`, 'on-month': `${month}`, 'on-year': `${year}`, ...more }
}

async function withdraw(cookie = coordinator, key = child, reason = 'wrong') {
  const path = urls.officeHelplineAct('NL', key, 'withdraw')
  return post(path, { stand: await standAt(path, cookie), reason, note: 'A shop answers' }, cookie)
}

const audits = () =>
  app.services.database.db
    .selectFrom('audit.record')
    .select(['action', 'actor', 'subject', 'detail'])
    .where('action', 'like', 'helplines.%')
    .orderBy('id')
    .execute()

test('a withdrawn number leaves every page, kept ones too, and comes back when it is put back', async () => {
  const pages = [
    town,
    urls.country('en', 'NL'),
    urls.helplines('en', 'NL'),
    urls.about('en', 'safety', 'NL'),
    urls.guide('en', 'first-24-hours', 'NL'),
    '/en/nl/no-such-town',
  ]
  for (const path of pages) expect(await read(path), path).toContain(number)
  expect(await withdraw()).toMatchObject({ status: 303, to: `${list}?done=withdrawn` })
  for (const path of pages) expect(await read(path), path).not.toContain(number)
  expect(await read(urls.helplines('en', 'NL'))).toContain('Example Association')
  expect((await get(line)).html).toContain('A shop answers')
  const back = urls.officeHelplineAct('NL', child, 'restore')
  expect(await post(back, { stand: await standAt(line) })).toMatchObject({ status: 303 })
  for (const path of pages) expect(await read(path), path).toContain(number)
  expect((await audits()).map(({ action, subject }) => [action, subject])).toEqual([
    ['helplines.withdraw', `helpline NL ${child}`],
    ['helplines.restore', `helpline NL ${child}`],
  ])
})

test('a correction is seen at the top of a page before it is saved, and on how many pages it will stand', async () => {
  const path = urls.officeHelplineAct('NL', child, 'correct')
  const form = (await get(path)).html
  expect(form).toMatch(/\d+ towns?’s? pages? of the country changes? at once/)
  const [, list = ''] = /href="([^"]+\/reach)"[^>]*>\s*See all towns of the country/.exec(form) ?? []
  expect((await get(list)).html).toContain('Example Town')
  const given = { ...(formTo(form, path) as Record<string, string>), number: '116111', short: 'yes', ...checked() }
  const seen = await post(path, { ...given, do: 'preview' })
  expect([seen.status, htmlFaults(seen.html)]).toEqual([200, []])
  expect(seen.html).toMatch(
    /So every page of the country would begin[\s\S]*112[\s\S]*116111[\s\S]*Nothing is saved yet/,
  )
  expect(seen.html).toContain('value="116111"')
  expect(await read(town)).not.toContain('tel:116111')
  expect(await audits()).toEqual([])
})

test('another process hears of a withdrawal', async () => {
  const { database } = app.services
  const elsewhere = createLiveHelplines({ database, log: silentLog, shipped: loadHelplines() })
  await elsewhere.refresh()
  await elsewhere.follow()
  const shows = () => elsewhere.byIso('NL')?.childHelplines.some(({ dial }) => dial === '08000432')
  expect(shows()).toBe(true)
  await withdraw()
  await eventually(() => expect(shows()).toBe(false))
  elsewhere.close()
})

test('a query that fails once leaves no withdrawn number standing', async () => {
  const { database } = app.services
  let broken = false
  let failed = 0
  const db = new Proxy(database.db, {
    get: (target, key) => {
      if (broken && key === 'selectFrom') {
        failed += 1
        throw new Error('away')
      }
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const listen: typeof database.listen = (...given) => database.listen(...given)
  const elsewhere = createLiveHelplines({ database: { db, listen }, log: silentLog, shipped: loadHelplines() })
  await elsewhere.follow()
  await elsewhere.refresh()
  broken = true
  await withdraw()
  await eventually(() => expect(failed).toBeGreaterThan(0))
  broken = false
  const shows = () => elsewhere.byIso('NL')?.childHelplines.some(({ dial }) => dial === '08000432')
  await eventually(() => expect(shows()).toBe(false))
  elsewhere.close()
})

test('a confirmation says which office, how and when, and never who', async () => {
  const confirm = urls.officeHelplineAct('NL', child, 'confirm')
  const fields = { stand: await standAt(line), ...checked('operator', { note: 'Asked the board' }) }
  expect(await post(confirm, fields)).toMatchObject({ status: 303, to: `${list}?done=confirmed` })
  const page = await read(urls.helplines('en', 'NL'))
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('Example Association')
  expect(page).toContain('By asking those who answer there.')
  expect(page).not.toContain('Asked the board')
  const { db } = app.services.database
  const person = await db
    .selectFrom('accounts.person')
    .select('name')
    .where('email', '=', demonstrationPerson('coordinator'))
    .executeTakeFirstOrThrow()
  expect(page).not.toContain(person.name)
  expect(await read(town)).toContain('confirmed on')
  expect((await get(line)).html).toContain('Asked the board')
})

test('the same click a second time has one effect', async () => {
  const confirm = urls.officeHelplineAct('NL', child, 'confirm')
  const fields = { stand: await standAt(line), ...checked() }
  const twice = await Promise.all([post(confirm, fields), post(confirm, fields)])
  expect(twice.map(({ status }) => status)).toEqual([303, 303])
  expect(await audits()).toHaveLength(1)
  const gone = urls.officeHelplineAct('NL', child, 'withdraw')
  const stand = await standAt(gone)
  for (const _ of [1, 2]) expect((await post(gone, { stand, reason: 'closed' })).status).toBe(303)
  expect(await audits()).toHaveLength(2)
})

test('whoever saves a form that is no longer true sees what stands now, and keeps what they typed', async () => {
  const correct = urls.officeHelplineAct('NL', child, 'correct')
  const stand = await standAt(correct)
  await withdraw(secretariat)
  const fields = { stand, number: '0800 0432', channels: ['voice'], name: 'What I typed', ...checked() }
  const late = await post(correct, fields)
  expect(late.status).toBe(409)
  expect(htmlFaults(late.html)).toEqual([])
  expect(late.html).toContain('What I typed')
  expect(late.html).toContain('Withdrawn on')
  const confirm = await post(urls.officeHelplineAct('NL', child, 'confirm'), { stand, ...checked() })
  expect(confirm.status).toBe(409)
  expect(await read(town)).not.toContain(number)
})

test('a corrected number stands at once, as confirmed by the office; everybody else who keeps numbers is told', async () => {
  const correct = urls.officeHelplineAct('NL', child, 'correct')
  const form = await get(correct)
  expect(htmlFaults(form.html)).toEqual([])
  const fields = {
    stand: await standAt(correct),
    number: '0800 022 11 22',
    name: 'Children’s line',
    channels: ['voice', 'chat'],
    when: 'weekly',
    'day-1': '9-17',
    free: 'yes',
    bill: 'no',
    languages: 'Nederlands, English',
    url: 'www.example.org/chat',
    ...checked('website', { source: 'https://www.example.org/numbers' }),
  }
  expect(await post(correct, fields)).toMatchObject({ status: 303, to: `${list}?done=corrected` })
  const page = await read(urls.helplines('en', 'NL'))
  expect(page).toContain('tel:08000221122')
  expect(page).toContain('https://www.example.org/numbers')
  expect(page).toContain('09:00–17:00')
  expect(await read(town)).not.toContain(number)
  expect((await get(line)).html).toContain('<del>0800 0432</del>')
  const told = await app.services.database.db.selectFrom('notifications.told').select('key').execute()
  // Both people of the secretariat.
  expect(told.map(({ key }) => key)).toEqual(Array(2).fill(`helpline NL ${child} 1`))
})

const refusals = [
  ['no number', { number: '', url: '' }, 'reachMissing'],
  ['a number of nowhere', { number: '0800 0000 0000 00' }, 'number'],
  ['words for a number', { number: 'call us' }, 'number'],
  ['a short number that nobody called', { number: '19 19' }, 'numberShort'],
  ['no way', { channels: '' }, 'channels'],
  ['hours nobody can read', { 'day-2': 'mornings' }, 'hours'],
  ['an address that is none', { url: 'javascript:alert(1)' }, 'link'],
  ['a check of next year', { 'on-year': '2099' }, 'dateFuture'],
  ['a check of long ago', { 'on-year': '2020' }, 'dateOld'],
  ['a page that is not named', { how: 'website' }, 'sourceMissing'],
] as const

test('what cannot be right is refused with a sentence; what was typed stays', async () => {
  const correct = urls.officeHelplineAct('NL', child, 'correct')
  const right = { stand: await standAt(correct), number: '0800-0432', channels: 'voice', name: 'Typed', ...checked() }
  const translator = app.services.i18n.translator('en')
  for (const [what, wrong, code] of refusals) {
    const { status, html } = await post(correct, { ...right, ...wrong })
    expect(status, what).toBe(422)
    expect(htmlFaults(html), what).toEqual([])
    const [said] = /(?<=error-summary__list">).*?(?=<\/ul>)/.exec(html) ?? []
    expect(said, what).toContain(translator?.t(`helplines.error.${code}`) ?? 'no message')
    expect(html.includes('value="Typed"'), what).toBe(true)
  }
  expect(await audits()).toEqual([])
})

test('a new short number is taken from whoever called it', async () => {
  const fields = { kind: 'child-helpline', number: '19 19', short: 'yes', channels: ['voice'], ...checked() }
  const fresh = urls.officeHelplineNew('NL')
  expect(await post(fresh, { stand: '', ...fields })).toMatchObject({ status: 303, to: `${list}?done=added` })
  expect(await read(urls.country('en', 'NL'))).toContain('tel:1919')
  expect((await post(fresh, { stand: '', ...fields, number: '1919', name: 'Again' })).html).toContain(
    'is in the list already',
  )
})

test('the last emergency number cannot be withdrawn, and the page says what to do', async () => {
  const keys = [...(await get(list)).html.matchAll(/helplines\/((?:emergency|police)-\d+)"/g)].map(
    ([, key = '']) => key,
  )
  expect(keys.length).toBeGreaterThan(0)
  const answers = []
  for (const key of new Set(keys)) answers.push(await withdraw(coordinator, key))
  const refused = answers.filter(({ status }) => status === 422)
  expect(refused).toHaveLength(1)
  expect(refused[0]?.html).toContain('add another emergency or police number first')
  expect(await read(town)).toMatch(/tel:1\d\d"/)
})

test('the secretariat stops a wrong number and takes it back, and no more, where somebody coordinates', async () => {
  expect((await get(line, secretariat)).html).not.toContain('/confirm"')
  const stand = await standAt(urls.officeHelplineAct('NL', child, 'withdraw'), secretariat)
  const confirm = urls.officeHelplineAct('NL', child, 'confirm')
  expect((await post(confirm, { stand, ...checked() }, secretariat)).status).toBe(404)
  expect((await withdraw(secretariat)).status).toBe(303)
  const back = urls.officeHelplineAct('NL', child, 'restore')
  expect((await post(back, { stand: await standAt(line, secretariat) }, secretariat)).status).toBe(303)
  await withdraw(coordinator)
  const refused = await post(back, { stand: `3.${loadHelplines().about.date}` }, secretariat)
  expect(refused.status).toBe(422)
  expect(await read(town)).not.toContain(number)
})

test('where nobody coordinates the secretariat keeps the numbers', async () => {
  const page = await get(urls.officeHelplines('FR'), secretariat)
  expect(page.status).toBe(200)
  expect(htmlFaults(page.html)).toEqual([])
  expect(page.html).toContain(urls.officeHelplineNew('FR'))
  expect((await get(urls.officeHelplines('FR'))).status).toBe(404)
})

test('what waits to be confirmed stands first in the office, until it is confirmed', async () => {
  const home = await get(urls.office())
  expect(home.html).toMatch(/Confirm \d+ help numbers/)
  expect(home.html).toContain(list)
  const { html } = await get(list)
  expect(htmlFaults(html)).toEqual([])
  const keys = new Set([...html.matchAll(/helplines\/([a-z0-9-]+)"/g)].map(([, key = '']) => key))
  keys.delete('new')
  for (const key of keys) {
    const stand = await standAt(urls.officeHelpline('NL', key))
    await post(urls.officeHelplineAct('NL', key, 'confirm'), { stand, ...checked() })
  }
  expect((await get(urls.office())).html).not.toMatch(/Confirm \d+ help number/)
})

test('who keeps a country is asked once, however often the job runs', async () => {
  const { db } = app.services.database
  const { services } = app
  const act = actOf('test', 'test.grant', services.clock.now())
  const colleague = await ensurePerson(db, { email: 'second@union.example', name: 'Second', language: 'de' })
  const union = await findAssociation(db, 'NL', 'example-association')
  await grantRole(db, act, colleague.id, 'coordinator', { kind: 'association', id: union?.id ?? '' })
  const { askForConfirmations } = await import('../ask.ts')
  const asked = await askForConfirmations(services.numbers)
  expect(asked).toContain('NL')
  await askForConfirmations(services.numbers)
  const told = await db
    .selectFrom('notifications.told')
    .innerJoin('accounts.person', 'accounts.person.id', 'notifications.told.person')
    .select(['email', 'key'])
    .where('key', 'like', 'helplines %')
    .execute()
  const inNetherlands = told.filter(({ key }) => key.startsWith('helplines NL '))
  expect(inNetherlands.map(({ email }) => email).sort()).toEqual(
    [demonstrationPerson('coordinator'), 'second@union.example'].sort(),
  )
  const elsewhere = told.filter(({ key }) => key.startsWith('helplines DE '))
  expect(elsewhere.map(({ email }) => email).sort()).toEqual(
    [demonstrationPerson('secretariat'), demonstrationPerson('second-secretariat')].sort(),
  )
})

test('the secretariat finds the numbers of every country, also where nothing waits; nobody else does', async () => {
  const all = urls.instanceHelplines()
  expect((await get(urls.office(), secretariat)).html).toContain(`href="${all}"`)
  const { status, html } = await get(all, secretariat)
  expect(status).toBe(200)
  expect(await htmlFaults(html)).toEqual([])
  const missing = loadHelplines().list.filter(({ iso }) => !html.includes(`href="${urls.officeHelplines(iso)}"`))
  expect(missing).toEqual([])
  expect((await get(all, coordinator)).status).toBe(404)
})
