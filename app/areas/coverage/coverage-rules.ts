/**
 * How far the members of an association have come, as counts: of the association and of each area, for its coordinator
 * alone. Compared with their own past, never with each other.
 */

/** Each member stands on exactly one step; whoever stands on one has passed, or skipped, those before it. */
export const steps = ['silent', 'invited', 'staffed', 'published'] as const
export type Step = (typeof steps)[number]

/** What may be true of a page that is published. */
export const marks = ['core', 'fresh', 'embedded'] as const
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

export const noneCounted: Count = { authorities: 0, population: 0, children: 0 }

/** In per cent of the whole, from 0 to 100, rounded down: 100 is said of all alone. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 100)
}

/** Members that one looks at together. */
export interface Segment {
  /** Empty: any. */
  readonly steps: readonly Step[]
  /** Id of an area that they belong to. */
  readonly area?: string | undefined
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
  readonly population: number | null
  readonly step: Step
  readonly marks: readonly Mark[]
  /** When somebody asked it last to take part. */
  readonly invitedAt: Temporal.Instant | null
  readonly staffedSince: Temporal.Instant | null
  readonly publishedSince: Temporal.Instant | null
}
