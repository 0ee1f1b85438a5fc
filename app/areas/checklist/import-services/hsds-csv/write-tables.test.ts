import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { at, facts, text } from '../../test-town.ts'
import { hsdsOf } from '../hsds-write.ts'
import { hsdsZip } from './write-tables.ts'

/** The data package of HSDS, where it is at hand: it is not part of the product. */
const oracle = join(import.meta.dirname, '../../../../../../shared/standards/hsds/datapackage.json')

const phone = { number: '0800 1111', label: text('Day'), channels: ['voice' as const], languages: ['nl'], hours: {} }
const service = {
  id: '5afe7035-0000-8000-8000-000000000001',
  revision: 1,
  facts: facts({
    provider: 'Example Foundation',
    phones: [{ ...phone, cost: null, showsOnBill: null, fictional: false }],
    place: at('Markt 1'),
    languages: ['nl', 'ar'],
    fee: 'free',
  }),
}
const shelter = {
  id: '5afe7035-0000-8000-8000-000000000002',
  revision: 1,
  facts: facts({ name: text('Shelter'), provider: 'Example Foundation', place: { type: 'confidential' } }),
}

function tablesOf(services: readonly (typeof service | typeof shelter)[]) {
  const files = unzipSync(hsdsZip(services.map((each) => hsdsOf(each, 'en', 'NL'))))
  return new Map(
    Object.entries(files).map(([name, bytes]) => {
      const rows: Record<string, string>[] = parse(strFromU8(bytes), { columns: true })
      return [name, rows] as const
    }),
  )
}

test('every row names what it belongs to, and what several share stands there once', () => {
  const tables = tablesOf([service, shelter])
  const ids = (name: string) => tables.get(name)?.map(({ id }) => id)
  expect(ids('services.csv')).toEqual([service.id, shelter.id])
  expect(ids('organizations.csv')).toHaveLength(1)
  expect(tables.get('services.csv')?.map(({ organization_id: id }) => id)).toEqual([
    ...(ids('organizations.csv') ?? []),
    ...(ids('organizations.csv') ?? []),
  ])
  expect(tables.get('phones.csv')).toMatchObject([{ service_id: service.id, number: '0800 1111', description: 'Day' }])
  expect(tables.get('addresses.csv')).toMatchObject([{ location_id: ids('locations.csv')?.[0], address_1: 'Markt 1' }])
})

test('a confidential place has no location, and says that it is one', () => {
  const tables = tablesOf([shelter])
  expect(tables.get('locations.csv')).toEqual([])
  expect(tables.get('addresses.csv')).toEqual([])
  expect(tables.get('taxonomy_terms.csv')?.map(({ code }) => code)).toContain('confidential')
})

const descriptor = z.object({
  resources: z.array(
    z.object({
      path: z.string(),
      schema: z.object({
        fields: z.array(
          z.object({ name: z.string(), constraints: z.object({ required: z.boolean().optional() }).optional() }),
        ),
      }),
    }),
  ),
})

test.skipIf(!existsSync(oracle))('columns are those of HSDS, and what it requires is there', () => {
  const { resources } = descriptor.parse(JSON.parse(readFileSync(oracle, 'utf8')))
  // The data package calls one file in the singular that the documentation calls in the plural.
  const named = (path: string) => path.replace('service_at_location.csv', 'service_at_locations.csv')
  const faults: string[] = []
  for (const [file, rows] of tablesOf([service, shelter])) {
    const fields = resources.find(({ path }) => named(path) === file)?.schema.fields ?? []
    const names = fields.map(({ name }) => name)
    for (const row of rows) {
      faults.push(...Object.keys(row).flatMap((column) => (names.includes(column) ? [] : [`${file}: ${column}`])))
      // No town tells its state or province.
      const required = fields.filter(({ name, constraints }) => constraints?.required && name !== 'state_province')
      faults.push(...required.flatMap(({ name }) => (row[name] ? [] : [`${file}: no ${name}`])))
    }
  }
  expect(faults).toEqual([])
})
