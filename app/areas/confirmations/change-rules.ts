/** What a provider's change makes of the facts of a service. */
import type { Phone, Service, ServiceFacts } from '../checklist/index.ts'
import type { ChangePart, ProviderChange } from './schema.ts'
import { changeParts } from './schema.ts'

/** The parts of a change that say something. */
export function partsOf(change: ProviderChange): ChangePart[] {
  return changeParts.filter((part) => change[part] !== undefined)
}

/** What the software can write into the draft; the rest takes somebody who reads it. */
export function isWrittenByItself(part: ChangePart, change: ProviderChange): boolean {
  return (
    part === 'phones' || part === 'email' || part === 'web' || (part === 'closed' && change.closed?.how === 'for-now')
  )
}

/**
 * Numbers that stay keep what is known about them. Where as many are left as before, a new number stands in the place of
 * the one it replaces, with its label, its languages and its hours; otherwise it begins with nothing.
 */
export function withNumbers(phones: readonly Phone[], numbers: readonly string[], demonstration: boolean): Phone[] {
  const sameCount = phones.length === numbers.length
  return numbers.map((number, index): Phone => {
    const known = phones.find((phone) => phone.number === number)
    if (known) return known
    const replaced = sameCount ? phones[index] : undefined
    const before = replaced && !numbers.includes(replaced.number) ? replaced : undefined
    return {
      label: {},
      channels: ['voice'],
      languages: [],
      hours: {},
      cost: null,
      showsOnBill: null,
      ...before,
      number,
      // Another number than the one that was kept for fiction may be real.
      fictional: demonstration,
    }
  })
}

export interface TakingOver {
  readonly change: ProviderChange
  /** What the officer takes over. */
  readonly parts: readonly ChangePart[]
  /** ISO date on which the provider sent it. */
  readonly sentOn: string
  readonly demonstration: boolean
}

/**
 * The draft with what is taken over. Only where all of it is taken over does the provider stand behind what is then
 * published: the day of the check is theirs.
 */
export function takenOver(draft: ServiceFacts, { change, parts, sentOn, demonstration }: TakingOver): ServiceFacts {
  const takes = (part: ChangePart) => parts.includes(part)
  const all = partsOf(change).every(takes)
  const later = draft.checked && draft.checked.on > sentOn
  return {
    ...draft,
    ...(takes('phones') && change.phones ? { phones: withNumbers(draft.phones, change.phones, demonstration) } : {}),
    ...(takes('email') && change.email !== undefined ? { email: change.email } : {}),
    ...(takes('web') && change.web !== undefined ? { web: change.web } : {}),
    ...(takes('closed') && change.closed?.how === 'for-now'
      ? { closure: { from: sentOn, to: change.closed.until, text: draft.closure?.text ?? {} } }
      : {}),
    ...(all && !later ? { checked: { on: sentOn, by: 'provider' as const } } : {}),
  }
}

/** What the form shows before anybody has typed. */
export function publishedFields({ phones, email, web }: Service): Readonly<Record<'phones' | 'email' | 'web', string>> {
  return { phones: phones.map(({ number }) => number).join('\n'), email: email ?? '', web: web ?? '' }
}
