import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { publish, removeService, saveService } from './service.ts'
import { differingServices, readServices, type State } from './state-store.ts'
import { actAs, addTown, facts, testDeps, text } from './test-town.ts'

const act = actAs('anna')
const [same, changed, removed, added] = [newId(), newId(), newId(), newId()]
let database: Database
let town = ''

/** Version 1 and the draft are alike; version 2, which is published, is not. */
beforeAll(async () => {
  database = await testDatabase()
  const deps = testDeps(database)
  town = await addTown(database)
  const [before, after] = [facts({ fee: 'free' }), facts({ fee: 'paid' })]
  await saveService(deps, act, town, same, facts({ name: text('Always') }), 0)
  await saveService(deps, act, town, changed, before, 0)
  await saveService(deps, act, town, removed, facts({ name: text('Gone') }), 0)
  await publish(deps, act, town)
  const [stored] = await readServices(database.db, town, 'draft', [changed])
  if (!stored) throw new Error('it was not saved')
  const { id: _, ...was } = stored
  await saveService(deps, act, town, changed, { ...was, fee: after.fee }, 1)
  await removeService(deps, act, town, removed, 1)
  await saveService(deps, act, town, added, facts({ name: text('New') }), 0)
  await publish(deps, act, town)
  await saveService(deps, act, town, changed, was, 2)
})
afterAll(() => database.close())

const between = async (before: State, after: State) =>
  Object.fromEntries((await differingServices(database.db, town, before, after)).map(({ id, change }) => [id, change]))

test.each<[State, State, Record<string, string>]>([
  [{ version: 1 }, { version: 2 }, { [changed]: 'changed', [removed]: 'removed', [added]: 'added' }],
  [{ version: 2 }, { version: 1 }, { [changed]: 'changed', [removed]: 'added', [added]: 'removed' }],
  [{ version: 1 }, 'published', { [changed]: 'changed', [removed]: 'removed', [added]: 'added' }],
  [{ version: 2 }, 'published', {}],
  ['published', { version: 2 }, {}],
  ['published', 'draft', { [changed]: 'changed' }],
  ['draft', { version: 2 }, { [changed]: 'changed' }],
  ['draft', { version: 1 }, { [removed]: 'added', [added]: 'removed' }],
  [{ version: 1 }, 'draft', { [removed]: 'removed', [added]: 'added' }],
  [{ version: 2 }, { version: 2 }, {}],
])('between %j and %j only what says something else differs', async (before, after, expected) => {
  expect(await between(before, after)).toEqual(expected)
})

test('a state gives the services that are asked for, with their facts', async () => {
  for (const state of ['draft', 'published', { version: 1 }] as const) {
    const found = await readServices(database.db, town, state, [same, newId()])
    expect(found).toMatchObject([{ id: same, name: text('Always') }])
  }
})
