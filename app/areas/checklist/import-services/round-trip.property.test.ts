/** What goes out, is edited in a spreadsheet and comes in again changes exactly what was edited. */
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Database } from '../../../platform/db/database.ts'
import { loadLanguages } from '../../../platform/i18n/languages.ts'
import { factChecksFor } from '../fact-checks.ts'
import { anyFacts } from '../office/forms/test-facts.ts'
import type { LocalText, ServiceFacts } from '../schema.ts'
import { canonicalOf, sha256Of, sha256OfCanonical } from '../snapshot-store.ts'
import { facts as plainFacts, testDeps, text } from '../test-town.ts'
import { guarded, guardedText, unguarded } from './csv-write.ts'
import { editedRow } from './edited-rows.ts'
import { hsdsZip } from './hsds-csv/write-tables.ts'
import { hsdsOf } from './hsds-write.ts'
import { readImportMap } from './import-map.ts'
import type { DraftRow } from './import-store.ts'
import { readCsv } from './read-csv.ts'
import { readHsds } from './read-hsds.ts'
import type { Line } from './read-rows.ts'
import type { ImportRecord, ReadItem } from './record.ts'
import { servicesCsv, servicesXlsx } from './write-csv.ts'
import { openSheet } from './xlsx/read-sheet.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'
import { workbookOf } from './xlsx/write-xlsx.ts'

// Rules alone: nothing asks the database.
const deps = testDeps({} as Database)
const town = {
  id: '00000000-0000-4000-8000-000000000000',
  country: 'NL',
  timeZone: 'Europe/Amsterdam',
  dialled: new Set<string>(),
}
const checks = factChecksFor(deps, town, Temporal.Instant.from('2026-03-10T10:00:00Z'))
const options = {
  language: 'nl',
  languages: loadLanguages().codes,
  languageNamed: () => undefined,
  ...readImportMap({}, deps.checklist),
}
const id = '5afe7035-0000-8000-8000-000000000001'

const draftOf = (facts: ServiceFacts): DraftRow => ({ id, facts, sourceSha256: null, removed: false, revision: 7 })

async function recordsIn(items: AsyncIterable<ReadItem>): Promise<ImportRecord[]> {
  const found: ImportRecord[] = []
  for await (const item of items) if ('record' in item) found.push(item.record)
  return found
}

type Row = Readonly<Record<string, string>>
const most = 10_000_000
const sheet = { name: 'Diensten', rightToLeft: false }

async function throughCsv(facts: ServiceFacts, edit: (row: Row) => Row) {
  const csv = servicesCsv({ services: [draftOf(facts)], official: ['nl', 'en'] }, ';')
  const rows: Row[] = parse(csv, { bom: true, delimiter: ';', columns: true })
  return readCsv(stringify(rows.map(edit), { header: true, delimiter: ',' }), options)
}

/** Taken apart and put together again by what reads and writes workbooks here. */
async function throughXlsx(facts: ServiceFacts, edit: (row: Row) => Row) {
  const file = servicesXlsx({ services: [draftOf(facts)], official: ['nl', 'en'] }, sheet)
  const [headings = [], cells = []] = (await linesIn(file)).map(({ record }) => record)
  const edited = edit(Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])))
  const rows = [Object.keys(edited), Object.values(edited)]
  return readXlsx({ workbook: workbookOf(rows, sheet), most }, options)
}

async function linesIn(workbook: Uint8Array): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of (await openSheet(workbook, most)).lines) lines.push(line)
  return lines
}

const formats = { csv: throughCsv, xlsx: throughXlsx }

/** Out as a file, through `edit`, in again. */
async function roundTrip(format: keyof typeof formats, facts: ServiceFacts, edit: (row: Row) => Row) {
  const [record] = await recordsIn(await formats[format](facts, edit))
  if (!record?.again) throw new Error('one row went out')
  return editedRow(record, record.again, draftOf(facts), checks)
}

const tables = ['csv', 'xlsx'] as const

