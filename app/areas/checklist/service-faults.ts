/** Everything that stops a service from being saved or published. */
import { confidentialFaults } from './confidential.ts'
import type { FactChecks, FactFault, FactFaultCode } from './faults.ts'
import { type HoursFault, hoursFaults } from './hours/check-hours.ts'
import type { Address, Phone, ServiceFacts } from './schema.ts'

const hoursCode = (code: HoursFault['code']): FactFaultCode => {
  const camel = code.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())
  return `hours${camel}` as FactFaultCode
}

const hoursFound = (facts: ServiceFacts, checks: FactChecks, severity: HoursFault['severity']): FactFault[] =>
  hoursFaults(facts.hours, checks.today)
    .filter((each) => each.severity === severity)
    .map((each) => ({ code: hoursCode(each.code), path: ['hours', ...each.path] }))

const kindFaults = ({ kinds }: ServiceFacts, checks: FactChecks): FactFault[] =>
  kinds.length === 0
    ? [{ code: 'kindMissing', path: ['kinds'] }]
    : kinds.flatMap((id, index) => (checks.kinds.has(id) ? [] : [{ code: 'kindUnknown', path: ['kinds', index] }]))

const phoneFaults = (phones: readonly Phone[], checks: FactChecks): FactFault[] =>
  phones.flatMap(({ number, fictional }, index) =>
    fictional || checks.knownShort(number) || checks.phoneIsValid(number)
      ? []
      : [{ code: checks.mayBeShort(number) ? 'phoneShort' : 'phoneInvalid', path: ['phones', index, 'number'] }],
  )

const orderFaults = ({ ages, closure, alert }: ServiceFacts): FactFault[] => {
  const faults: FactFault[] = []
  if (ages && ages.min !== null && ages.max !== null && ages.min > ages.max) {
    faults.push({ code: 'agesOrder', path: ['ages', 'max'] })
  }
  if (closure?.to && closure.from > closure.to) faults.push({ code: 'closureOrder', path: ['closure', 'to'] })
  if (alert?.from && alert.until && alert.from > alert.until) {
    faults.push({ code: 'alertOrder', path: ['alert', 'until'] })
  }
  return faults
}

const linkFaults = (facts: ServiceFacts): FactFault[] =>
  (['web', 'chat'] as const).flatMap((field) => {
    const link = facts[field]
    return link === null || /^https?:\/\/[^\s/@]+\.[^\s/@]+/i.test(link) ? [] : [{ code: 'linkInvalid', path: [field] }]
  })

const unknownLanguages = (value: readonly string[], path: (string | number)[], checks: FactChecks): FactFault[] =>
  value.flatMap((code, index) =>
    checks.languages.has(code) ? [] : [{ code: 'languageUnknown', path: [...path, index] }],
  )

/** A record whose values are wordings is a text in languages, wherever it stands. */
function textLanguageFaults(value: unknown, path: (string | number)[], checks: FactChecks): FactFault[] {
  if (typeof value !== 'object' || value === null) return []
  const faults: FactFault[] = []
  for (const [key, each] of Object.entries(value)) {
    if (typeof each !== 'object' || each === null || (Array.isArray(each) && typeof each[0] !== 'object')) continue
    const here = () => [...path, Array.isArray(value) ? Number(key) : key]
    if (!('origin' in each && 'text' in each)) faults.push(...textLanguageFaults(each, here(), checks))
    else if (!checks.languages.has(key)) faults.push({ code: 'languageUnknown', path: here() })
  }
  return faults
}

/**
 * All faults at once, in the order of the form.
 *
 * @param knownAddresses where a place that is now confidential was before: no text may repeat it.
 */
export function serviceFaults(
  facts: ServiceFacts,
  checks: FactChecks,
  knownAddresses: readonly Address[] = [],
): FactFault[] {
  return [
    ...kindFaults(facts, checks),
    ...(Object.keys(facts.name).length === 0 ? [{ code: 'nameMissing', path: ['name'] } as const] : []),
    ...orderFaults(facts),
    ...phoneFaults(facts.phones, checks),
    ...linkFaults(facts),
    ...unknownLanguages(facts.languages, ['languages'], checks),
    ...facts.phones.flatMap((each, index) => unknownLanguages(each.languages, ['phones', index, 'languages'], checks)),
    ...textLanguageFaults(facts, [], checks),
    ...hoursFound(facts, checks, 'fault'),
    ...confidentialFaults(facts, knownAddresses),
  ]
}

/** Hours that are worth a second look; they stop nothing. */
export const serviceNotices = (facts: ServiceFacts, checks: FactChecks): FactFault[] =>
  hoursFound(facts, checks, 'notice')

/** Families read of it and find no way to it. Somebody may send people there, so it stops nothing. */
export const reachNotices = ({ phones, email, web, chat, place }: ServiceFacts): FactFault[] =>
  phones.length === 0 && !(email || web || chat) && place.type === 'none'
    ? [{ code: 'unreachable', path: ['phones'] }]
    : []
