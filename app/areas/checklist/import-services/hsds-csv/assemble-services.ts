/** Staged rows as services with everything nested in them, and where in the files each part of them stands. */
import type { Db } from '../../../../platform/db/tables.ts'
import type { HsdsService } from '../hsds-shape.ts'
import type { ImportFault, ImportNote, Where } from '../record.ts'
import { columnIn } from './stage-tables.ts'
import { type HsdsRow, partsOf, type StagedPart, type StagedService } from './staging-store.ts'
import { keyOf, standsIn } from './tables.ts'

export type AssembledService = {
  readonly row: number
  /** Undefined where it has no id. */
  readonly value: HsdsService | undefined
  readonly faults: readonly ImportFault[]
  readonly notes: readonly ImportNote[]
  /** From a member of the nested service, such as `phones.1.number`, to the file, the row and the column. */
  readonly whereOf: (member: string) => Pick<Where, 'row' | 'column'>
}

/** Rows that belong to services, by key and file. */
export class Parts {
  readonly #rows = new Map<string, Map<string, HsdsRow[]>>()

  /** @returns the same rows. */
  keep(rows: readonly StagedPart[]): readonly StagedPart[] {
    for (const part of rows) {
      const file = standsIn(part.file)
      const files = this.#rows.get(part.key)
      const same = files?.get(file)
      if (same) same.push(part)
      else if (files) files.set(file, [part])
      else this.#rows.set(part.key, new Map([[file, [part]]]))
    }
    return rows
  }

  in(key: string, file: string): readonly HsdsRow[] {
    return this.#rows.get(key)?.get(file) ?? []
  }
}
type Visit = { readonly visit: HsdsRow; readonly location: HsdsRow | undefined }

const idOf = ({ data }: Pick<HsdsRow, 'data'>): string => `${data['id'] ?? ''}`
const named = (owner: string, rows: readonly HsdsRow[], column: string): string[] =>
  rows.flatMap(({ data }) => (data[column] === undefined ? [] : [keyOf(owner, `${data[column]}`)]))

/** Three questions for a whole batch: what belongs to the services, what that names, what belongs to these. */
export async function findParts(tx: Db, services: readonly StagedService[]): Promise<Parts> {
  const all = new Parts()
  const ask = async (keys: readonly string[]) => all.keep(await partsOf(tx, keys))
  const parts = await ask(
    services.flatMap((each) => [
      each.key,
      ...(each.data['organization_id'] ? [keyOf('organization', `${each.data['organization_id']}`)] : []),
    ]),
  )
  const visits = parts.filter(({ file }) => standsIn(file) === 'service_at_locations.csv')
  const linked = await ask([
    ...visits.map((each) => keyOf('service_at_location', idOf(each))),
    ...named('location', visits, 'location_id'),
    ...named('taxonomy_term', parts, 'taxonomy_term_id'),
    ...phonesIn(parts),
  ])
  await ask([...named('taxonomy_term', linked, 'taxonomy_term_id'), ...phonesIn(linked)])
  return all
}

const phonesIn = (rows: readonly HsdsRow[]): string[] =>
  rows.flatMap((each) => (each.file === 'phones.csv' ? [keyOf('phone', idOf(each))] : []))

/** What others name by its id. */
const fileOfOwner = {
  organization: 'organizations.csv',
  location: 'locations.csv',
  taxonomy_term: 'taxonomy_terms.csv',
} as const

/** Collects what is wrong with the rows of one service, and where they stand. */
class Collector {
  readonly faults: ImportFault[] = []
  readonly notes: ImportNote[] = []
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  take(rows: readonly HsdsRow[]): readonly HsdsRow[] {
    for (const { file, row, faults } of rows) {
      for (const fault of faults ?? []) this.faults.push({ ...fault, row, column: columnIn({ file }, fault.column) })
    }
    return rows
  }

