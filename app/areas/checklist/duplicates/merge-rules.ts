/** Two services become one: what is decided together, and what comes of it. */

import { same } from '../same.ts'
import type { ServiceFacts } from '../schema.ts'
import { type FactGroup, factGroups, groupIds } from '../together-rules.ts'

/** Which of the two. */
export const sides = ['one', 'other'] as const
export type Side = (typeof sides)[number]

export type Two = Readonly<Record<Side, ServiceFacts>>
export type Choices = Readonly<Partial<Record<FactGroup, Side>>>

const keysOf = (group: FactGroup): readonly (keyof ServiceFacts)[] => factGroups[group]

/** In which the two differ, in the order of the forms. */
export const differingGroups = ({ one, other }: Two): FactGroup[] =>
  groupIds.filter((group) => keysOf(group).some((key) => !same(one[key], other[key])))

/** Whoever looked at one of them did not look at what came from the other. */
function olderCheck(one: ServiceFacts['checked'], other: ServiceFacts['checked']): ServiceFacts['checked'] {
  if (!one || !other) return null
  return one.on <= other.on ? one : other
}

/** The facts of the one that stays with what was chosen from the other; what nobody chose stays as it is. */
export function mergedFacts(two: Two, stays: Side, choices: Choices): ServiceFacts {
  const [kept, gone] = stays === 'one' ? [two.one, two.other] : [two.other, two.one]
  const taken = differingGroups(two).filter((group) => (choices[group] ?? stays) !== stays)
  const facts = Object.fromEntries(taken.flatMap(keysOf).map((key) => [key, gone[key]]))
  return taken.length === 0 ? kept : { ...kept, ...facts, checked: olderCheck(kept.checked, gone.checked) }
}
