/** What may have become of an authority that a new list no longer has: guesses with reasons, for a person to judge. */

/** What suggestions look at. */
export interface Place {
  readonly scheme: string
  readonly code: string
  readonly name: string
  /** Comparable: lower case, without accents, in Latin letters, words separated by single spaces. */
  readonly folded: string
  readonly population: number | null
  readonly point: { readonly latitude: number; readonly longitude: number } | null
}

export type Reason =
  | { readonly code: 'listed' | 'movement' | 'sameName' }
  /** Its name is a part of the new one's. */
  | { readonly code: 'nameInside' }
  /** Together with these it has about as many people as the new one. */
  | { readonly code: 'sum'; readonly names: readonly string[]; readonly sum: number; readonly of: number }
  /** The other one has grown by about as many people as it had. */
  | { readonly code: 'grew'; readonly by: number }
  /** Whole kilometres between the two. */
  | { readonly code: 'near'; readonly km: number }

export interface Suggestion<Row extends Place> {
  readonly row: Row
  readonly reasons: readonly Reason[]
  /** It has the same name: the same authority under another code. */
  readonly same: boolean
}

interface Compared<Known extends Place, Row extends Place> {
  readonly known: readonly Known[]
  readonly staying: ReadonlyMap<string, Row>
  readonly gone: readonly (Known & { readonly id: string })[]
  readonly added: readonly Row[]
}

/** Municipalities that merge are neighbours. */
const farthestKm = 40
/** Populations of two years and two sources. */
const tolerance = 0.03
/** Beyond this a sum that fits is an accident. */
const mostTogether = 5
/** Among these nearest, sums are tried. */
const mostCandidates = 12

/** By id of what is gone; where nothing speaks for one it is left out. */
export function suggestionsFor<Known extends Place, Row extends Place>(
  compared: Compared<Known, Row>,
): Map<string, Suggestion<Row>> {
  const found = new Map<string, Suggestion<Row>>()
  for (const one of compared.gone) {
    const row = namesake(one, compared)
    if (row) found.set(one.id, { row, reasons: [{ code: 'sameName' }, ...near(one, row)], same: true })
  }
  const open = () => compared.gone.filter(({ id }) => !found.has(id))
  const free = compared.added.filter((row) => ![...found.values()].some((each) => each.row === row))
  for (const row of free) {
    for (const [id, suggestion] of bySum(open(), row)) found.set(id, suggestion)
  }
  for (const one of open()) {
    const suggestion = byName(one, free) ?? byGrowth(one, compared)
    if (suggestion) found.set(one.id, suggestion)
  }
  return found
}

/** The one new row with its name, where its people are as many; nobody else was merged into that one then. */
function namesake<Known extends Place, Row extends Place>(
  one: Known,
  { gone, added }: Pick<Compared<Known, Row>, 'gone' | 'added'>,
): Row | undefined {
  const rows = added.filter((row) => row.folded === one.folded && mayBeNear(one, row))
  const [only] = rows
  if (!only || rows.length > 1 || gone.filter(({ folded }) => folded === one.folded).length > 1) return undefined
  const known = one.population !== null && only.population !== null
  return known && !fits(one.population, only.population) ? undefined : only
}

const fits = (sum: number | null, of: number | null): boolean =>
  sum !== null && of !== null && of > 0 && Math.abs(sum - of) <= of * tolerance

type Gone = Place & { readonly id: string }

/** The one set of neighbours whose people sum up to the new one's; none where several sets do. */
function bySum<Row extends Place>(open: readonly Gone[], row: Row): [string, Suggestion<Row>][] {
  const nearest = open
    .filter((one) => one.population !== null && one.population > 0)
    .filter((one) => (distanceKm(one, row) ?? Number.POSITIVE_INFINITY) <= farthestKm)
    .toSorted((a, b) => (distanceKm(a, row) ?? 0) - (distanceKm(b, row) ?? 0))
    .slice(0, mostCandidates)
  const sets = subsets(nearest).filter((set) => fits(populationOf(set), row.population))
  const [only] = sets
  if (!only || sets.length > 1 || row.population === null) return []
  const [sum, of] = [populationOf(only), row.population]
  return only.map((one) => {
    const names = only.filter((each) => each !== one).map(({ name }) => name)
    return [one.id, { row, reasons: [{ code: 'sum', names, sum, of }, ...near(one, row)], same: false }]
  })
}

const populationOf = (set: readonly Place[]) => set.reduce((sum, { population }) => sum + (population ?? 0), 0)

/** Of two up to so many. */
function subsets(from: readonly Gone[]): Gone[][] {
  let grown: Gone[][] = from.map((one) => [one])
  const all: Gone[][] = []
  for (let size = 2; size <= mostTogether; size += 1) {
    grown = grown.flatMap((set) => {
      const last = set.at(-1)
      return from.slice(last ? from.indexOf(last) + 1 : 0).map((next) => [...set, next])
    })
    all.push(...grown)
  }
  return all
}

function byName<Row extends Place>(one: Gone, added: readonly Row[]): Suggestion<Row> | undefined {
  const holding = added.filter((row) => ` ${row.folded} `.includes(` ${one.folded} `) && mayBeNear(one, row))
  const [only] = holding
  if (!only || holding.length > 1) return undefined
  const same = only.folded === one.folded
  return { row: only, reasons: [{ code: same ? 'sameName' : 'nameInside' }, ...near(one, only)], same: false }
}

/** A neighbour that stays and has grown by its people. */
function byGrowth<Known extends Place, Row extends Place>(
  one: Gone,
  { known, staying }: Compared<Known, Row>,
): Suggestion<Row> | undefined {
  if (one.population === null || one.population === 0) return undefined
  const people = one.population
  const grown = known.flatMap((each) => {
    const row = staying.get(`${each.scheme}:${each.code}`)
    const km = row && distanceKm(one, row)
    if (!row || each.population === null || row.population === null || km === undefined || km > farthestKm) return []
    const by = row.population - each.population
    return fits(each.population + people, row.population) && by > people / 2 ? [{ row, by }] : []
  })
  const [only] = grown
  if (!only || grown.length > 1) return undefined
  return { row: only.row, reasons: [{ code: 'grew', by: only.by }, ...near(one, only.row)], same: false }
}

const mayBeNear = (one: Place, other: Place): boolean => (distanceKm(one, other) ?? 0) <= farthestKm

function near(one: Place, other: Place): Reason[] {
  const km = distanceKm(one, other)
  return km === undefined ? [] : [{ code: 'near', km: Math.round(km) }]
}

/** Along the surface; undefined where one of the two has no point. */
function distanceKm({ point: a }: Place, { point: b }: Place): number | undefined {
  if (!a || !b) return undefined
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const along =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(along)))
}