  of(key: string, file: string): readonly HsdsRow[] {
    return this.take(this.#parts.in(key, file))
  }

  values(key: string, file: string): HsdsRow['data'][] {
    return this.of(key, file).map(({ data }) => data)
  }

  withTerms(key: string) {
    return this.of(key, 'attributes.csv').map((each) => ({
      ...each.data,
      taxonomy_term: this.named(each, 'taxonomy_term_id', 'taxonomy_term')?.data,
    }))
  }

  /** The row that another names: reported where there is none, refused where there are two. */
  named(by: HsdsRow, column: string, owner: keyof typeof fileOfOwner): HsdsRow | undefined {
    const id = by.data[column]
    if (id === undefined) return undefined
    const [found, again] = this.#parts.in(keyOf(owner, `${id}`), fileOfOwner[owner])
    if (!found) {
      const where = { row: by.row, column: columnIn(by, column) }
      this.notes.push({ ...where, code: 'referenceUnknown', value: `${id}` })
    }
    // Directories repeat a term word for word.
    const differs = again && JSON.stringify(again.data) !== JSON.stringify(found?.data)
    if (differs) this.faults.push({ row: again.row, column: columnIn(again, 'id'), code: 'duplicateId' })
    return found && this.take([found])[0]
  }
}

export function assembled(staged: StagedService, parts: Parts): AssembledService {
  const service: HsdsRow = { ...staged, file: 'services.csv' }
  const collector = new Collector(parts)
  collector.take([service])
  const key = keyOf('service', idOf(service))
  const organization = collector.named(service, 'organization_id', 'organization')
  const visits = collector
    .of(key, 'service_at_locations.csv')
    .map((visit): Visit => ({ visit, location: collector.named(visit, 'location_id', 'location') }))
  const places = new Places(service.row)
  const list = (owner: string, file: string, member: string) => places.keep(member, collector.of(owner, file))
  const phones = (owner: string) =>
    list(owner, 'phones.csv', 'phones').map((each) => ({
      ...each.data,
      languages: collector.values(keyOf('phone', idOf(each)), 'languages.csv'),
    }))
  const schedules = (owner: string) => list(owner, 'schedules.csv', 'schedules').map(({ data }) => data)
  const areas = (owner: string) => collector.values(owner, 'service_areas.csv')
  const value = {
    ...service.data,
    ...eligibleBy(service, collector.values(key, 'eligibility.csv')),
    organization: organization?.data,
    // In the order in which reading a nested service numbers them.
    phones: phones(key),
    schedules: schedules(key),
    languages: collector.values(key, 'languages.csv'),
    cost_options: collector.values(key, 'cost_options.csv'),
    attributes: collector.withTerms(key),
    service_areas: areas(key),
    service_at_locations: visits
      .map(({ visit, location }) => {
        const owner = keyOf('service_at_location', idOf(visit))
        return { visit, location, phones: phones(owner), schedules: schedules(owner), service_areas: areas(owner) }
      })
      .map(({ visit, location, ...rest }, index) => {
        places.visit(index, visit, location)
        if (!location) return rest
        const owner = keyOf('location', idOf(location))
        return {
          ...rest,
          location: {
            ...location.data,
            addresses: collector.values(owner, 'addresses.csv'),
            accessibility: collector.values(owner, 'accessibility.csv'),
            phones: phones(owner),
            schedules: schedules(owner),
            attributes: collector.withTerms(owner),
          },
        }
      }),
  }
  const { faults, notes } = collector
  const whereOf = (member: string) => places.whereOf(member)
  // Of each table just those columns are staged that the shape has, as texts or numbers like there: checked by a test.
  return { row: service.row, value: idOf(service) === '' ? undefined : (value as HsdsService), faults, notes, whereOf }
}

/** Until version 3, who may come stood in a table of its own. */
function eligibleBy({ data }: HsdsRow, rows: readonly HsdsRow['data'][]) {
  const said = rows.flatMap(({ eligibility }) => (eligibility === undefined ? [] : [`${eligibility}`]))
  return said.length === 0 || data['eligibility_description'] !== undefined
    ? {}
    : { eligibility_description: said.join('\n\n') }
}

/** Members of the nested service that stand in other files: named beside the row of their service. */
const otherFiles: Readonly<Record<string, string>> = {
  'organization.name': 'organization_id',
  attributes: 'attributes.csv',
  languages: 'languages.csv',
  'service_at_locations.location.accessibility': 'accessibility.csv',
  service_at_locations: 'service_at_locations.csv',
  schedules: 'schedules.csv',
}

/** Which row of which file a member of the nested service comes from. */
class Places {
  readonly #row: number
  readonly #lists = new Map<string, HsdsRow[]>()
  readonly #visits = new Map<string, HsdsRow>()

  constructor(row: number) {
    this.#row = row
  }

  keep(member: string, rows: readonly HsdsRow[]): readonly HsdsRow[] {
    const kept = this.#lists.get(member)
    if (kept) kept.push(...rows)
    else this.#lists.set(member, [...rows])
    return rows
  }

  visit(index: number, visit: HsdsRow, location: HsdsRow | undefined): void {
    this.#visits.set(`${index}`, location ?? visit)
  }

  whereOf(member: string): Pick<Where, 'row' | 'column'> {
    const [list = '', index = '', ...rest] = member.split('.')
    const part = this.#lists.get(list)?.[Number(index)]
    if (part && index !== '') return { row: part.row, column: columnIn(part, rest.join('.')) }
    const location = list === 'service_at_locations' ? this.#visits.get(index) : undefined
    if (location) return { row: location.row, column: location.file }
    const column = otherFiles[member] ?? otherFiles[list] ?? member
    return { row: this.#row, column: columnIn({ file: 'services.csv' }, column) }
  }
}
