/** For tests: the tables of HSDS 1 nested as HSDS 3 nests services, without the code that reads either of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

type Row = Readonly<Record<string, string>>

export function nestedDirectory(folder: string): Record<string, unknown>[] {
  const rows = (table: string): Row[] => parse(readFileSync(join(folder, `${table}.csv`)), { bom: true, columns: true })
  const by = (table: string, column: string) => Map.groupBy(rows(table), (row) => row[column] ?? '')
  const [organizations, locations, terms] = [by('organizations', 'id'), by('locations', 'id'), by('taxonomy', 'id')]
  const [visits, phones, hours] = [
    by('services_at_location', 'service_id'),
    by('phones', 'service_id'),
    by('regular_schedules', 'service_id'),
  ]
  const [languages, marks] = [by('languages', 'service_id'), by('services_taxonomy', 'service_id')]
  const [addresses, access] = [
    by('physical_addresses', 'location_id'),
    by('accessibility_for_disabilities', 'location_id'),
  ]
  const point = (text: string | undefined) => (text ? Number(text) : null)
  const locationOf = (id: string) => ({
    latitude: point(locations.get(id)?.[0]?.['latitude']),
    longitude: point(locations.get(id)?.[0]?.['longitude']),
    addresses: (addresses.get(id) ?? []).map(({ attention: _, ...address }) => ({
      ...address,
      address_type: 'physical',
    })),
    accessibility: (access.get(id) ?? []).map(({ accessibility }) => ({ description: accessibility })),
  })
  return rows('services').map(({ organization_id: organization = '', ...service }) => {
    const { id = '' } = service
    return {
      ...service,
      organization: organizations.get(organization)?.[0],
      phones: phones.get(id),
      schedules: (hours.get(id) ?? []).filter((each) => each['opens_at'] || each['closes_at']).map(weekly),
      languages: (languages.get(id) ?? []).map(({ language }) => ({ name: language })),
      attributes: (marks.get(id) ?? []).map(({ taxonomy_id: term = '' }) => ({ taxonomy_term: terms.get(term)?.[0] })),
      service_at_locations: (visits.get(id) ?? []).map((each) => ({ location: locationOf(each['location_id'] ?? '') })),
    }
  })
}

const weekly = ({ weekday = '', opens_at, closes_at }: Row) => ({
  ...{ freq: 'WEEKLY', byday: weekday.slice(0, 2).toUpperCase(), opens_at, closes_at },
})
