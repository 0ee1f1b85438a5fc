/** A file with a fault in every row does not fill the memory with sentences about it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { actAs, addTown, testDeps } from '../test-town.ts'
import { importServices, type ServiceImport } from './import-services.ts'
import type { ImportFault, ImportNote } from './record.ts'
import { createToldLines } from './told-lines.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const rows = Array.from({ length: 30 }, (_, row) => (row % 3 === 0 ? `a${row},Fine,3,44` : `a${row},,99,44`))
const input = ['source_id,name,kinds,shoe_size', ...rows].join('\n')
const run = (authority: string, given: Partial<ServiceImport>) =>
  importServices(testDeps(database), actAs('command', 'checklist.import-services'), {
    ...{ authority, format: 'csv', source: 'example', language: 'en', dryRun: true, input },
    ...given,
  })

test('the report holds the first lines and counts all; whoever listens hears each as it comes', async () => {
  const town = await addTown(database)
  const heard: (ImportFault | ImportNote)[] = []
  const whole = await run(town, { keeps: Number.POSITIVE_INFINITY })
  const short = await run(town, { keeps: 3, onLine: (line) => heard.push(line) })
  expect(whole.faults).toHaveLength(20)
  expect(short.faults).toEqual(whole.faults.slice(0, 3))
  expect(short.lines).toEqual({ faults: whole.faults.length, notes: whole.notes.length })
  expect(heard).toHaveLength(whole.faults.length + whole.notes.length)
  expect(heard).toEqual(expect.arrayContaining([...whole.faults, ...whole.notes]))
})

test('what was looked at whole is taken over by whoever keeps less of it; another fault is another list', async () => {
  const town = await addTown(database)
  const { seen } = await run(town, { keeps: Number.POSITIVE_INFINITY })
  await expect(run(town, { seen, dryRun: false, input: input.replace('a1,,99', 'a1,,3') })).rejects.toThrow()
  expect(await run(town, { seen, dryRun: false, keeps: 0 })).toMatchObject({ added: 10, seen, faults: [], notes: [] })
})

test('nothing is kept beyond what was asked for', () => {
  const lines = createToldLines<number>(2)
  for (let number = 0; number < 10_000; number += 1) lines.push(number)
  expect([lines.first, lines.count]).toEqual([[0, 1], 10_000])
})
