/** Nested services of HSDS as its tables, in a zip file. */
import { stringify } from 'csv-stringify/sync'
import { strToU8, zipSync } from 'fflate'

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const rowsIn = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : [])

/** The columns of the specification, in its order, of the tables that are written. */
const columns: Readonly<Record<string, string>> = {
  organizations: 'id name description',
  services:
    'id organization_id name description url email status fees_description eligibility_description minimum_age ' +
    'maximum_age assured_date alert',
  service_at_locations: 'id service_id location_id',
  locations: 'id location_type latitude longitude',
  addresses: 'id location_id address_1 address_2 city state_province postal_code country address_type',
  accessibility: 'id location_id description details url',
  phones: 'id service_id number type description',
  schedules: 'id service_id valid_from valid_to dtstart freq interval byday opens_at closes_at description',
  languages: 'id service_id phone_id code',
  cost_options: 'id service_id amount',
  attributes: 'id link_id taxonomy_term_id link_entity value',
  taxonomy_terms: 'id code name description',
}

/** Everything once, by table and id, in the order in which it is met. */
class Tables {
  readonly rows = new Map(Object.keys(columns).map((name) => [name, new Map<unknown, Row>()] as const))

  add(table: string, row: Row): void {
    this.rows.get(table)?.set(row['id'], row)
  }

  addAll(table: string, value: unknown, more: Row): void {
    for (const row of rowsIn(value)) this.add(table, { ...row, ...more })
  }
}

function addService(tables: Tables, service: Row): void {
  const { id, organization, phones, attributes, service_at_locations: visits } = service
  const of = { service_id: id }
  if (isRow(organization)) tables.add('organizations', { description: organization['name'] ?? '', ...organization })
  tables.add('services', { ...service, organization_id: isRow(organization) ? organization['id'] : '' })
  for (const phone of rowsIn(phones)) {
    tables.add('phones', { ...phone, ...of })
    tables.addAll('languages', phone['languages'], { phone_id: phone['id'] })
  }
  tables.addAll('languages', service['languages'], of)
  tables.addAll('schedules', service['schedules'], of)
  tables.addAll('cost_options', service['cost_options'], of)
  for (const { taxonomy_term: term, ...attribute } of rowsIn(attributes)) {
    if (!isRow(term)) continue
    tables.add('taxonomy_terms', term)
    tables.add('attributes', { ...attribute, link_id: id, link_entity: 'service', taxonomy_term_id: term['id'] })
  }
  for (const { location, ...visit } of rowsIn(visits)) {
    if (!isRow(location)) continue
    tables.add('service_at_locations', { ...visit, ...of, location_id: location['id'] })
    tables.add('locations', location)
    tables.addAll('addresses', location['addresses'], { location_id: location['id'] })
    tables.addAll('accessibility', location['accessibility'], { location_id: location['id'] })
  }
}

/** @param services as `hsdsOf` makes them. @returns the bytes of a zip file. */
export function hsdsZip(services: readonly Row[]): Uint8Array<ArrayBuffer> {
  const tables = new Tables()
  for (const service of services) addService(tables, service)
  const files = [...tables.rows].map(([name, rows]) => {
    const header = columns[name]?.split(' ') ?? []
    const cells = [...rows.values()].map((row) => header.map((column) => `${row[column] ?? ''}`))
    return [`${name}.csv`, strToU8(stringify([header, ...cells]))] as const
  })
  return new Uint8Array(zipSync(Object.fromEntries(files)))
}
