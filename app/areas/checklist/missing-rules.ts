/**
 * What a town has still to say, first things first, with an estimate of the minutes each takes. First what protects a
 * child: core kinds without an answer or a service, services that nobody can reach or that do not say whether they tell
 * anyone, hours of protective services. Then what services must say, what is to be checked again, and last what they
 * should say. Never a score.
 */
import { answerReviewDue, serviceReviewDue } from './answers.ts'
import { type KindState, missingFirst } from './completeness.ts'
import type { Completeness } from './completeness-data.ts'
import { type FactId, isMissing } from './fact-rules.ts'
import type { Checklist, ServiceKind } from './kinds.ts'
import type { Clocks } from './review-clocks.ts'
import type { Answer, ServiceFacts } from './schema.ts'

export const missingGroups = ['first', 'must', 'check', 'should'] as const
export type MissingGroup = (typeof missingGroups)[number]

/** A provider who was asked whether everything is still right, and whose answer the office waits for. */
export interface AskedProvider {
  readonly on: Temporal.PlainDate
  /** The day on which the office is asked to look, if nobody has answered. */
  readonly until: Temporal.PlainDate
}

type Asked =
  | { readonly what: 'answer' | 'service' | 'checkAnswer'; readonly kind: ServiceKind }
  | {
      readonly what: 'checkService'
      readonly service: string
      /** Its provider looks at it meanwhile. */
      readonly asked?: AskedProvider | undefined
    }
  | { readonly what: 'fact'; readonly service: string; readonly fact: FactId }
export type MissingItem = Asked & { readonly group: MissingGroup; readonly minutes: number }

export interface MissingFact {
  readonly fact: FactId
  readonly level: 'must' | 'should'
}

/** A service of several kinds must say what any of them asks for. In the order in which facts are asked for. */
export function missingFacts({ facts: wanted, wantedOf }: Completeness, facts: ServiceFacts): MissingFact[] {
  const profiles = facts.kinds.map(wantedOf)
  return wanted.flatMap(({ id }): MissingFact[] => {
    const must = profiles.some((one) => one.must.has(id))
    if (!(must || profiles.some((one) => one.should.has(id))) || !isMissing(facts, id)) return []
    return [{ fact: id, level: must ? 'must' : 'should' }]
  })
}

/** Whether a service says all that it must. */
export const saysAll = (completeness: Completeness, facts: ServiceFacts): boolean =>
  missingFacts(completeness, facts).every(({ level }) => level === 'should')

export interface Drafted {
  readonly answers: readonly { readonly answer: Answer }[]
  readonly services: readonly { readonly id: string; readonly facts: ServiceFacts }[]
}

export interface Looked {
  readonly today: Temporal.PlainDate
  /** Those of the town. */
  readonly clocks: Clocks
  /** Ids of kinds that a district, region or country offers to this town. */
  readonly servedByOthers: ReadonlySet<string>
  /** By id of the service. */
  readonly asked?: ReadonlyMap<string, AskedProvider>
}

type Reference = { readonly checklist: Checklist; readonly completeness: Completeness }

/** Whether a day to look again has come. */
const isDue = (due: string | undefined, today: Temporal.PlainDate): boolean =>
  due !== undefined && due <= today.toString()

/** Whether what a service says has been checked within its clock. */
export const isFresh = (facts: ServiceFacts, { clocks, today }: Pick<Looked, 'clocks' | 'today'>): boolean =>
  facts.checked !== null && !isDue(serviceReviewDue(facts, clocks), today)

function ofKind({ kind, answer, state }: KindState, { minutes }: Completeness, looked: Looked): MissingItem[] {
  const group = kind.level === 'must' ? 'first' : 'should'
  if (state === 'unanswered') return [{ what: 'answer', kind, group, minutes: minutes.answer }]
  if (state === 'needs-service') return [{ what: 'service', kind, group, minutes: minutes.service }]
  if (!answer || !isDue(answerReviewDue(answer, looked.clocks), looked.today)) return []
  return [{ what: 'checkAnswer', kind, group: 'check', minutes: minutes.checkAnswer }]
}

function ofService(
  { id, facts }: Drafted['services'][number],
  { checklist, completeness }: Reference,
  looked: Looked,
): MissingItem[] {
  const protective = facts.kinds.some((kind) => checklist.byId(kind)?.reviewEveryMonths === 3)
  const groupOf = ({ fact, level }: MissingFact): MissingGroup => {
    if (level === 'should') return 'should'
    const { first } = completeness.fact(fact)
    return first === 'always' || (first === 'protective' && protective) ? 'first' : 'must'
  }
  const items = missingFacts(completeness, facts).map((missing): MissingItem => {
    const { minutes } = completeness.fact(missing.fact)
    return { what: 'fact', service: id, fact: missing.fact, group: groupOf(missing), minutes }
  })
  if (isFresh(facts, looked)) return items
  const asked = looked.asked?.get(id)
  const minutes = asked ? 0 : completeness.minutes.checkService
  return [...items, { what: 'checkService', service: id, group: 'check', minutes, asked }]
}

/** More than there are facts. */
const placesInGroup = 100

/** Everything, in the order in which it helps families most; the same for the same facts. */
export function missingItems(reference: Reference, draft: Drafted, looked: Looked): MissingItem[] {
  const { checklist, completeness } = reference
  const states = missingFirst(checklist, draft, looked.today, looked.clocks, looked.servedByOthers)
  const facts = completeness.facts.map(({ id }) => id)
  // Within a group: reaching somebody comes before everything but a missing answer.
  const place = (item: MissingItem): number => {
    if (item.what === 'answer') return 0
    if (item.what === 'service') return 2
    // Others do it.
    if (item.what === 'checkService' && item.asked) return placesInGroup - 1
    return item.what === 'fact' ? (item.fact === 'contact' ? 1 : 3 + facts.indexOf(item.fact)) : 3
  }
  const found = [
    ...states.flatMap((state) => ofKind(state, completeness, looked)),
    ...draft.services.flatMap((one) => ofService(one, reference, looked)),
  ]
  // Tens of thousands for a town with thousands of services: put in place, not compared.
  const places: MissingItem[][] = []
  for (const item of found) {
    const at = missingGroups.indexOf(item.group) * placesInGroup + place(item)
    const there = places[at]
    if (there) there.push(item)
    else places[at] = [item]
  }
  return places.flat()
}

/** Whether the office has to do it: nobody else has been asked. */
export const isToDo = (item: MissingItem): boolean => !(item.what === 'checkService' && item.asked)

/** The draft as it asks something of the office: what providers are looking at counts as checked. */
export function withoutAsked<
  One extends Drafted['services'][number],
  Draft extends { readonly services: readonly One[] },
>(draft: Draft, { today, asked }: Pick<Looked, 'today' | 'asked'>): Draft {
  if (!asked || asked.size === 0) return draft
  const checked = { on: today.toString(), by: 'provider' } as const
  const services = draft.services.map((one) => (asked.has(one.id) ? { ...one, facts: { ...one.facts, checked } } : one))
  return { ...draft, services }
}

/** Of each group: how many things, and the minutes they take together. */
export function groupTotals(items: readonly MissingItem[]) {
  return missingGroups.map((group) => {
    const own = items.filter((item) => item.group === group && isToDo(item))
    return { group, count: own.length, minutes: own.reduce((sum, { minutes }) => sum + minutes, 0) }
  })
}
