/** How many there are, by country and kind. Nothing here compares one country or town with another. */
import type { PublicStatus } from '../register/index.ts'
import type { Filters, Kind } from './asked-rules.ts'

/** Signatories that are alike in all of this. */
export interface CountedCell {
  readonly country: string
  readonly kind: Kind
  readonly status: PublicStatus
  readonly together: boolean
  readonly demonstration: boolean
  readonly entries: number
  /** Of how many the number of people is known, and how many people these are. */
  readonly known: number
  readonly people: number
}

const fits =
  ({ country, kind, status, joint }: Filters) =>
  (cell: CountedCell): boolean =>
    (country === undefined || cell.country === country) &&
    (kind === undefined || cell.kind === kind) &&
    (status === undefined || cell.status === status) &&
    (!joint || cell.together)

const entriesOf = (cells: readonly CountedCell[]) => cells.reduce((sum, { entries }) => sum + entries, 0)

export function countOf(cells: readonly CountedCell[], filters: Filters): number {
  return entriesOf(cells.filter(fits(filters)))
}

/** Countries that have some, with how many. */
export function countsByCountry(
  cells: readonly CountedCell[],
  filters: Filters,
): { readonly country: string; readonly entries: number }[] {
  const grouped = Map.groupBy(cells.filter(fits(filters)), ({ country }) => country)
  return [...grouped].map(([country, some]) => ({ country, entries: entriesOf(some) }))
}

/** Who stands by a signature. */
export interface Standing {
  readonly towns: number
  /** Districts and regions. */
  readonly areas: number
  /** Associations, elected representatives, other organisations. */
  readonly others: number
  /** In the towns alone: whoever lives in a town of a region that has signed, too, is one person. */
  readonly people: number
  /** Of how many towns it is known. */
  readonly known: number
}

const areaKinds: readonly Kind[] = ['district', 'region']

export function standingOf(cells: readonly CountedCell[], country?: string): Standing {
  const standing = cells.filter((cell) => cell.status === 'signed' && (!country || cell.country === country))
  const towns = standing.filter(({ kind }) => kind === 'municipality')
  const areas = standing.filter(({ kind }) => areaKinds.includes(kind))
  return {
    towns: entriesOf(towns),
    areas: entriesOf(areas),
    others: entriesOf(standing) - entriesOf(towns) - entriesOf(areas),
    people: towns.reduce((sum, { people }) => sum + people, 0),
    known: towns.reduce((sum, { known }) => sum + known, 0),
  }
}

export const allOf = ({ towns, areas, others }: Standing): number => towns + areas + others

/** What happened in a year. */
export interface Year {
  readonly year: number
  readonly signed: number
  readonly reaffirmed: number
  readonly merged: number
  readonly withdrawn: number
  /** How many stood by a signature when it ended, or stand by it today. */
  readonly standing: number
}

export type YearAct = 'signed' | 'reaffirmed' | 'merged' | 'withdrawn'

/** Every year from the first to this one, also those in which nothing happened. */
export function yearsOf(
  counts: readonly { readonly year: number; readonly act: YearAct; readonly entries: number }[],
  thisYear: number,
): Year[] {
  if (counts.length === 0) return []
  const first = Math.min(...counts.map(({ year }) => year))
  const last = Math.max(thisYear, ...counts.map(({ year }) => year))
  const of = (year: number, act: YearAct) =>
    counts.reduce((sum, each) => (each.year === year && each.act === act ? sum + each.entries : sum), 0)
  let standing = 0
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index
    const [signed, merged, withdrawn] = [of(year, 'signed'), of(year, 'merged'), of(year, 'withdrawn')]
    standing += signed - merged - withdrawn
    return { year, signed, reaffirmed: of(year, 'reaffirmed'), merged, withdrawn, standing }
  })
}
