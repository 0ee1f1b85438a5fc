/** The tabular files of HSDS that are read, and how their rows belong together: as version 3.1 has them. */
import { type OlderTable, olderTables } from './older-tables.ts'

/** What a row can belong to; the keys of the staging tables begin with it. */
type Owner = 'service' | 'location' | 'phone' | 'service_at_location' | 'organization' | 'taxonomy_term'

export interface HsdsTable {
  readonly file: string
  /** What is read of a row; everything else is left aside. */
  readonly columns: readonly string[]
  /** Of these, the ones that hold numbers. */
  readonly numbers: ReadonlySet<string>
  /** Columns with the id of what the row belongs to. */
  readonly parents: Readonly<Record<string, Owner>>
  /** Rows that others name by their id. */
  readonly own?: Owner
  /** What an earlier version of HSDS says otherwise: its columns → those of 3.1. */
  readonly older?: OlderTable
}

const table = (
  file: string,
  columns: string,
  { numbers = '', ...rest }: { numbers?: string; parents?: HsdsTable['parents']; own?: Owner } = {},
): HsdsTable => ({ file, columns: columns.split(' '), numbers: new Set(numbers.split(' ')), parents: {}, ...rest })

const visited = {
  service_id: 'service',
  location_id: 'location',
  service_at_location_id: 'service_at_location',
} as const

export const servicesTable = table(
  'services.csv',
  'id organization_id name description url email status interpretation_services application_process ' +
    'fees_description fees eligibility_description minimum_age maximum_age assured_date last_modified alert',
  { numbers: 'minimum_age maximum_age' },
)

/** By the name of the file without its ending. */
const hsdsTables: Readonly<Record<string, HsdsTable>> = {
  services: servicesTable,
  organizations: table('organizations.csv', 'id name', { own: 'organization' }),
  locations: table('locations.csv', 'id name location_type latitude longitude', {
    numbers: 'latitude longitude',
    own: 'location',
  }),
  service_at_locations: table('service_at_locations.csv', 'id location_id', { parents: { service_id: 'service' } }),
  addresses: table('addresses.csv', 'id address_1 address_2 city postal_code address_type', {
    parents: { location_id: 'location' },
  }),
  service_areas: table('service_areas.csv', 'id name uri extent extent_type', {
    parents: { service_id: 'service', service_at_location_id: 'service_at_location' },
  }),
  accessibility: table('accessibility.csv', 'id description details url', { parents: { location_id: 'location' } }),
  phones: table('phones.csv', 'id number extension type description', { parents: visited }),
  schedules: table(
    'schedules.csv',
    'id valid_from valid_to dtstart wkst until freq interval byday opens_at closes_at description notes',
    { numbers: 'interval', parents: visited },
  ),
  languages: table('languages.csv', 'id code name', { parents: { service_id: 'service', phone_id: 'phone' } }),
  cost_options: table('cost_options.csv', 'id amount option amount_description', {
    numbers: 'amount',
    parents: { service_id: 'service' },
  }),
  // `link_entity` says what `link_id` is the id of.
  attributes: table('attributes.csv', 'id label value taxonomy_term_id', { parents: { link_id: 'service' } }),
  taxonomy_terms: table('taxonomy_terms.csv', 'id code name', { own: 'taxonomy_term' }),
  eligibility: table('eligibility.csv', 'id eligibility', { parents: { service_id: 'service' } }),
}

/** The data package of HSDS calls some files in the singular that its documentation calls in the plural. */
const otherNames: Readonly<Record<string, string>> = {
  service_at_location: 'service_at_locations',
  accessibilities: 'accessibility',
}

const olderFiles: Readonly<Record<string, HsdsTable>> = Object.fromEntries(
  Object.entries(olderTables).flatMap(([name, older]) => {
    const today = hsdsTables[older.is]
    return today ? [[name, { ...today, file: `${name}.csv`, older }]] : []
  }),
)

/** The table of a file; undefined where nothing of it is read. */
export function tableOf(fileName: string): HsdsTable | undefined {
  const name = fileName.toLowerCase().replace(/\.csv$/, '')
  return olderFiles[name] ?? hsdsTables[otherNames[name] ?? name]
}

const fileToday = new Map(Object.values(olderFiles).map(({ file, older }) => [file, `${older?.is}.csv`]))

/** The file of HSDS 3.1 in which the rows of this one would stand. */
export const standsIn = (file: string): string => fileToday.get(file) ?? file

/** An index holds no longer ones; a service with such an id is refused. */
const longestKey = 500

export const keyOf = (owner: string, id: string): string => `${owner}/${id}`.slice(0, longestKey)

/** The keys under which a row is found: of whatever it belongs to, or its own. */
export function keysOf(table: HsdsTable, cells: (column: string) => string): string[] {
  if (table.own) return [keyOf(table.own, cells('id'))]
  return Object.entries(table.parents).flatMap(([column, owner]) => {
    const id = cells(column)
    if (id === '') return []
    const linked = column === 'link_id' ? cells('link_entity').toLowerCase() : ''
    return [keyOf(linked || owner, id)]
  })
}
