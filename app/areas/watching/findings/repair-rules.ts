/** What one click can put right in a draft, and whether it still has to be. */
import type { ServiceFacts } from '../../checklist/index.ts'
import { closureSaid, type FindingKind, type Found, isOver } from './finding-rules.ts'

export type RepairKind = 'take-over' | 'secure' | 'write-number' | 'delete'

type Finding = Pick<Found, 'thing' | 'fact' | 'kind' | 'value' | 'seen'>

const repairs: Partial<Record<FindingKind, RepairKind>> = {
  'link-moved': 'take-over',
  'link-insecure': 'secure',
  'number-form': 'write-number',
  'number-invalid': 'write-number',
  'closure-past': 'delete',
  'alert-past': 'delete',
  'exceptions-past': 'delete',
}

/** What can be done about it at once; undefined where somebody has to look and write. */
export function repairOf({ thing, fact, kind, seen }: Finding): RepairKind | undefined {
  // Words are somebody's own: a link inside of them is corrected by hand.
  if (thing !== 'service' || seen === '' || standsInText({ fact, kind })) return undefined
  return repairs[kind]
}

/** A link within words, not in a field of its own. */
export const standsInText = ({ fact, kind }: Pick<Finding, 'fact' | 'kind'>): boolean =>
  kind.startsWith('link-') && fact !== 'web' && fact !== 'chat'

const spans = ({ hours }: ServiceFacts): string[] => hours.exceptions.map(({ from, to }) => `${from}/${to}`)

/** Whether a draft still says what was found. */
export function stillSays(facts: ServiceFacts, { fact, kind, value }: Finding): boolean {
  if (fact === 'web' || fact === 'chat') return facts[fact] === value
  if (fact === 'phones') return facts.phones.some(({ number }) => number === value)
  if (kind === 'closure-past') return facts.closure?.to === value
  if (kind === 'closure-endless') return facts.closure?.to === null && closureSaid(facts.closure) === value
  if (kind === 'alert-past') return facts.alert?.until === value
  if (kind === 'alert-endless') return facts.alert?.until === null
  if (kind === 'exceptions-past' || kind === 'exception-endless') {
    return value.split(' ').some((span) => spans(facts).includes(span))
  }
  // What else is wrong with hours has no value of its own.
  return true
}

/** The draft with this one thing put right; undefined where there is nothing to do any more. */
export function repaired(facts: ServiceFacts, finding: Finding, today: Temporal.PlainDate): ServiceFacts | undefined {
  const { fact, kind, value, seen } = finding
  const repair = repairOf(finding)
  if (!repair || !stillSays(facts, finding)) return undefined
  if (fact === 'web' || fact === 'chat') return { ...facts, [fact]: seen }
  if (fact === 'phones') {
    const phones = facts.phones.map((phone) => (phone.number === value ? { ...phone, number: seen } : phone))
    return { ...facts, phones }
  }
  if (kind === 'closure-past') return { ...facts, closure: null }
  if (kind === 'alert-past') return { ...facts, alert: null }
  const exceptions = facts.hours.exceptions.filter((one) => !isOver(one, today))
  return { ...facts, hours: { ...facts.hours, exceptions } }
}
