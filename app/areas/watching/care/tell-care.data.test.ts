/** What nobody waits for still finds the officer. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approver, openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import type { Found } from '../findings/finding-rules.ts'
import { replaceFindings } from '../findings/finding-store.ts'
import { tellCare } from './tell-care.ts'

let app: PeopleApp
beforeAll(async () => {
  app = await openPeopleApp()
})
afterAll(() => app.close())

const authority = () => (app.townScope.kind === 'authority' ? app.townScope.id : '')
const morning = () => tellCare(app.services.watching)
const mails = async () =>
  (await app.mails(approver)).filter(({ subject }) => /what to look at|may keep families/.test(subject))

/** Of the night. */
async function find(found: readonly Found[]) {
  const at = app.services.clock.now()
  await replaceFindings(app.db, authority(), found, { today: at.toZonedDateTimeISO('UTC').toPlainDate(), at })
}
const broken = (value: string): Found => ({
  thing: 'service',
  thingId: authority(),
  fact: 'phones',
  kind: 'number-invalid',
  value,
  seen: '',
})

test('the office hears of it once, at once where families may be harmed', async () => {
  await morning()
  const before = (await mails()).length
  expect(await morning()).toBe(0)

  await find([broken('1')])
  expect(await morning()).toBe(1)
  const mail = (await mails())[before]
  expect(mail?.subject).toContain('something may keep families from getting help')
  expect(mail?.text).toContain('• Look at')
  expect(mail?.text).toContain('nightly checks found')
  expect(mail?.text).not.toContain('Check again whether it is right')

  // Not each morning, nor when it comes and goes.
  expect(await morning()).toBe(0)
  await find([])
  expect(await morning()).toBe(0)
  await find([broken('1')])
  expect(await morning()).toBe(0)
  expect(await mails()).toHaveLength(before + 1)
})

test('services whose clock is over are in it', async () => {
  const before = (await mails()).length
  app.wait({ hours: 24 * 400 })
  expect(await morning()).toBe(1)
  const mail = (await mails())[before]
  expect(mail?.text).toContain('Check again whether it is right')
  // What it was told before is not told again.
  expect(mail?.text).not.toContain('nightly checks found')
  expect(await morning()).toBe(0)
})

test('where nobody works nothing is taken as told', async () => {
  await find([broken('2')])
  const kept = await app.db.selectFrom('accounts.role').selectAll().execute()
  await app.db.deleteFrom('accounts.role').execute()
  expect(await morning()).toBe(0)
  await app.db.insertInto('accounts.role').values(kept).execute()
  expect(await morning()).toBe(1)
})
