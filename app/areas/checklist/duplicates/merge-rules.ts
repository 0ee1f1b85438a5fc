/** Two services become one: what is decided together, and what comes of it. */
import { same } from '../same.ts'
import type { ServiceFacts } from '../schema.ts'

/** Which of the two. */
export const sides = ['one', 'other'] as const
export type Side = (typeof sides)[number]

type Fact = keyof ServiceFacts

/** A choice and the words beside it, all hours, all numbers: half of each is something nobody has said. */
export const factGroups = {
  name: ['name'],
  whatHappens: ['whatHappens'],
  kinds: ['kinds'],
  audiences: ['audiences'],
  ages: ['ages'],
  provider: ['provider'],
  standard: ['standard'],
  phones: ['phones'],
  email: ['email'],
  web: ['web'],
  chat: ['chat'],
  place: ['place'],
  hours: ['hours'],
  fee: ['fee', 'feeNote'],
  languages: ['languages'],
  interpreters: ['interpreters'],
  access: ['accessFeatures', 'accessNote'],
  parent: ['parentNeeded', 'parentNote'],
  tells: ['tellsOthers', 'tellsNote'],
  anonymous: ['anonymous'],
  howDecided: ['howDecided'],
  howToComplain: ['howToComplain'],
  serves: ['serves'],
  areaNote: ['areaNote'],
  alert: ['alert'],
  closure: ['closure'],
} as const satisfies Readonly<Record<string, readonly Fact[]>>
export type FactGroup = keyof typeof factGroups

export const groupIds = Object.keys(factGroups) as readonly FactGroup[]

export type Two = Readonly<Record<Side, ServiceFacts>>
export type Choices = Readonly<Partial<Record<FactGroup, Side>>>

const keysOf = (group: FactGroup): readonly Fact[] => factGroups[group]

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
