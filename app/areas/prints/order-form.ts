/** The order of printed copies as a form. Pure. */
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import { latinDigits } from '../checklist/index.ts'

export const mostCopies = 100_000
const [longestAddress, longestNote] = [500, 1_000]

export const orderFields = ['what', 'language', 'copies', 'address', 'note'] as const
export type OrderField = (typeof orderFields)[number]
export type TypedOrder = Readonly<Record<OrderField, string>>

export interface OrderFault {
  readonly field: OrderField
  readonly code: 'choose' | 'copies' | 'missing' | 'long'
}

export interface Ordered {
  readonly what: string
  readonly language: string
  readonly copies: number
  readonly address: string
  readonly note: string
}

export const orderTyped = (fields: FormFields): TypedOrder => ({
  what: fieldText(fields, 'what'),
  language: fieldText(fields, 'language'),
  copies: fieldText(fields, 'copies'),
  address: fieldText(fields, 'address'),
  note: fieldText(fields, 'note'),
})

/** Digits of any script, in thousands as any language sets them apart; no part of a copy. NaN for anything else. */
function copiesOf(text: string): number {
  const plain = latinDigits(text).replace(/[\u200e\u200f\u061c]/g, '')
  return /^[1-9]\d{0,2}(?:[\s.,'’٬]\d{3})+$|^[1-9]\d{0,5}$/.test(plain) ? Number(plain.replace(/\D/g, '')) : Number.NaN
}

/** @param offered what can be ordered, and in which languages. */
export function orderFrom(
  typed: TypedOrder,
  offered: { readonly what: ReadonlySet<string>; readonly languages: ReadonlySet<string> },
): Ordered | { readonly faults: readonly OrderFault[] } {
  const copies = copiesOf(typed.copies)
  const faults: OrderFault[] = []
  if (!offered.what.has(typed.what)) faults.push({ field: 'what', code: 'choose' })
  if (!offered.languages.has(typed.language)) faults.push({ field: 'language', code: 'choose' })
  if (!(copies <= mostCopies)) faults.push({ field: 'copies', code: 'copies' })
  if (typed.address === '') faults.push({ field: 'address', code: 'missing' })
  if (typed.address.length > longestAddress) faults.push({ field: 'address', code: 'long' })
  if (typed.note.length > longestNote) faults.push({ field: 'note', code: 'long' })
  return faults.length > 0 ? { faults } : { ...typed, copies }
}
