import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { readKeptPage } from './current-page.ts'
import { readKeptDraft } from './draft-memory.ts'
import { countUnpublished, publish, readDraft, removeService, saveService } from './service.ts'
import { actAs, addTown, facts, testDeps, text } from './test-town.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const act = actAs('anna')

/** What memory gives is what the database holds. */
async function compared(town: string) {
  const [kept, read] = [await readKeptDraft(database, town), await readDraft(database.db, town)]
  const services = read.services.map(({ id, revision, facts: said }) => ({ id, revision, facts: said }))
  expect({
    ...kept,
    services: kept.services.map(({ id, revision, facts: said }) => ({ id, revision, facts: said })),
  }).toEqual({
    ...read,
    services,
  })
  return kept
}

test('what nobody has edited comes from memory; every edit is seen at once', async () => {
  const [town, deps] = [await addTown(database), testDeps(database)]
  const ids = [newId(), newId(), newId()]
  const save = (id: string, name: string, revision: number) =>
    saveService(deps, act, town, id, facts({ name: text(name) }), revision)
  for (const id of ids) await save(id, 'First words', 0)
  const first = await compared(town)
  const again = await compared(town)
  expect(again.services.map((one, at) => one.facts === first.services[at]?.facts)).toEqual([true, true, true])
  await save(ids[1] ?? '', 'Other words', 1)
  const changed = await compared(town)
  const same = changed.services.map((one) => first.services.some((old) => old.facts === one.facts))
  expect(same.toSorted()).toEqual([false, true, true])
  await removeService(deps, act, town, ids[2] ?? '', 1)
  expect((await compared(town)).services).toHaveLength(2)
})

test('the count of what is not published, and the page, follow every edit and every version', async () => {
  const [town, deps] = [await addTown(database), testDeps(database)]
  const id = newId()
  expect([await countUnpublished(deps, town), await readKeptPage(database, town)]).toEqual([0, undefined])
  await saveService(deps, act, town, id, facts({ name: text('First words') }), 0)
  expect(await countUnpublished(deps, town)).toBe(1)
  await publish(deps, act, town)
  expect(await countUnpublished(deps, town)).toBe(0)
  const page = await readKeptPage(database, town)
  expect(page?.services[0]?.name).toEqual(text('First words'))
  expect((await readKeptPage(database, town))?.services[0]).toBe(page?.services[0])
  await saveService(deps, act, town, id, facts({ name: text('Other words') }), 1)
  expect(await countUnpublished(deps, town)).toBe(1)
  await publish(deps, act, town)
  expect((await readKeptPage(database, town))?.services[0]?.name).toEqual(text('Other words'))
})
