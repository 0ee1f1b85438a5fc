/** What families will ask and a service does not say yet, first things first. Pure. */
import type { ServiceFacts } from '../schema.ts'
import type { PartId } from './service-parts.ts'

export interface MissingFact {
  readonly part: PartId
  readonly fact: (typeof wanted)[number]['fact']
}

const empty = (record: object): boolean => Object.keys(record).length === 0

const wanted = [
  { part: 'about', fact: 'name', missing: ({ name }) => empty(name) },
  {
    part: 'contact',
    fact: 'contact',
    missing: ({ phones, email, web, chat }) => phones.length === 0 && !email && !web && !chat,
  },
  { part: 'about', fact: 'whatHappens', missing: ({ whatHappens }) => empty(whatHappens) },
  { part: 'conditions', fact: 'parentNeeded', missing: ({ parentNeeded }) => parentNeeded === null },
  { part: 'conditions', fact: 'tellsOthers', missing: ({ tellsOthers }) => tellsOthers === null },
  {
    part: 'hours',
    fact: 'hours',
    missing: ({ hours }) =>
      !hours.always &&
      hours.weekly.length + hours.fortnightly.length === 0 &&
      empty(hours.note) &&
      hours.appointment !== 'required',
  },
  { part: 'hours', fact: 'whenClosed', missing: ({ hours }) => !hours.always && empty(hours.whenClosed) },
  { part: 'conditions', fact: 'fee', missing: ({ fee }) => fee === null },
  { part: 'conditions', fact: 'languages', missing: ({ languages }) => languages.length === 0 },
  { part: 'conditions', fact: 'interpreters', missing: ({ interpreters }) => interpreters === null },
  { part: 'about', fact: 'audiences', missing: ({ audiences }) => audiences.length === 0 },
  { part: 'about', fact: 'provider', missing: ({ provider }) => provider === '' },
  { part: 'conditions', fact: 'anonymous', missing: ({ anonymous }) => anonymous === null },
  { part: 'conditions', fact: 'howDecided', missing: ({ howDecided }) => empty(howDecided) },
  { part: 'conditions', fact: 'howToComplain', missing: ({ howToComplain }) => empty(howToComplain) },
] as const satisfies readonly { part: PartId; fact: string; missing: (facts: ServiceFacts) => boolean }[]

export function missingFacts(facts: ServiceFacts): MissingFact[] {
  return wanted.filter(({ missing }) => missing(facts)).map(({ part, fact }) => ({ part, fact }))
}
