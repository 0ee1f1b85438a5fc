/** What a service can leave unsaid, and when it has said it. Which of it is needed stands in `data/completeness.json`. */
import { hasGap } from './gap-rules.ts'
import type { LocalText, ServiceFacts } from './schema.ts'

const empty = (record: object): boolean => Object.keys(record).length === 0
/** A text that still has a gap has not said it. */
const unsaid = (text: LocalText): boolean => empty(text) || Object.values(text).some((one) => hasGap(one.text))

const missing = {
  contact: ({ phones, email, web, chat }) => phones.length === 0 && !email && !web && !chat,
  tellsOthers: ({ tellsOthers }) => tellsOthers === null,
  parentNeeded: ({ parentNeeded }) => parentNeeded === null,
  hours: ({ hours }) =>
    !hours.always &&
    hours.weekly.length + hours.fortnightly.length === 0 &&
    empty(hours.note) &&
    hours.appointment !== 'required',
  whenClosed: ({ hours }) => !hours.always && empty(hours.whenClosed),
  name: ({ name }) => empty(name),
  whatHappens: ({ whatHappens }) => unsaid(whatHappens),
  languages: ({ languages }) => languages.length === 0,
  anonymous: ({ anonymous }) => anonymous === null,
  fee: ({ fee }) => fee === null,
  interpreters: ({ interpreters }) => interpreters === null,
  audiences: ({ audiences }) => audiences.length === 0,
  provider: ({ provider }) => provider === '',
  howDecided: ({ howDecided }) => unsaid(howDecided),
  howToComplain: ({ howToComplain }) => unsaid(howToComplain),
} as const satisfies Readonly<Record<string, (facts: ServiceFacts) => boolean>>

export type FactId = keyof typeof missing
export const factIds = Object.keys(missing) as readonly FactId[]

export const isMissing = (facts: ServiceFacts, fact: FactId): boolean => missing[fact](facts)
