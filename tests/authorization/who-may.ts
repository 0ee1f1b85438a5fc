/**
 * The table of rights, written by hand: what the policies of all areas decide is held against it, for every route. A
 * permission that is missing here fails the test.
 */
import type { RoleName } from '../../app/platform/session/actor.ts'

export interface WhoMay {
  /** Roles that may in their own scope: their town, their association, the country of their association. */
  readonly home: readonly RoleName[]
  /** Roles that may in a scope that is not theirs; only ever roles of the whole instance. */
  readonly foreign: readonly RoleName[]
}

const nobody: readonly RoleName[] = []

/** What an address may name. */
export type PlaceKind = 'town' | 'association' | 'country' | 'instance'

/** Words for pages without a scope; a table of its own for each kind of place where the same page exists for several. */
export type Right =
  | WhoMay
  | Readonly<Partial<Record<PlaceKind, WhoMay>>>
  | 'each signed-in person'
  | 'each signed-in person, half-proven too'
  | 'anybody'

const officers: WhoMay = { home: ['officer', 'approver'], foreign: nobody }

/** Everybody who has a role in the town. */
const townPeople: readonly RoleName[] = ['officer', 'approver', 'moderator', 'safeguarding-lead', 'facilitator']

/** Associations among each other, and the secretariat. */
const sharers: Right = {
  association: { home: ['coordinator'], foreign: nobody },
  instance: { home: ['secretariat'], foreign: nobody },
}

