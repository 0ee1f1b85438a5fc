import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { ensurePerson } from './index.ts'
import { openBrowser } from './test-browser.ts'
import { officer, openTestOffice, type TestOffice } from './test-office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())

async function signedIn(email = officer) {
  const browser = openBrowser(office)
  await browser.signIn(email)
  return browser
}

const endIds = (page: string) => [...page.matchAll(/name="id" value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id)

test('a person sees where they are signed in, ends one session, then all others', async () => {
  const [own, stolen, third] = [await signedIn(), await signedIn(), await signedIn()]
  const page = await own.html(urls.security())
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('This one')
  expect(endIds(page)).toHaveLength(2)
  const sessions = await office.accounts.session(new Headers({ cookie: cookieOf(stolen) }))
  expect((await own.post(urls.securityAct('sessions/end'), { id: sessions?.id ?? '' })).status).toBe(303)
  expect((await stolen.get(urls.office())).status).toBe(303)
  expect((await third.get(urls.office())).status).toBe(200)
  await own.post(urls.securityAct('sessions/end-others'))
  expect((await third.get(urls.office())).status).toBe(303)
  expect(endIds(await own.html(urls.security()))).toEqual([])
  const actions = await office.database.db.selectFrom('audit.record').select('action').execute()
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['accounts.end-session', 'accounts.end-other-sessions']),
  )
})

function cookieOf({ jar }: Awaited<ReturnType<typeof signedIn>>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

test('a new link in the same browser takes the place of the session before', async () => {
  const own = await signedIn()
  const before = cookieOf(own)
  await own.signIn(officer)
  expect((await own.get(urls.office())).status).toBe(200)
  expect(await office.accounts.session(new Headers({ cookie: before }))).toBeUndefined()
})

test('nobody ends the session of somebody else, or touches their passkeys', async () => {
  const { db } = office.database
  const other = await ensurePerson(db, { email: 'other@x.example', name: 'O', language: 'en' })
  const theirs = await signedIn(other.email)
  const session = await office.accounts.session(new Headers({ cookie: cookieOf(theirs) }))
  const passkey = { id: newId(), person: other.id, name: 'Theirs', public_key: 'x', credential_id: 'x', counter: 0 }
  await db
    .insertInto('accounts.passkey')
    .values({ ...passkey, device_type: 'singleDevice', backed_up: false })
    .execute()
  const own = await signedIn()
  const attempts = [
    own.post(urls.securityAct('sessions/end'), { id: session?.id ?? '' }),
    own.post(urls.securityAct('passkey/remove'), { id: passkey.id }),
    own.post(urls.securityAct('passkey/rename'), { id: passkey.id, name: 'Mine' }),
    own.post(urls.securityAct('passkey/rename'), { id: 'no id', name: 'Mine' }),
  ]
  for (const answer of await Promise.all(attempts)) expect(answer.status).toBe(404)
  expect((await theirs.get(urls.office())).status).toBe(200)
  const rows = await db.selectFrom('accounts.passkey').select('name').execute()
  expect(rows).toEqual([{ name: 'Theirs' }])
  const page = await theirs.html(urls.security())
  expect(htmlFaults(page)).toEqual([])
  const unnamed = await theirs.post(urls.securityAct('passkey/rename'), { id: passkey.id, name: ' ' })
  expect(unnamed.status).toBe(422)
  expect(htmlFaults(await unnamed.text())).toEqual([])
})

test('a passkey that is none, unknown, or an answer to nothing gets one and the same answer', async () => {
  const empty = Buffer.from('{}').toString('base64url')
  const response = { clientDataJSON: empty, authenticatorData: empty, signature: empty }
  const invented = { id: 'x', rawId: 'x', type: 'public-key', response, clientExtensionResults: {} }
  const bodies: string[] = []
  for (const given of ['', '{', '{}', JSON.stringify(invented), JSON.stringify({ ...invented, id: 'unknown' })]) {
    const browser = openBrowser(office)
    const asked = await browser.post(urls.passkey())
    expect(asked.status).toBe(200)
    expect(htmlFaults(await asked.text())).toEqual([])
    const answer = await browser.post(urls.passkeyAnswer(), { response: given })
    expect(answer.status).toBe(422)
    expect(answer.headers.getSetCookie().join()).not.toContain('session_token')
    bodies.push(await answer.text())
  }
  expect(new Set(bodies).size).toBe(1)
  expect(htmlFaults(bodies[0] ?? '')).toEqual([])
})