test.each(tables)('nothing edited changes nothing as %s, whatever a service says', async (format) => {
  await fc.assert(
    fc.asyncProperty(anyFacts, async (facts) => {
      expect(await roundTrip(format, facts, (row) => row)).toEqual({ outcome: 'unchanged' })
    }),
    { numRuns: 60 },
  )
})

/** As the nested services of HSDS say it; as its tables would, without a database to put them together. */
const hsdsForms = {
  nested: (facts: ServiceFacts) => JSON.stringify([hsdsOf(draftOf(facts), 'nl', 'NL')]),
  tables: (facts: ServiceFacts) => JSON.stringify([nestedAgain(hsdsZip([hsdsOf(draftOf(facts), 'nl', 'NL')]))]),
}

type Cells = Record<string, string>

/** The rows of a table that belong to something; empty cells are no members, and numbers are numbers. */
function nestedAgain(zip: Uint8Array): object {
  const files = unzipSync(zip)
  const textOf = (name: string) => strFromU8(files[`${name}.csv`] ?? new Uint8Array())
  const rowsOf = (name: string, of: string, key: unknown) =>
    (parse(textOf(name), { columns: true }) as Cells[])
      .filter((row) => row[of] === key)
      .map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([, cell]) => cell !== '')
            .map(([column, cell]) => [column, numbers.has(column) ? Number(cell) : cell]),
        ),
      )
  const [{ id = '', organization_id: organization = '' } = {}]: Cells[] = parse(textOf('services'), { columns: true })
  return {
    ...rowsOf('services', 'id', id)[0],
    organization: rowsOf('organizations', 'id', organization)[0],
    phones: rowsOf('phones', 'service_id', id).map((each) => ({
      ...each,
      languages: rowsOf('languages', 'phone_id', each['id']),
    })),
    schedules: rowsOf('schedules', 'service_id', id),
    languages: rowsOf('languages', 'service_id', id),
    cost_options: rowsOf('cost_options', 'service_id', id),
    attributes: rowsOf('attributes', 'link_id', id).map((each) => ({
      ...each,
      taxonomy_term: rowsOf('taxonomy_terms', 'id', each['taxonomy_term_id'])[0],
    })),
    service_at_locations: rowsOf('service_at_locations', 'service_id', id).map(({ location_id: at }) => ({
      location: {
        ...rowsOf('locations', 'id', at)[0],
        addresses: rowsOf('addresses', 'location_id', at),
        accessibility: rowsOf('accessibility', 'location_id', at),
      },
    })),
  }
}

const numbers = new Set(['minimum_age', 'maximum_age', 'latitude', 'longitude', 'interval', 'amount'])

async function throughHsds(form: keyof typeof hsdsForms, facts: ServiceFacts) {
  const [record] = await recordsIn(readHsds(hsdsForms[form](facts), options))
  if (!record?.again) throw new Error('one service went out')
  return { ...record, again: record.again }
}

const inDutch = anyFacts.filter(({ name }) => name['nl'] !== undefined)
const hsds = ['nested', 'tables'] as const

test.each(hsds)('nothing edited changes nothing in HSDS either, which says much less: %s', async (form) => {
  await fc.assert(
    fc.asyncProperty(inDutch, async (facts) => {
      const record = await throughHsds(form, facts)
      expect(editedRow(record, record.again, draftOf(facts), checks)).toEqual({ outcome: 'unchanged' })
    }),
    { numRuns: 60 },
  )
})

test.each(hsds)('access and the words on hours come back as they went out, wherever a service is: %s', async (form) => {
  await fc.assert(
    fc.asyncProperty(inDutch, async (facts) => {
      const { facts: back } = await throughHsds(form, facts)
      const inWords = ({ nl }: LocalText) => nl?.text.trim() || undefined
      expect(new Set(back['accessFeatures'] as string[])).toEqual(new Set(facts.accessFeatures))
      expect(inWords(back['accessNote'] as LocalText)).toEqual(inWords(facts.accessNote))
      expect(inWords((back['hours'] as ServiceFacts['hours']).note)).toEqual(inWords(facts.hours.note))
    }),
    { numRuns: 100 },
  )
})

