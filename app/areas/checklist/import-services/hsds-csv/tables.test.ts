import { expect, test } from 'vitest'
import { hsdsService } from '../hsds-shape.ts'
import { assembled, Parts } from './assemble-services.ts'
import { keyOf, servicesTable, tableOf } from './tables.ts'

/** A row with something in every column that is read. */
function rowIn(file: string, id: string, more: Readonly<Record<string, string>> = {}) {
  const table = tableOf(file)
  if (!table) throw new Error(`nothing is read of ${file}`)
  const cells = table.columns.map((column) => [column, table.numbers.has(column) ? 1 : 'x'] as const)
  return { file, row: 2, data: { ...Object.fromEntries(cells), id, ...more }, faults: null }
}

test('what is read of the tables has the shape that HSDS JSON is checked for', () => {
  const parts = new Parts()
  const under = (key: string, file: string, more?: Readonly<Record<string, string>>) =>
    parts.keep([{ ...rowIn(file, `${file} ${key}`, more), key }])
  const service = keyOf('service', 's')
  const location = keyOf('location', 'l')
  for (const file of ['phones.csv', 'schedules.csv', 'languages.csv', 'cost_options.csv', 'service_areas.csv'])
    under(service, file)
  under(service, 'attributes.csv', { taxonomy_term_id: 't' })
  under(service, 'service_at_locations.csv', { location_id: 'l' })
  for (const file of ['addresses.csv', 'accessibility.csv', 'phones.csv', 'schedules.csv']) under(location, file)
  under(keyOf('phone', `phones.csv ${service}`), 'languages.csv')
  parts.keep([
    { ...rowIn('organizations.csv', 'o'), key: keyOf('organization', 'o') },
    { ...rowIn('locations.csv', 'l'), key: location },
    { ...rowIn('taxonomy_terms.csv', 't'), key: keyOf('taxonomy_term', 't') },
  ])
  const { data, ...rest } = rowIn(servicesTable.file, 's', { organization_id: 'o' })
  const { value, faults, notes } = assembled({ ...rest, data, key: service }, parts)
  expect({ faults, notes }).toEqual({ faults: [], notes: [] })
  const [visit] = value?.service_at_locations ?? []
  expect(visit?.location?.phones).toHaveLength(1)
  expect(hsdsService.safeParse(value).error).toBeUndefined()
})
