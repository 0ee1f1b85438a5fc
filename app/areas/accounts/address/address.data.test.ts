import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { linkIn, openPeopleApp, type PeopleApp } from '../people/test-people.ts'

let app: PeopleApp
beforeAll(async () => {
  app = await openPeopleApp()
})
afterAll(() => app.close())

let counter = 0
let old: string
let fresh: string
let her: Awaited<ReturnType<PeopleApp['signIn']>>
beforeEach(async () => {
  counter += 1
  old = `old${counter}@people.example`
  fresh = `new${counter}@people.example`
  await app.give(old, 'officer', app.townScope)
  her = await app.signIn(old)
})

const ask = (email = fresh) => her.post(urls.changeAddress(), { email })
const press = (link: { path: string; token: string }) =>
  app.nobody.post(link.path.split('?')[0] ?? '', { token: link.token })
const linkTo = async (address: string) => linkIn((await app.mails(address)).at(-1))
/** The second address in the mail to the old mailbox. */
async function cancelLink() {
  const text = (await app.mails(old)).at(-1)?.text ?? ''
  const address = /https?:\/\/\S+\/cancel\S+/.exec(text)?.[0] ?? ''
  const { pathname, search, searchParams } = new URL(address)
  return { path: pathname + search, token: searchParams.get('token') ?? '' }
}
const addressOf = async () => {
  const rows = await app.db.selectFrom('accounts.person').select('email').where('email', 'in', [old, fresh]).execute()
  return rows.map(({ email }) => email)
}

describe('another address', () => {
  test('is there once both mailboxes have agreed: other sessions end, the old mailbox is told', async () => {
    const elsewhere = await app.signIn(old)
    expect((await ask()).headers.get('location')).toBe(`${urls.changeAddress()}?done=1`)
    const [toOld, toNew] = [await linkTo(old), await linkTo(fresh)]
    for (const link of [toOld, toNew]) {
      const page = await (await app.nobody.get(link.path)).text()
      expect(htmlFaults(page)).toEqual([])
      expect(page).toContain(fresh)
    }
    expect(await addressOf()).toEqual([old])
    expect(await (await press(toNew)).text()).toContain('One more mailbox')
    expect(await (await press(toNew)).text()).toContain('One more mailbox')
    expect(await addressOf()).toEqual([old])
    const page = await (await her.get(urls.changeAddress())).text()
    expect(htmlFaults(page)).toEqual([])
    expect(page).toContain('has agreed')
    expect(await (await press(toOld)).text()).toContain('The address is changed')
    expect(await addressOf()).toEqual([fresh])
    expect((await press(toOld)).status).toBe(410)
    expect((await her.get(urls.account())).status).toBe(200)
    expect((await elsewhere.get(urls.account())).status).toBe(303)
    expect((await app.mails(old)).at(-1)?.subject).toBe('The e-mail address of your account is changed')
    const records = await app.audited('accounts.change-address')
    expect(JSON.stringify(records)).not.toContain('@')
  })

  test('of somebody who has an account: they are told so, the asker learns nothing, nothing changes', async () => {
    const known = `known${counter}@people.example`
    await app.give(known, 'officer', app.townScope)
    const strangers = await ask(`stranger${counter}@people.example`)
    const answer = await ask(known)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      strangers.status,
      strangers.headers.get('location'),
    ])
    const mail = (await app.mails(known)).at(-1)
    expect(mail?.subject).toContain('your address already has an account')
    expect(mail?.text).not.toMatch(/sign-in\/address/)
    expect(await (await press(await linkTo(old))).text()).toContain('One more mailbox')
    expect(await addressOf()).toEqual([old])
  })

  test('that somebody else got meanwhile stays theirs', async () => {
    await ask()
    await press(await linkTo(old))
    await app.give(fresh, 'officer', app.townScope)
    expect((await press(await linkTo(fresh))).status).toBe(410)
    expect(await addressOf()).toEqual([old, fresh].toSorted((a, b) => (a < b ? 1 : -1)))
  })

  test('ends by the link in the old mailbox, without signing in', async () => {
    await ask()
    const [cancel, toNew] = [await cancelLink(), await linkTo(fresh)]
    const page = await (await app.nobody.get(cancel.path)).text()
    expect(htmlFaults(page)).toEqual([])
    expect((await app.nobody.get(toNew.path)).status).toBe(200)
    expect(await (await press(cancel)).text()).toContain('The change is stopped')
    expect((await press(cancel)).status).toBe(410)
    expect((await press(toNew)).status).toBe(410)
  })

  test('is withdrawn by the person, or replaced by what they ask next', async () => {
    await ask()
    const first = await linkTo(fresh)
    const other = `other${counter}@people.example`
    await ask(other)
    expect((await press(first)).status).toBe(410)
    await her.post(urls.withdrawAddress(), {})
    expect((await press(await linkTo(other))).status).toBe(410)
  })

  test('is not waited for longer than a day', async () => {
    await ask()
    const links = [await linkTo(old), await linkTo(fresh), await cancelLink()]
    await app.wait({ hours: 25 })
    for (const link of links) expect((await press(link)).status).toBe(410)
    await app.wait({ hours: -25 })
  })

  test('cannot be read out of the database: hashes alone are stored', async () => {
    await ask()
    const rows = JSON.stringify(await app.db.selectFrom('accounts.address_change').selectAll().execute())
    for (const { token } of [await linkTo(old), await linkTo(fresh), await cancelLink()])
      expect(rows).not.toContain(token)
  })

  test('what is no address, or theirs already, is refused; what was typed stays; too often is too often', async () => {
    const wrong = await ask('no address')
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(htmlFaults(page)).toEqual([])
    expect(page).toContain('value="no address"')
    expect((await ask(old.toUpperCase())).status).toBe(422)
    for (let count = 0; count < 5; count += 1) expect((await ask()).status).toBe(303)
    const often = await ask()
    expect(often.status).toBe(422)
    expect(await often.text()).toContain('Wait a quarter of an hour')
  })
})
