/** What a provider has typed → what is different from what is published, or what is wrong with it. */
import { z } from 'zod'
import type { Service } from '../checklist/index.ts'
import { publishedFields } from './change-rules.ts'
import type { ProviderChange } from './schema.ts'

export interface TypedChange {
  readonly phones: string
  readonly email: string
  readonly web: string
  readonly hours: string
  readonly closed: string
  readonly until: string
  readonly other: string
}
export type ChangeField = keyof TypedChange

/** Message `confirm.error.<code>`. */
export type ChangeFaultCode = 'phone' | 'many' | 'email' | 'web' | 'long' | 'until' | 'untilPast' | 'place' | 'nothing'
export interface ChangeFault {
  readonly field: ChangeField
  readonly code: ChangeFaultCode
}

export interface ChangeChecks {
  readonly today: Temporal.PlainDate
  readonly isPhone: (number: string) => boolean
  /** ISO date, or null. */
  readonly readDate: (text: string) => string | null
  /** Whether a text says where a place is that nobody may know. */
  readonly saysWhere: (text: string) => boolean
}

export type ReadChange =
  | { readonly ok: true; readonly change: ProviderChange }
  | { readonly ok: false; readonly faults: readonly ChangeFault[] }

const mostPhones = 20
const longest = { phones: 1000, email: 254, web: 1000, hours: 1000, other: 2000 } as const

export function readChange(typed: TypedChange, published: Service, checks: ChangeChecks): ReadChange {
  const faults: ChangeFault[] = []
  const refuse = (field: ChangeField, code: ChangeFaultCode) => faults.push({ field, code })
  for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    if (typed[field].length > most) refuse(field, 'long')
    else if (published.place.type === 'confidential' && checks.saysWhere(typed[field])) refuse(field, 'place')
  }
  const change = {
    ...phonesOf(typed, published, checks, refuse),
    ...emailOf(typed, published, refuse),
    ...webOf(typed, published, refuse),
    ...(typed.hours ? { hours: typed.hours } : {}),
    ...closedOf(typed, checks, refuse),
    ...(typed.other ? { other: typed.other } : {}),
  }
  if (faults.length === 0 && Object.keys(change).length === 0) refuse('phones', 'nothing')
  return faults.length > 0 ? { ok: false, faults } : { ok: true, change }
}

type Refuse = (field: ChangeField, code: ChangeFaultCode) => void

/** One a line. */
function phonesOf(
  { phones }: TypedChange,
  published: Service,
  { isPhone }: ChangeChecks,
  refuse: Refuse,
): ProviderChange {
  if (phones === publishedFields(published).phones) return {}
  const lines = phones.split('\n').map((line) => line.trim())
  const numbers = [...new Set(lines.filter((line) => line !== ''))]
  const known = new Set(published.phones.map(({ number }) => number))
  if (numbers.length > mostPhones) refuse('phones', 'many')
  else if (numbers.some((number) => !known.has(number) && !isPhone(number))) refuse('phones', 'phone')
  return numbers.join('\n') === publishedFields(published).phones ? {} : { phones: numbers }
}

function emailOf({ email }: TypedChange, published: Service, refuse: Refuse): ProviderChange {
  if (email === (published.email ?? '')) return {}
  if (email === '') return { email: null }
  if (z.email().safeParse(email).success) return { email }
  refuse('email', 'email')
  return {}
}

/** `https://` is put before what begins like `www.example.org`. */
function webOf({ web }: TypedChange, published: Service, refuse: Refuse): ProviderChange {
  if (web === (published.web ?? '')) return {}
  if (web === '') return { web: null }
  const address = /^[a-z][a-z+.-]*:/i.test(web) ? web : `https://${web}`
  if (z.httpUrl().safeParse(address).success && /^https?:\/\/[^\s/@]+\.[^\s/@]+/i.test(address)) return { web: address }
  refuse('web', 'web')
  return {}
}

function closedOf({ closed, until }: TypedChange, checks: ChangeChecks, refuse: Refuse): ProviderChange {
  if (closed === 'for-good') return { closed: { how: 'for-good' } }
  if (closed !== 'for-now') return {}
  if (until === '') return { closed: { how: 'for-now', until: null } }
  const date = checks.readDate(until)
  if (date === null) refuse('until', 'until')
  else if (date < checks.today.toString()) refuse('until', 'untilPast')
  return { closed: { how: 'for-now', until: date } }
}
