/** What somebody asks of the list of signatories, and which part of it a page shows. */
import type { PublicStatus } from '../register/index.ts'

/** In the order in which forms offer them. */
export const kinds = ['municipality', 'district', 'region', 'association', 'representative', 'organisation'] as const
export type Kind = (typeof kinds)[number]

export const statuses = ['signed', 'merged', 'withdrawn'] as const satisfies readonly PublicStatus[]

/** By name is the usual one. None of them says who is better. */
export const sorts = ['name', 'country', 'date', 'number'] as const
export type Sort = (typeof sorts)[number]

export interface Filters {
  /** Upper case. */
  readonly country: string | undefined
  readonly kind: Kind | undefined
  readonly status: PublicStatus | undefined
  /** Those alone that signed together with others. */
  readonly joint: boolean
}

export interface Asked extends Filters {
  readonly sort: Sort
  /** Beginning with 1. */
  readonly page: number
}

export const entriesOfPage = 50

/**
 * What cannot be read is left out.
 *
 * @param field gives what was sent under a name.
 * @param countries upper case.
 */
export function askedOf(field: (name: string) => string | undefined, countries: ReadonlySet<string>): Asked {
  const country = field('country')?.toUpperCase() ?? ''
  const page = field('page') ?? ''
  return {
    country: countries.has(country) ? country : undefined,
    kind: kinds.find((each) => each === field('kind')),
    status: statuses.find((each) => each === field('status')),
    joint: field('joint') === '1',
    sort: sorts.find((each) => each === field('sort')) ?? 'name',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

export interface Part {
  readonly from: number
  readonly most: number
}

/** Of a list that is sorted by country: which part of which country a page shows. @param counts in order. */
export function partsByCountry(
  counts: readonly { readonly country: string; readonly entries: number }[],
  { from, most }: Part,
): (Part & { readonly country: string })[] {
  let before = 0
  return counts.flatMap(({ country, entries }) => {
    const first = Math.max(from - before, 0)
    const last = Math.min(from + most - before, entries)
    before += entries
    return last > first ? [{ country, from: first, most: last - first }] : []
  })
}

/** How many pages a list has; an empty one has one. */
export const pagesOf = (entries: number): number => Math.max(1, Math.ceil(entries / entriesOfPage))
