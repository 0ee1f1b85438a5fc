/**
 * Who checked each fact of a service, how and when: worked out from what is recorded of checks and of changes. A fact that
 * was changed after the last check counts as checked by whoever changed it.
 */
import type { Author } from '../../platform/audit/audit.ts'
import type { CheckWay } from './check-rules.ts'
import { same } from './same.ts'
import type { ServiceFacts } from './schema.ts'
import { type FactGroup, factGroups, groupIds } from './together-rules.ts'

/** Where the service belongs and what holds for a while: nobody who confirms it is asked about that. */
const unasked = ['kinds', 'standard', 'serves', 'areaNote', 'alert', 'closure'] as const satisfies readonly FactGroup[]
/** What whoever confirms a service is shown, with the note that belongs to each. */
type CheckedFact = Exclude<FactGroup, (typeof unasked)[number]>

const isChecked = (group: FactGroup): group is CheckedFact => !(unasked as readonly FactGroup[]).includes(group)

/** Of the whole service as it was published, or, in the office, as it was drafted. */
export interface WholeCheck {
  readonly way: CheckWay
  readonly at: Temporal.Instant
  /** Null: the provider. */
  readonly person: string | null
}

/** What an act made of the service; null: there was nothing, or nothing was left. */
export interface FactsChange {
  readonly at: Temporal.Instant
  readonly author: Author
  readonly before: ServiceFacts | null
  readonly after: ServiceFacts | null
}

export type FactCheck =
  | ({ readonly how: 'checked' } & WholeCheck)
  | { readonly how: 'written'; readonly at: Temporal.Instant; readonly author: Author }
  /** No more is known than that. */
  | { readonly how: 'known'; readonly by: 'office' | 'provider'; readonly on: string }
  | { readonly how: 'never' }

const nothing: readonly unknown[] = [null, '', 'none']
const isEmpty = (value: unknown): boolean =>
  nothing.includes(value) || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

/** Whether anything is said there. An empty set of hours still has its fields. */
function isSaid(facts: ServiceFacts, fact: CheckedFact): boolean {
  if (fact === 'place') return facts.place.type !== 'none'
  if (fact === 'hours') return !Object.values(facts.hours).every((value) => isEmpty(value) || value === false)
  return factGroups[fact].some((field) => !isEmpty(facts[field]))
}

const agrees = (fact: CheckedFact, one: ServiceFacts | null | undefined, other: ServiceFacts | null): boolean =>
  factGroups[fact].every((field) => same(one?.[field], other?.[field]))

const newest = <T extends { readonly at: Temporal.Instant }>(all: readonly T[]): T | undefined =>
  all.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))[0]

export interface Recorded {
  readonly facts: ServiceFacts
  /** As families read it; undefined: they do not. */
  readonly published: ServiceFacts | undefined
  readonly checks: readonly WholeCheck[]
  readonly changes: readonly FactsChange[]
}

function checkOf(fact: CheckedFact, { facts, published, checks, changes }: Recorded): FactCheck {
  // Whoever answers a mail, a letter or a call has looked at what is published, not at what waits in the draft.
  const seen = checks.filter(({ way }) => way === 'office' || agrees(fact, published, facts))
  const check = newest(seen)
  const change = newest(changes.filter(({ before, after }) => after && !agrees(fact, before, after)))
  if (check && (!change || Temporal.Instant.compare(check.at, change.at) >= 0)) return { how: 'checked', ...check }
  if (change) return { how: 'written', at: change.at, author: change.author }
  return facts.checked ? { how: 'known', ...facts.checked } : { how: 'never' }
}

/** Of each fact that the service says, in the order in which it is read. */
export function factChecks(recorded: Recorded): { readonly fact: CheckedFact; readonly check: FactCheck }[] {
  return groupIds
    .filter(isChecked)
    .filter((fact) => isSaid(recorded.facts, fact))
    .map((fact) => ({ fact, check: checkOf(fact, recorded) }))
}
