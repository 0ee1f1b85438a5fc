/** From the front door: software of others checks what this instance signs. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { independentVerifier } from '../../../tests/verifying/independent-verifier.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import { revokeRetiredKey } from '../../platform/signing/signing-key-store.ts'
import { replaceKey } from '../../platform/signing/signing-keys.ts'
import { urls } from '../../urls.ts'
import { enterWithdrawal, registerTag, type Signatory, signatoryByNumber } from '../register/index.ts'
import { stages } from './stage-rules.ts'

let app: TestApp
let verifier: ReturnType<typeof independentVerifier>
beforeAll(async () => {
  app = await testApp()
  verifier = independentVerifier(app.baseUrl, (path) => app.request(path))
})
afterAll(() => app.close())

const act = () => actOf('test', 'register.test', app.services.clock.now())
const read = async (path: string) => {
  const answer = await app.request(path)
  expect([path, answer.status]).toEqual([path, 200])
  return { text: await answer.text(), headers: answer.headers }
}
const credential = async (number: number) => (await read(urls.credential(number))).text

async function signatories(): Promise<Signatory[]> {
  const all: Signatory[] = []
  for (let number = 1; ; number += 1) {
    const found = await signatoryByNumber(app.services.database.db, number)
    if (!found) return all
    all.push(found)
  }
}
const one = async (which: (signatory: Signatory) => boolean) => {
  const found = (await signatories()).find(which)
  if (!found) throw new Error('the demonstration has no such signatory')
  return found
}

describe('a verifier that is not ours', () => {
  test('accepts every credential whose signature stands, and finds those that have ended', async () => {
    const all = await signatories()
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['signed', 'merged', 'withdrawn']))
    for (const { number, status } of all) {
      expect([number, await verifier.verify(await credential(number))]).toEqual([
        number,
        status === 'signed' ? 'accepted' : 'ended',
      ])
    }
  })

  test('refuses it after any one byte has been changed', async () => {
    const bytes = Buffer.from(await credential(1))
    const changed = fc.record({ at: fc.nat({ max: bytes.length - 1 }), by: fc.integer({ min: 1, max: 255 }) })
    const refused = fc.asyncProperty(changed, async ({ at, by }) => {
      const other = Buffer.from(bytes)
      other[at] = (other[at] ?? 0) ^ by
      expect(await verifier.verify(other.toString('utf8'))).toMatch(/^refused/)
    })
    await fc.assert(refused, { numRuns: 150 })
  })

  test('refuses it where one member is another, and one that another key has signed', async () => {
    const genuine = JSON.parse(await credential(1))
    const { credentialSubject: subject } = genuine
    for (const forged of [
      { ...genuine, credentialSubject: { ...subject, name: 'Another Town' } },
      { ...genuine, credentialSubject: { ...subject, signedOn: '2012-09-14' } },
      { ...genuine, credentialStatus: undefined },
      { ...genuine, issuer: 'did:web:elsewhere.example' },
    ]) {
      expect(await verifier.verify(JSON.stringify(forged))).toMatch(/^refused/)
    }
  })

  test('accepts the list of those that have ended, and every word of both is defined as linked data', async () => {
    const [first, list] = [await credential(1), (await read(urls.statusList(1))).text]
    expect(await verifier.verify(list)).toBe('accepted')
    const [expanded] = await verifier.expand(first)
    expect(JSON.stringify(expanded)).toContain(`${app.baseUrl}${urls.credentialContext()}#registerNumber`)
    expect(await verifier.expand(list)).toHaveLength(1)
  })
})

test('what it says is what the register says, and no person stands in it', async () => {
  const town = await one(({ kind, status }) => kind === 'municipality' && status === 'signed')
  const said = JSON.parse(await credential(town.number))
  expect(said).toMatchObject({
    id: `${app.baseUrl}/register/${town.number}/credential.json`,
    type: ['VerifiableCredential', 'PactSignatureCredential'],
    issuer: { name: app.services.config.operatorName },
    description: expect.stringContaining('not an official register of the Council of Europe'),
    credentialSubject: {
      ...{ name: town.name, country: town.country, registerNumber: town.number, signedOn: town.signedOn },
      ...{ textVersion: town.textVersion, signatoryKind: 'municipality' },
    },
    credentialStatus: {
      statusListCredential: `${app.baseUrl}${urls.statusList(1)}`,
      statusListIndex: `${town.number}`,
    },
  })
  for (const kind of ['representative', 'organisation']) {
    const { number, name } = await one((each) => each.kind === kind)
    expect(name).not.toBe('')
    expect(await credential(number)).not.toContain(name)
  }
})

test('anybody may read and keep them a minute; what is not there is told to programs', async () => {
  for (const path of [urls.credential(1), urls.statusList(1)]) {
    const { headers } = await read(path)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cache-control')).toBe('public, max-age=60')
    expect(headers.get('content-type')).toBe('application/vc')
  }
  expect((await read(urls.credentialContext())).headers.get('content-type')).toBe('application/ld+json')
  for (const path of [urls.credential(999_999), urls.statusList(2), urls.statusList(0)]) {
    const answer = await app.request(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  }
})

test('a withdrawal shows at once, in memory or not', async () => {
  const { id, number } = await one(({ kind, status }) => kind === 'district' && status === 'signed')
  const before = await credential(number)
  expect(await verifier.verify(before)).toBe('accepted')
  const given = { on: '2026-11-01', decidedOn: '2026-10-30', texts: { words: 'We leave.' } }
  const { database, config } = app.services
  await database.db.transaction().execute((tx) => enterWithdrawal(tx, { config }, act(), id, given))
  await expect.poll(() => verifier.verify(before)).toBe('ended')
})

const newKey = async (compromised: boolean): Promise<string> => {
  const { database, config, clock } = app.services
  const key = await database.db.transaction().execute(async (tx) => {
    const made = await replaceKey(tx, { config }, clock.now())
    if (compromised && made.retired) await revokeRetiredKey(tx, made.retired, clock.now())
    await announceChange(tx, [registerTag])
    return made
  })
  await expect.poll(() => credential(1)).toContain(key.keyId)
  return key.keyId
}

test('with a new key, what the old one has signed is still accepted, and the new one signs', async () => {
  const before = await credential(1)
  const key = await newKey(false)
  const after = await credential(1)
  expect(before).not.toContain(key)
  expect([await verifier.verify(before), await verifier.verify(after)]).toEqual(['accepted', 'accepted'])
  // The days of a key are words of ours, defined beside those of the W3C.
  const { verificationMethod: methods, '@context': contexts } = JSON.parse((await read(urls.did())).text)
  const { created, retired } = methods[0]
  const [days] = await verifier.expand(JSON.stringify({ '@context': contexts.at(-1), created, retired }))
  expect(Object.keys(days ?? {})).toEqual(['created', 'retired'].map((day) => `${app.baseUrl}${urls.did()}#${day}`))
})

test('what a compromised key has signed is accepted no more; asked for anew, it is signed by the next', async () => {
  const before = await credential(1)
  await newKey(true)
  expect(await verifier.verify(before)).toMatch(/^refused/)
  expect(await verifier.verify(await credential(1))).toBe('accepted')
})

test('where SECRET is another one in development, the key is replaced by itself, and signs the head of the history too', async () => {
  const before = JSON.parse((await read(urls.registerHead())).text)
  await app.services.database.db.transaction().execute(async (tx) => {
    await sql`update office.signing_secret set sealed = 'by another SECRET'`.execute(tx)
    await announceChange(tx, [registerTag])
  })
  await expect.poll(() => credential(1)).not.toContain(before.key_id)
  const after = JSON.parse((await read(urls.registerHead())).text)
  expect([after.hash, after.key_id !== before.key_id]).toEqual([before.hash, true])
  expect(await credential(1)).toContain(after.key_id)
})

describe('what a town has reached on its own path', () => {
  const town = () =>
    one(({ kind, status, country }) => kind === 'municipality' && status === 'signed' && country === 'NL')
  const later = stages.filter((stage) => stage !== 'signed')
  const ofStage = async (number: number, stage: string) => (await read(urls.credential(number, stage))).text

  test('is a credential of its own for each stage, that a verifier that is not ours accepts', async () => {
    const { number, name } = await town()
    for (const stage of later) {
      const text = await ofStage(number, stage)
      expect([stage, await verifier.verify(text)]).toEqual([stage, 'accepted'])
      const said = JSON.parse(text)
      expect(said).toMatchObject({
        id: `${app.baseUrl}${urls.credential(number, stage)}`,
        type: ['VerifiableCredential', 'PactStageCredential'],
        credentialSubject: {
          stage,
          name,
          registerNumber: number,
          reachedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        },
        credentialStatus: { statusListIndex: `${number}` },
      })
      for (const warned of ['compared with no other', 'not an official register', 'A demonstration']) {
        expect(said.description).toContain(warned)
      }
      const forged = { ...said, credentialSubject: { ...said.credentialSubject, reachedOn: '2012-09-14' } }
      expect(await verifier.verify(JSON.stringify(forged))).toMatch(/^refused/)
      const [expanded] = await verifier.expand(text)
      expect(JSON.stringify(expanded)).toContain(`${app.baseUrl}${urls.stageContext()}#reachedOn`)
    }
  })

  test('is nothing that nobody has reached, and nothing of an office’s own making', async () => {
    const association = await one(({ kind }) => kind === 'association')
    for (const path of [urls.credential(association.number, 'plan-published'), urls.credential(1, 'best-town')]) {
      const answer = await app.request(path)
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 404, 'application/problem+json'])
    }
  })

  test('ends with the signature: a copy says so by its bit, and there is no new one', async () => {
    const { id, number } = await town()
    const copies = await Promise.all(later.map((stage) => ofStage(number, stage)))
    const { database, config } = app.services
    const given = { on: '2026-11-01', decidedOn: '2026-10-30', texts: { words: 'We leave.' } }
    await database.db.transaction().execute((tx) => enterWithdrawal(tx, { config }, act(), id, given))
    for (const [index, copy] of copies.entries()) {
      await expect.poll(() => verifier.verify(copy)).toBe('ended')
      const path = urls.credential(number, later[index])
      await expect.poll(async () => (await app.request(path)).status).toBe(404)
    }
  })
})
