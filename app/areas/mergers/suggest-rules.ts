/**
 * What may have become of an authority that a new list no longer has: guesses with reasons, for a person to judge. Of a
 * whole country this takes a while: each step is one that others may be let through after.
 */
import { kmBetween, Neighbourhood, type Point } from './near-rules.ts'

/** What suggestions look at. */
export interface Place {
  readonly scheme: string
  readonly code: string
  readonly name: string
  /** Comparable: lower case, without accents, in Latin letters, words separated by single spaces. */
  readonly folded: string
  readonly population: number | null
  readonly point: Point | null
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
export function* suggestionSteps<Known extends Place, Row extends Place>(
  compared: Compared<Known, Row>,
): Generator<void, Map<string, Suggestion<Row>>> {
  const { gone, added } = compared
  const found = new Map<string, Suggestion<Row>>()
  yield* namesakeSteps(compared, found)
  const taken = new Set([...found.values()].map(({ row }) => row))
  const free = added.filter((row) => !taken.has(row))
  const open = () => gone.filter(({ id }) => !found.has(id))
  yield* sumSteps(open(), free, found)
  const rest = open()
  if (rest.length === 0) return found
  const byWord = rowsByWord(free)
  const growing = yield* growingSteps(compared)
  for (const one of rest) {
    const suggestion = byName(one, byWord.get(longestWord(one.folded)) ?? []) ?? byGrowth(one, growing)
    if (suggestion) found.set(one.id, suggestion)
    yield
  }
  return found
}

function* namesakeSteps<Known extends Place, Row extends Place>(
  { gone, added }: Compared<Known, Row>,
  found: Map<string, Suggestion<Row>>,
): Generator<void> {
  const goneByName = Map.groupBy(gone, ({ folded }) => folded)
  const addedByName = Map.groupBy(added, ({ folded }) => folded)
  for (const one of gone) {
    const alone = (goneByName.get(one.folded)?.length ?? 0) < 2
    const row = alone ? namesake(one, addedByName.get(one.folded) ?? []) : undefined
    if (row) found.set(one.id, { row, reasons: [{ code: 'sameName' }, ...near(one, row)], same: true })
    yield
  }
}

function* sumSteps<Row extends Place>(
  open: readonly Gone[],
  free: readonly Row[],
  found: Map<string, Suggestion<Row>>,
): Generator<void> {
  const neighbours = new Neighbourhood<Gone>()
  for (const one of open) if (one.point) neighbours.add(one, one.point)
  for (const row of free) {
    const around = row.point ? neighbours.around(row.point, farthestKm) : []
    const nearby = around.filter(({ id }) => !found.has(id))
    for (const [id, suggestion] of bySum(nearby, row)) found.set(id, suggestion)
    yield
  }
}

const wordsOf = (folded: string): string[] => [...new Set(folded.split(' '))]
const longestWord = (folded: string): string => wordsOf(folded).reduce((a, b) => (b.length > a.length ? b : a))

function rowsByWord<Row extends Place>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const byWord = new Map<string, Row[]>()
  for (const row of rows) {
    for (const word of wordsOf(row.folded)) {
      const having = byWord.get(word)
      if (having) having.push(row)
      else byWord.set(word, [row])
    }
  }
  return byWord
}

/** The one new row with its name, where its people are as many; nobody else was merged into that one then. */
function namesake<Row extends Place>(one: Place, named: readonly Row[]): Row | undefined {
  const [only, ...others] = named.filter((row) => mayBeNear(one, row))
  if (!only || others.length > 0) return undefined
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

/** @param added that have one of its words. */
function byName<Row extends Place>(one: Gone, added: readonly Row[]): Suggestion<Row> | undefined {
  const holding = added.filter((row) => ` ${row.folded} `.includes(` ${one.folded} `) && mayBeNear(one, row))
  const [only] = holding
  if (!only || holding.length > 1) return undefined
  const same = only.folded === one.folded
  return { row: only, reasons: [{ code: same ? 'sameName' : 'nameInside' }, ...near(one, only)], same: false }
}

interface Grown<Known extends Place, Row extends Place> {
  readonly each: Known
  readonly row: Row
}

/** Those that stay, where the list says they are. */
function* growingSteps<Known extends Place, Row extends Place>({
  known,
  staying,
}: Compared<Known, Row>): Generator<void, Neighbourhood<Grown<Known, Row>>> {
  const all = new Neighbourhood<Grown<Known, Row>>()
  for (const each of known) {
    const row = staying.get(`${each.scheme}:${each.code}`)
    if (row?.point) all.add({ each, row }, row.point)
    yield
  }
  return all
}

/** A neighbour that stays and has grown by its people. */
function byGrowth<Known extends Place, Row extends Place>(
  one: Gone,
  growing: Neighbourhood<Grown<Known, Row>>,
): Suggestion<Row> | undefined {
  if (one.population === null || one.population === 0 || !one.point) return undefined
  const people = one.population
  const grown = growing.around(one.point, farthestKm).flatMap(({ each, row }) => {
    if (each.population === null || row.population === null) return []
    const by = row.population - each.population
    if (by <= people / 2 || !fits(each.population + people, row.population)) return []
    return (distanceKm(one, row) ?? Number.POSITIVE_INFINITY) <= farthestKm ? [{ row, by }] : []
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

/** Undefined where one of the two has no point. */
const distanceKm = ({ point: a }: Place, { point: b }: Place): number | undefined =>
  a && b ? kmBetween(a, b) : undefined
