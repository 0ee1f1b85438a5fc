/** What goes out, is edited in a spreadsheet and comes in again changes exactly what was edited. */
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '../../../platform/db/database.ts'
import { loadLanguages } from '../../../platform/i18n/languages.ts'
import { factChecksFor } from '../fact-checks.ts'
import { anyFacts } from '../office/forms/test-facts.ts'
import type { ServiceFacts } from '../schema.ts'
import { facts as plainFacts, testDeps, text } from '../test-town.ts'
import { guarded, unguarded } from './csv-write.ts'
import { editedRow } from './edited-rows.ts'
import { hsdsOf } from './hsds-write.ts'
import { readImportMap } from './import-map.ts'
import type { DraftRow } from './import-store.ts'
import { readCsv } from './read-csv.ts'
import { readHsds } from './read-hsds.ts'
import type { ImportRecord } from './record.ts'
import { servicesCsv } from './write-csv.ts'

// Rules alone: nothing asks the database.
const deps = testDeps({} as Database)
const town = { id: '00000000-0000-4000-8000-000000000000', country: 'NL', timeZone: 'Europe/Amsterdam' }
const checks = factChecksFor(deps, town, Temporal.Instant.from('2026-03-10T10:00:00Z'))
const options = { language: 'nl', languages: loadLanguages().codes, ...readImportMap({}, deps.checklist) }
const id = '5afe7035-0000-8000-8000-000000000001'

const draftOf = (facts: ServiceFacts): DraftRow => ({ id, facts, sourceSha256: null, removed: false, revision: 7 })

async function recordsIn(csv: string): Promise<ImportRecord[]> {
  const found: ImportRecord[] = []
  for await (const item of readCsv(csv, options)) if ('record' in item) found.push(item.record)
  return found
}

/** Out as a file, through `edit`, in again. */
async function roundTrip(facts: ServiceFacts, edit: (row: Record<string, string>) => Record<string, string>) {
  const csv = servicesCsv([draftOf(facts)], ['nl', 'en'], ';')
  const rows: Record<string, string>[] = parse(csv, { bom: true, delimiter: ';', columns: true })
  const edited = stringify(rows.map(edit), { header: true, delimiter: ',' })
  const [record] = await recordsIn(edited)
  if (!record?.again) throw new Error('one row went out')
  return editedRow(record, record.again, draftOf(facts), checks)
}

test('nothing edited changes nothing, whatever a service says', async () => {
  await fc.assert(
    fc.asyncProperty(anyFacts, async (facts) => {
      expect(await roundTrip(facts, (row) => row)).toEqual({ outcome: 'unchanged' })
    }),
    { numRuns: 60 },
  )
})

test('nothing edited changes nothing in HSDS either, which says much less', async () => {
  const readAll = async (json: string) => {
    for await (const item of readHsds(json, options)) if ('record' in item) return item.record
    return undefined
  }
  const sound = anyFacts.filter(({ name }) => name['nl'] !== undefined)
  await fc.assert(
    fc.asyncProperty(sound, async (facts) => {
      const record = await readAll(JSON.stringify([hsdsOf(draftOf(facts), 'nl', 'NL')]))
      if (!record?.again) throw new Error('one service went out')
      expect(editedRow(record, record.again, draftOf(facts), checks)).toEqual({ outcome: 'unchanged' })
    }),
    { numRuns: 60 },
  )
})

test('one cell edited changes that and nothing else', async () => {
  const sound = anyFacts.map(
    (facts): ServiceFacts => ({
      ...plainFacts(),
      ...facts,
      name: text('Oor', 'nl'),
      phones: [],
      place: { type: 'none' },
    }),
  )
  await fc.assert(
    fc.asyncProperty(sound, async (facts) => {
      const outcome = await roundTrip(facts, (row) => ({ ...row, name_nl: 'Het Oor' }))
      // Where the draft itself has a fault the row is refused: it could not be saved in the office either.
      if (outcome.outcome === 'refused') return
      expect(outcome).toMatchObject({ outcome: 'write', parsed: { facts: { ...facts, name: text('Het Oor', 'nl') } } })
    }),
    { numRuns: 60 },
  )
})

test('a number edited keeps what a spreadsheet has no column for; columns that are missing are not emptied', async () => {
  const phone = {
    ...{ number: '0800 1111', label: {}, channels: ['text' as const], languages: [], hours: text('mornings', 'nl') },
    ...{ cost: null, showsOnBill: false, fictional: false },
  }
  const facts = plainFacts({ name: text('Oor', 'nl'), phones: [phone], provider: 'The house' })
  const changed = await roundTrip(facts, (row) => ({ ...row, phones: '+31201234567' }))
  expect(changed).toMatchObject({ parsed: { facts: { phones: [{ ...phone, number: '+31201234567' }] } } })
  const fewer = await roundTrip(facts, ({ source_id = '', name_nl = '' }) => ({ source_id, name_nl }))
  expect(fewer).toEqual({ outcome: 'unchanged' })
  const older = await roundTrip(facts, (row) => ({ ...row, revision: '6', provider: 'Another' }))
  expect(older).toEqual({ outcome: 'edited' })
})

test('a file never makes a confidential place public', async () => {
  const facts = plainFacts({ name: text('Shelter', 'nl'), place: { type: 'confidential' } })
  const shown = await roundTrip(facts, (row) => ({ ...row, confidential: 'no', street: 'Markt 1', town: 'Here' }))
  expect(shown).toEqual({ outcome: 'stays-confidential' })
})

test('no cell is a formula, and every text comes back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^'*[=+@\t-]'*.*$/)), (cell) => {
      expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r]/)
      expect(unguarded(guarded(cell))).toBe(cell)
    }),
  )
})