export const whoMay: Readonly<Record<string, Right>> = {
  public: 'anybody',
  anyone: 'anybody',
  'office.home': 'each signed-in person',
  'notifications.own': 'each signed-in person',
  'accounts.own': 'each signed-in person',
  'privacy.own': 'each signed-in person',
  'accounts.second-step': 'each signed-in person, half-proven too',
  'accounts.outbox': 'each signed-in person',
  'people.read': {
    town: { home: [...townPeople, 'coordinator', 'secretariat'], foreign: ['secretariat'] },
    association: { home: ['coordinator', 'secretariat'], foreign: ['secretariat'] },
    instance: { home: ['secretariat', 'reviewer'], foreign: nobody },
  },
  // Whether an office that is not the town's own may act there is decided by who works there, in the use case.
  'people.manage': {
    town: { home: ['approver', 'coordinator', 'secretariat'], foreign: ['secretariat'] },
    association: { home: ['coordinator', 'secretariat'], foreign: ['secretariat'] },
    instance: { home: ['secretariat'], foreign: nobody },
  },
  'people.leave': {
    town: { home: townPeople, foreign: nobody },
    association: { home: ['coordinator'], foreign: nobody },
    instance: { home: ['secretariat', 'reviewer'], foreign: nobody },
  },
  'associations.keep-contact': {
    association: { home: ['coordinator'], foreign: nobody },
    instance: { home: ['secretariat'], foreign: nobody },
  },
  'coverage.read': { association: { home: ['coordinator'], foreign: nobody } },
  'coverage.place': { association: { home: ['coordinator'], foreign: nobody } },
  // The secretariat has no hand in who belongs to an association.
  'members.keep': { association: { home: ['coordinator'], foreign: nobody } },
  // The areas of a country: its associations share them.
  'catchments.keep': { association: { home: ['coordinator'], foreign: nobody } },
  'checklist.read': officers,
  'checklist.edit': officers,
  'checklist.publish': officers,
  'checklist.follow-directories': { association: { home: ['coordinator'], foreign: nobody } },
  'checklist.approve': { home: ['approver'], foreign: nobody },
  'confirmations.manage': officers,
  'confirmations.help': sharers,
  'helplines.read-all': { home: ['secretariat'], foreign: nobody },
  'helplines.read': { country: { home: ['coordinator', 'secretariat'], foreign: ['secretariat'] } },
  // The foreign country has no coordinator: the secretariat keeps its numbers.
  'helplines.keep': { country: { home: ['coordinator'], foreign: ['secretariat'] } },
  // A wrong number is stopped by whoever is awake.
  'helplines.withdraw': { country: { home: ['coordinator', 'secretariat'], foreign: ['secretariat'] } },
  'mergers.read-all': { home: ['secretariat'], foreign: nobody },
  'mergers.plan': { country: { home: ['coordinator', 'secretariat'], foreign: ['secretariat'] } },
  'audit.read': officers,
  'audit.read-instance': { home: ['secretariat'], foreign: nobody },
  'support.manage': officers,
  'watching.read': officers,
  'watching.decide': officers,
  'watching.mend': officers,
  'standards.write': { town: officers, association: { home: ['coordinator'], foreign: nobody } },
  // The foreign country has no coordinator: the secretariat keeps its services.
  'national.keep': { country: { home: ['coordinator'], foreign: ['secretariat'] } },
  'legal.write': { country: { home: ['coordinator'], foreign: nobody } },
  'letters.write': { association: { home: ['coordinator'], foreign: nobody } },
  'letters.read': officers,
  'pact-texts.write': { instance: { home: ['secretariat'], foreign: nobody } },
  'pact-texts.approve': { instance: { home: ['secretariat'], foreign: nobody } },
  'pact-documents.write': { association: { home: ['coordinator'], foreign: nobody } },
  'pact-documents.read': officers,
  'proposals.decide': officers,
  'offers.read': officers,
  'offers.decide': officers,
  // The foreign country has no coordinator: the secretariat decides.
  'offers.decide-for': { country: { home: ['coordinator'], foreign: ['secretariat'] } },
  // Whether the town has an approver of its own decides about the secretariat, in the route.
  'erasure.erase': { home: ['approver', 'secretariat'], foreign: ['secretariat'] },
  'websites.read': officers,
  'websites.look': officers,
  'certificates.read': officers,
  'page-finder.use': { association: { home: ['coordinator'], foreign: nobody } },
  'questions.ask': officers,
  'questions.answer': { association: { home: ['coordinator'], foreign: nobody } },
  'exchange.read': sharers,
  'exchange.share': sharers,
  'exchange.copy': { association: { home: ['coordinator'], foreign: nobody } },
  'exchange.take-down': { instance: { home: ['secretariat'], foreign: nobody } },
  // The secretariat has no part in what an association writes to its members.
  'campaigns.run': { association: { home: ['coordinator'], foreign: nobody } },
  'campaigns.begin': officers,
  'signing.apply': { town: officers, association: { home: ['coordinator'], foreign: nobody } },
  // What others have begun is not found: decided by who began it, in the use case.
  'signing.apply-own': 'each signed-in person',
  'signing.withdraw': {
    town: { home: ['approver'], foreign: nobody },
    association: { home: ['coordinator'], foreign: nobody },
  },
  'signing.confirm': { association: { home: ['coordinator'], foreign: nobody } },
  // The foreign country has no coordinator: the secretariat enters its elections.
  'signing.elections': {
    association: { home: ['coordinator'], foreign: nobody },
    country: { home: nobody, foreign: ['secretariat'] },
  },
  'plans.read': officers,
  'plans.write': officers,
  'signing.decide': { instance: { home: ['secretariat'], foreign: nobody } },
  'practices.write': officers,
  'practices.use': officers,
  'practices.ask': {
    town: officers,
    association: { home: ['coordinator'], foreign: nobody },
    instance: { home: ['secretariat'], foreign: nobody },
  },
  'practices.translate': {
    town: officers,
    association: { home: ['coordinator'], foreign: nobody },
    instance: { home: ['secretariat'], foreign: nobody },
  },
  // Who may decide about which practice is decided by where they work, in the use case.
  'practices.review': { instance: { home: ['secretariat', 'reviewer'], foreign: nobody } },
  'practices.collect': { instance: { home: ['secretariat'], foreign: nobody } },
  'practices.choose': 'each signed-in person',
  'prints.write': officers,
  'prints.orders': { association: { home: ['coordinator'], foreign: nobody } },
  'toolkit.translate': sharers,
  'toolkit.review': { instance: { home: ['secretariat'], foreign: nobody } },
  'market.offer': officers,
  'market.keep': { home: ['officer', 'approver', 'secretariat'], foreign: ['secretariat'] },
  'conclusions.keep': { instance: { home: ['secretariat'], foreign: nobody } },
  // Who took part is decided in the use case: whoever did not finds nothing.
  'conclusions.take-part': { town: officers, association: { home: ['coordinator'], foreign: nobody } },
  'conclusions.own': { town: officers, ...sharers },
  'events.read': officers,
  'events.write': officers,
  'meetings.look': { instance: { home: ['secretariat', 'reviewer'], foreign: nobody } },
  'meetings.keep': { instance: { home: ['secretariat'], foreign: nobody } },
  'meetings.review': { instance: { home: ['reviewer'], foreign: nobody } },
  'meetings.bid': officers,
  // Whether the town receives the others is decided in the use case.
  'programme.keep': { home: ['officer', 'approver', 'secretariat'], foreign: ['secretariat'] },
  'delegations.keep': { home: ['officer', 'approver', 'secretariat'], foreign: ['secretariat'] },
  'delegations.register': { town: officers, association: { home: ['coordinator'], foreign: nobody } },
  'delegations.register-own': 'each signed-in person',
  'delegations.receive': officers,
  'events.keep': { instance: { home: ['secretariat'], foreign: nobody } },
  'progress.write': officers,
  'progress.keep': { instance: { home: ['secretariat'], foreign: nobody } },
  'progress.review': { instance: { home: ['reviewer'], foreign: nobody } },
  'support.ask': { home: ['coordinator'], foreign: nobody },
}
