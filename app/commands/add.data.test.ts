/** How a new instance gets its first association and its first people, before anybody could invite anybody. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../tests/test-app.ts'
import { addAssociation, findAssociation } from '../areas/associations/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import { command as association } from './add-association.ts'
import { addPerson, command as person } from './add-person.ts'
import { type OptionValues, UsageFault } from './command.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const given = { country: 'FR', slug: 'exemple', name: 'Association exemple', names: { en: 'Example' }, web: null }

test('an association is added once; a second one at its address changes nothing', async () => {
  const { database, clock } = app.services
  const act = actOf('command', 'associations.add', clock.now())
  expect(await addAssociation({ database }, act, given)).toBe(true)
  expect(await addAssociation({ database }, act, { ...given, name: 'Another' })).toBe(false)
  expect(await findAssociation(database.db, 'FR', 'exemple')).toMatchObject({ name: given.name, demonstration: false })
  const { length } = await database.db
    .selectFrom('audit.record')
    .select('id')
    .where('action', '=', 'associations.add')
    .execute()
  expect(length).toBe(1)
})

test('its first coordinator and the secretariat can sign in, once their address is known', async () => {
  for (const office of [{ association: 'fr/exemple' }, { secretariat: true }]) {
    const first = { email: 'first@exemple.example', name: 'First', language: 'fr', office }
    expect(await addPerson(app.services, first)).toBe(true)
    expect(await addPerson(app.services, first)).toBe(false)
  }
  const cookie = await app.signIn('first@exemple.example', 'totp')
  const home = await (await app.request('/office', { headers: { cookie } })).text()
  expect(home).toContain('Association exemple')
  expect(home).toContain('Faire entrer vos membres')
})

test('what is not understood is said in a sentence, before anything is opened', async () => {
  const faulty: [string[], OptionValues][] = [
    [['fr'], { name: 'x' }],
    [['france/x'], { name: 'x' }],
    [['fr/x y'], { name: 'x' }],
    [['fr/x'], {}],
    [['fr/x'], { name: 'x', web: 'nowhere' }],
    [['fr/x'], { name: 'x', 'name-in': ['en='] }],
  ]
  for (const [args, values] of faulty) {
    await expect(association.run(args, values)).rejects.toThrow(UsageFault)
  }
  for (const [args, values] of [
    [['nobody'], { name: 'x', language: 'fr', secretariat: true }],
    [['a@b.example'], { name: 'x', language: 'xx', secretariat: true }],
    [['a@b.example'], { language: 'fr', secretariat: true }],
    [['a@b.example'], { name: 'x', language: 'fr' }],
    [['a@b.example'], { name: 'x', language: 'fr', secretariat: true, association: 'fr/x' }],
  ] as const) {
    await expect(person.run(args, values)).rejects.toThrow(UsageFault)
  }
})
