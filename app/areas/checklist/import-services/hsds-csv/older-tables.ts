/** Most directories still publish the tables of HSDS 1 and 2: what these call otherwise, and what they say otherwise. */

export type Cells = Readonly<Record<string, string | number>>

export interface OlderTable {
  /** The file of HSDS 3 in which the same would stand. */
  readonly is: string
  /** Its columns → those of HSDS 3. */
  readonly columns?: Readonly<Record<string, string>>
  /** A row as HSDS 3 would say it; undefined where it says nothing. */
  readonly renewed?: (cells: Cells) => Cells | undefined
}

const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const byday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** `Monday`, `Mon`, `1` → `MO`; what is no day stays, and is reported as a schedule that cannot be read. */
function dayOf(weekday: string): string {
  const index = /^[1-7]$/.test(weekday)
    ? Number(weekday) - 1
    : weekdays.indexOf(weekday.trim().slice(0, 2).toLowerCase())
  return byday[index] ?? weekday
}

/** A day without hours is one on which it is closed. */
export const regular = ({ weekday, ...rest }: Cells): Cells | undefined =>
  rest['opens_at'] === undefined && rest['closes_at'] === undefined
    ? undefined
    : { freq: 'WEEKLY', byday: dayOf(`${weekday ?? ''}`), ...rest }

/** Open on a holiday without saying when: nothing that could be shown. */
export const holiday = ({ closed, ...rest }: Cells): Cells | undefined => {
  const { opens_at: _, closes_at: __, ...day } = rest
  if (/^(?:true|yes|y|t|1)$/i.test(`${closed ?? ''}`)) return day
  return rest['opens_at'] === undefined || rest['closes_at'] === undefined ? undefined : rest
}

/** By the name of the file without its ending. */
export const olderTables: Readonly<Record<string, OlderTable>> = {
  services_at_location: { is: 'service_at_locations' },
  physical_addresses: { is: 'addresses' },
  accessibility_for_disabilities: { is: 'accessibility', columns: { accessibility: 'description' } },
  languages: { is: 'languages', columns: { language: 'name' } },
  service_areas: { is: 'service_areas', columns: { service_area: 'name' } },
  regular_schedules: { is: 'schedules', columns: { weekday: 'weekday' }, renewed: regular },
  holiday_schedules: {
    is: 'schedules',
    columns: { closed: 'closed', start_date: 'valid_from', end_date: 'valid_to' },
    renewed: holiday,
  },
  services_taxonomy: { is: 'attributes', columns: { service_id: 'link_id', taxonomy_id: 'taxonomy_term_id' } },
  service_attributes: { is: 'attributes', columns: { service_id: 'link_id' } },
  taxonomy: { is: 'taxonomy_terms' },
  taxonomy_terms: { is: 'taxonomy_terms', columns: { term: 'name' } },
}
