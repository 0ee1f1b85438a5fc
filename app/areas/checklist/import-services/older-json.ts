/**
 * A service as HSDS 1 and 2 and Open Referral UK 1 nest it, said as HSDS 3 does: their interfaces are still in use. What
 * has no older name stays as it is.
 */
import { type Cells, holiday, regular } from './hsds-csv/older-tables.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): Json[] => {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.filter(isObject)
}
const within = (value: Json, ...names: readonly string[]): Json[] => names.flatMap((name) => listOf(value[name]))

/** Texts and numbers are what a row of a table could hold. */
const cellsOf = (value: Json): Cells =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, cell]) =>
      cell !== '' && (typeof cell === 'string' || typeof cell === 'number') ? [[name, cell]] : [],
    ),
  )

const schedulesOf = (value: Json): Json[] => [
  ...within(value, 'schedules'),
  ...within(value, 'regular_schedules', 'regular_schedule')
    .map((each) => regular(cellsOf(each)))
    .filter((each) => each !== undefined),
  ...within(value, 'holiday_schedules', 'holiday_schedule')
    .map(({ closed, start_date, end_date, ...rest }) =>
      holiday(cellsOf({ ...rest, valid_from: start_date, valid_to: end_date, closed: `${closed}` })),
    )
    .filter((each) => each !== undefined),
]

/** `"51.5"` → 51.5 */
const number = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  return value.trim() === '' ? undefined : Number.isFinite(Number(value)) ? Number(value) : value
}

/** Only what is there: an empty list would say that there is nothing. */
const some = (name: string, list: readonly unknown[]) => (list.length > 0 ? { [name]: list } : {})

function location(value: unknown): unknown {
  if (!isObject(value)) return value
  const access = within(value, 'accessibility_for_disabilities')
  return {
    ...value,
    ...('latitude' in value ? { latitude: number(value['latitude']) } : {}),
    ...('longitude' in value ? { longitude: number(value['longitude']) } : {}),
    ...some('addresses', within(value, 'addresses', 'physical_addresses', 'physical_address')),
    ...some('schedules', schedulesOf(value)),
    ...some('accessibility', [
      ...within(value, 'accessibility'),
      ...access.map(({ accessibility, ...rest }) => ({ description: accessibility, ...rest })),
    ]),
  }
}

const visit = (value: Json): Json => ({
  ...value,
  ...('location' in value ? { location: location(value['location']) } : {}),
  ...some('schedules', schedulesOf(value)),
})

/** Who may come stood in a list of its own, with the ages. */
function eligibility(value: Json): Json {
  const rows = within(value, 'eligibility', 'eligibilities', 'eligibilitys')
  const said = rows.flatMap(({ eligibility: text }) => (typeof text === 'string' && text.trim() ? [text] : []))
  const age = (name: string) => number(value[name] ?? rows.find((row) => row[name] !== undefined)?.[name])
  return {
    eligibility_description: value['eligibility_description'] ?? (said.length > 0 ? said.join('\n\n') : undefined),
    ...{ minimum_age: age('minimum_age'), maximum_age: age('maximum_age') },
  }
}

const olderNames = {
  service: /^(?:regular_schedules?|holiday_schedules?|eligibilit(?:y|ys|ies)|services?_taxonom(?:y|ys|ies))$/,
  location: /^(?:physical_address(?:es)?|regular_schedules?|holiday_schedules?|accessibility_for_disabilities)$/,
  language: /^language$/,
  area: /^service_area$/,
} as const
const says = (values: readonly Json[], of: keyof typeof olderNames): boolean =>
  values.some((value) => Object.keys(value).some((name) => olderNames[of].test(name)))

function isOlder(value: Json): boolean {
  const visits = within(value, 'service_at_locations')
  const locations = visits.flatMap((each) => within(each, 'location'))
  return (
    says([value], 'service') ||
    says([...visits, ...locations], 'location') ||
    says(within(value, 'languages'), 'language') ||
    says(within(value, 'service_areas'), 'area')
  )
}

export function renewedService(value: unknown): unknown {
  if (!isObject(value) || !isOlder(value)) return value
  const terms = within(value, 'service_taxonomys', 'service_taxonomies', 'services_taxonomy')
  const marks = terms.map(({ taxonomy, taxonomy_term }) => ({ taxonomy_term: taxonomy_term ?? taxonomy }))
  return {
    ...value,
    ...eligibility(value),
    ...some('phones', [
      ...within(value, 'phones'),
      ...within(value, 'contacts').flatMap((one) => within(one, 'phones')),
    ]),
    ...some('schedules', schedulesOf(value)),
    ...some(
      'languages',
      within(value, 'languages').map(({ language, ...rest }) => ({ name: language, ...rest })),
    ),
    ...some(
      'service_areas',
      within(value, 'service_areas').map(({ service_area, ...rest }) => ({ name: service_area, ...rest })),
    ),
    ...some(
      'cost_options',
      within(value, 'cost_options').map((each) => ({ ...each, amount: number(each['amount']) })),
    ),
    ...some('attributes', [...within(value, 'attributes'), ...marks]),
    ...some('service_at_locations', within(value, 'service_at_locations').map(visit)),
  }
}