test.each(tables)('one cell edited in a %s changes that and nothing else', async (format) => {
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
      const outcome = await roundTrip(format, facts, (row) => ({ ...row, name_nl: 'Het Oor' }))
      // Where the draft itself has a fault the row is refused: it could not be saved in the office either.
      if (outcome.outcome === 'refused') return
      expect(outcome).toMatchObject({ outcome: 'write', parsed: { facts: { ...facts, name: text('Het Oor', 'nl') } } })
    }),
    { numRuns: 60 },
  )
})

test.each(tables)(
  'a number edited keeps what a %s has no column for; missing columns empty nothing',
  async (format) => {
    const phone = {
      ...{ number: '0800 1111', label: {}, channels: ['text' as const], languages: [], hours: text('mornings', 'nl') },
      ...{ cost: null, showsOnBill: false, fictional: false },
    }
    const facts = plainFacts({ name: text('Oor', 'nl'), phones: [phone], provider: 'The house' })
    const changed = await roundTrip(format, facts, (row) => ({ ...row, phones: '+31201234567' }))
    expect(changed).toMatchObject({ parsed: { facts: { phones: [{ ...phone, number: '+31201234567' }] } } })
    const fewer = await roundTrip(format, facts, ({ source_id = '', name_nl = '' }) => ({ source_id, name_nl }))
    expect(fewer).toEqual({ outcome: 'unchanged' })
    const older = await roundTrip(format, facts, (row) => ({ ...row, revision: '6', provider: 'Another' }))
    expect(older).toEqual({ outcome: 'edited' })
  },
)

test.each(tables)('a %s never makes a confidential place public', async (format) => {
  const facts = plainFacts({ name: text('Shelter', 'nl'), place: { type: 'confidential' } })
  const shown = await roundTrip(format, facts, (row) => ({
    ...row,
    confidential: 'no',
    street: 'Markt 1',
    town: 'Here',
  }))
  expect(shown).toEqual({ outcome: 'stays-confidential' })
})

test('what an import hashes is what publishing hashes', () => {
  const words = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(anyFacts, words, (facts, provider) => {
      const json = canonicalOf({ ...facts, provider })
      const known = provider.isWellFormed() && !provider.includes('\0')
      expect(json && sha256OfCanonical(json)).toBe(known ? sha256Of({ ...facts, provider }) : undefined)
    }),
  )
})

test.each(['\ud800', 'a\0', '\\\0'])('a text with %j has no hash', (provider) => {
  expect(canonicalOf({ provider })).toBeUndefined()
  expect(canonicalOf({ provider: `\\${JSON.stringify(provider)}` })).toBeDefined()
})

test('no cell is a formula, and every text comes back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^'*[=+@\t-]'*.*$/)), (cell) => {
      expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r]/)
      expect(unguarded(guarded(cell))).toBe(cell)
      expect(unguarded(guardedText(cell))).toBe(cell)
    }),
  )
})

/** Half a character, and the character nought, are in no text of the product. */
const kept = (cell: string) => cell.toWellFormed().replaceAll('\0', '\ufffd')

test('a workbook holds every character, and cells that look like something else stay texts', async () => {
  const unit = fc.oneof({ weight: 4, arbitrary: fc.string({ unit: 'binary' }) }, fc.string({ unit: 'grapheme' }))
  const like = fc.constantFrom(
    '=1+1',
    '+31',
    '007',
    '_x000D_',
    '_x005F_',
    'a\r\nb',
    ' a ',
    '<&>"',
    '\0',
    '\ud800',
    '🏠',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(unit, like), { minLength: 1, maxLength: 30 }), async (cells) => {
      const row = [...cells, 'end']
      const [line] = await linesIn(workbookOf([row], { name: "['*]", rightToLeft: true }))
      expect(line).toEqual({ row: 1, record: row.map(kept), typed: new Map() })
    }),
    { numRuns: 100 },
  )
})
