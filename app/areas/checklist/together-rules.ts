/** Facts of a service that belong together: decided together, and checked together. */
import type { ServiceFacts } from './schema.ts'

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
