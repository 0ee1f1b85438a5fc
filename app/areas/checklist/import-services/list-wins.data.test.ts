/** A list comes again, and its services have been checked or changed here meanwhile. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { openTestTown } from '../office/test-office.ts'
import type { ServiceFacts } from '../schema.ts'
import { readDraft, saveService } from '../service.ts'
import { actAs, text } from '../test-town.ts'
import { importServices } from './import-services.ts'
import type { Winner } from './winner-rules.ts'

let database: Database
let given: Awaited<ReturnType<typeof openTestTown>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  given = await openTestTown(database)
  await take('own', {})
})

const kind = { taxonomy_term: { code: 'child-helpline' } }

function take(winner: Winner, more: object) {
  const service = { id: '1', name: 'Service', status: 'active', phones: [], attributes: [kind], ...more }
  return importServices(given.deps, actAs('anna'), {
    ...{ authority: given.id, format: 'hsds-json', source: 'list', language: 'nl', dryRun: false, winner },
    input: JSON.stringify([service]),
  })
}

async function drafted() {
  const [one] = (await readDraft(database.db, given.id)).services
  if (!one) throw new Error('it was taken in')
  return one
}

async function edit(change: Partial<ServiceFacts>): Promise<void> {
  const { id, facts, revision } = await drafted()
  const saved = await saveService(given.deps, actAs('anna'), given.id, id, { ...facts, ...change }, revision)
  expect(saved).toMatchObject({ outcome: 'saved' })
}

test('what was only checked goes on to follow its list, and keeps the day of the check', async () => {
  const checked = { on: '2026-03-09', by: 'provider' } as const
  await edit({ checked })
  for (const description of ['News', 'More news']) {
    expect(await take('own', { description })).toMatchObject({ changed: 1, kept: 0 })
    const { facts } = await drafted()
    expect([facts.whatHappens['nl']?.text, facts.checked]).toEqual([description, checked])
  }
  await edit({ provider: 'Ours' })
  expect(await take('own', { description: 'Theirs' })).toMatchObject({ changed: 0, kept: 1 })
})

test('where the list wins, what it says nothing about stays as the office wrote it', async () => {
  const { hours } = (await drafted()).facts
  const ours = {
    ...{ parentNeeded: 'no', tellsOthers: 'in-danger', anonymous: true, kinds: ['crisis-counselling'] },
    alert: { text: text('Flood', 'nl'), until: null },
    hours: { ...hours, weekly: [{ day: 1, opens: '09:00', closes: '17:00' }], whenClosed: text('Ring', 'nl') },
  } satisfies Partial<ServiceFacts>
  await edit({ ...ours, whatHappens: text('Ours', 'nl') })
  const phones = [{ number: '020 555 0123' }]
  expect(await take('list', { phones, description: 'Theirs' })).toMatchObject({ changed: 1 })
  const { facts } = await drafted()
  expect(facts).toMatchObject({ ...ours, phones })
  expect(facts.whatHappens['nl']?.text).toBe('Theirs')
  expect(await take('list', { phones, description: 'Theirs' })).toMatchObject({ changed: 0, unchanged: 1 })

  // Regular hours are the list's or the office's, never half of each.
  const schedules = [{ byday: 'TU', opens_at: '10:00', closes_at: '12:00', freq: 'WEEKLY' }]
  expect(await take('list', { phones, schedules })).toMatchObject({ changed: 1 })
  expect((await drafted()).facts.hours).toMatchObject({
    weekly: [{ day: 2, opens: '10:00', closes: '12:00' }],
    whenClosed: { nl: { text: 'Ring' } },
  })
})
