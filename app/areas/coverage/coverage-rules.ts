/**
 * How far the members of an association have come, as counts: of the association and of each area, for its coordinator
 * alone. Compared with their own past, never with each other.
 */

/** Each member stands on exactly one step; whoever stands on one has passed, or skipped, those before it. */
export const steps = ['silent', 'invited', 'staffed', 'published'] as const
export type Step = (typeof steps)[number]

/**
 * What may be true beside: of a page that is published; that the Pact is signed, that an event of this year and a report
 * of this round are published, on whichever step.
 */
export const marks = ['core', 'fresh', 'embedded', 'signed', 'event', 'reported'] as const
export type Mark = (typeof marks)[number]

/** What counts are of, in the order in which towns come that way. */
export const measured = ['members', ...steps, ...marks] as const
export type Measured = (typeof measured)[number]

/** How many authorities, and how many people and children live there as far as that is known. */
export interface Count {
  readonly authorities: number
  readonly population: number
  readonly children: number
}

/** `members` counts all; of the steps each counts those that stand on it now. */
export type Counts = Readonly<Record<Measured, Count>>

const noneCounted: Count = { authorities: 0, population: 0, children: 0 }

/** In per cent of the whole, from 0 to 100, rounded down: 100 is said of all alone. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 100)
}

/** For a message: what is there is never said to be nothing. */
export function shareIn(part: number, whole: number): { readonly percent: number; readonly share: 'under' | 'whole' } {
  const percent = shareOf(part, whole)
  return { percent, share: part > 0 && percent === 0 ? 'under' : 'whole' }
}

/** Members that one looks at together. */
export interface Segment {
  /** Empty: any. */
  readonly steps: readonly Step[]
  /** Ids of areas: they belong to one of them. Left out or empty: anywhere. */
  readonly areas?: readonly string[] | undefined
  /** Number of inhabitants; members of which it is not known are left out where one of the two is given. */
  readonly populationFrom?: number | undefined
  readonly populationTo?: number | undefined
  /** Marks that their page lacks. */
  readonly without?: readonly Mark[] | undefined
}

export interface Member {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** Its official code, a national one where there is one; null where the list gives none. */
  readonly code: string | null
  /** Ids of the areas that name it directly. */
  readonly areas: readonly string[]
  readonly population: number | null
  readonly children: number | null
  readonly step: Step
  readonly marks: readonly Mark[]
  /** When somebody asked it last to take part. */
  readonly invitedAt: Temporal.Instant | null
  readonly staffedSince: Temporal.Instant | null
  readonly publishedSince: Temporal.Instant | null
}

/** Members that are alike: on the same step, with the same marks, in the same areas. */
export interface Alike extends Count {
  readonly step: Step
  readonly marks: readonly Mark[]
  /** Ids of the areas that name them directly, in any order. */
  readonly areas: readonly string[]
}

const plus = (one: Count, other: Count): Count => ({
  authorities: one.authorities + other.authorities,
  population: one.population + other.population,
  children: one.children + other.children,
})

export function countsOf(groups: readonly Alike[]): Counts {
  const counts: Record<Measured, Count> = {
    members: noneCounted,
    silent: noneCounted,
    invited: noneCounted,
    staffed: noneCounted,
    published: noneCounted,
    core: noneCounted,
    fresh: noneCounted,
    embedded: noneCounted,
    signed: noneCounted,
    event: noneCounted,
    reported: noneCounted,
  }
  for (const group of groups) {
    for (const key of ['members', group.step, ...group.marks] as const) counts[key] = plus(counts[key], group)
  }
  return counts
}

/**
 * The same counts for each area. Areas form a graph: what lies in two areas counts in both, and once in what both belong to.
 *
 * @param above ids of the areas that an area belongs to directly, by its id.
 */
export function countsByArea(
  groups: readonly Alike[],
  above: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Counts> {
  const within = new Map<string, Alike[]>()
  for (const group of groups) {
    for (const area of allAbove(group.areas, above)) {
      const there = within.get(area)
      if (there) there.push(group)
      else within.set(area, [group])
    }
  }
  return new Map([...within].map(([area, members]) => [area, countsOf(members)]))
}

/** Whether members of these areas lie in another one. */
export function liesIn(areas: readonly string[], area: string, above: ReadonlyMap<string, readonly string[]>): boolean {
  return allAbove(areas, above).has(area)
}

/** These areas and all that they belong to. */
function allAbove(areas: readonly string[], above: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set(areas)
  // A set that grows while it is walked through is walked through to its new end.
  for (const area of found) for (const next of above.get(area) ?? []) found.add(next)
  return found
}

export interface Area {
  readonly id: string
  readonly kind: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** Ids of the areas it belongs to directly. */
  readonly above: readonly string[]
}

/** Members that lie so close to each other that a map shows one point for them. */
export interface Spot {
  readonly latitude: number
  readonly longitude: number
  readonly authorities: number
  /**
   * The step on which most of them are; of two the one with less done, so that white spots stay visible.
   */
  readonly step: Step
}

/** The step on which most of them are. @param counts of each step, in their order. */
export function mostlyOn(counts: readonly number[]): Step {
  return steps[counts.indexOf(Math.max(...counts))] ?? 'silent'
}

export interface Spots {
  readonly spots: readonly Spot[]
  /** Members whose place is not known. */
  readonly nowhere: number
}

export interface MonthCounts {
  readonly month: Temporal.PlainYearMonth
  /** The first of the month, or the first day after it on which the counts could be made. */
  readonly countedOn: Temporal.PlainDate
  readonly counts: Counts
}
