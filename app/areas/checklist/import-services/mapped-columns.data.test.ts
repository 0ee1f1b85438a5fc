/** A list with headings of its own, of any length: the map says what they stand for, as the form in the browser does. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { readDraft } from '../service.ts'
import { actAs, addTown, testDeps, text } from '../test-town.ts'
import type { ImportMap } from './import-map.ts'
import { importServices, type ServiceImport } from './import-services.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const run = (authority: string, input: string, map: ImportMap, given: Partial<ServiceImport> = {}) =>
  importServices(testDeps(database), actAs('command', 'checklist.import-services'), {
    ...{ authority, format: 'csv', source: 'example', language: 'en', dryRun: false, input, map },
    ...given,
  })

const list = 'Ref.;Angebot;Art;Beschreibung;Intern\n7;Notruf;SH;Wir hören zu;geheim\n'
const columns = { 'Ref.': 'source_id', Angebot: 'name', Art: 'kinds', Beschreibung: 'what_happens_de' }
const kinds = { sh: 'child-helpline' }

test('headings of their own are read as what the map says; the others are not read', async () => {
  const town = await addTown(database)
  expect(await run(town, list, { kinds, columns })).toMatchObject({ added: 1, faults: [], notes: [] })
  const [draft] = (await readDraft(database.db, town)).services
  expect(draft).toMatchObject({
    sourceId: '7',
    facts: { name: text('Notruf'), kinds: ['child-helpline'], whatHappens: text('Wir hören zu', 'de') },
  })
})

test('a heading that tells the services apart may be a name as well', async () => {
  const town = await addTown(database)
  const map = { kinds, columns: { Angebot: 'name', Art: 'kinds' }, id: 'Angebot' }
  expect(await run(town, list, map)).toMatchObject({ added: 1, refused: 0 })
  expect((await readDraft(database.db, town)).services[0]?.sourceId).toBe('Notruf')
})

test('what the file does not have is said, and a map that cannot be meant is refused', async () => {
  const town = await addTown(database)
  const report = await run(town, list, { kinds, columns: { ...columns, Telefon: 'phones' } })
  expect(report).toMatchObject({ added: 1, faults: [{ row: 1, column: 'Telefon', code: 'columnMissing' }] })
  const without = await run(town, 'Name\nx\n', { columns })
  expect(without.faults).toContainEqual({ row: 1, column: 'Ref.', code: 'columnMissing' })
  await expect(run(town, list, { columns: { ...columns, Intern: 'shoe_size' } })).rejects.toThrow(/shoe_size/)
  await expect(run(town, list, { columns: { ...columns, Intern: 'name' } })).rejects.toThrow(/two headings/)
  await expect(run(town, list, { columns: { Angebot: 'name' } })).rejects.toThrow(/source_id/)
  await expect(run(town, list, { id: 'Ref.' })).rejects.toThrow(/columns/)
  await expect(run(town, '[]', { columns }, { format: 'hsds-json' })).rejects.toThrow(/hsds-json/)
})
