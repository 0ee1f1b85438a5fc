/** The contact of an office ↔ the fields of its form. Pure. */
import type { FormFields } from '../../../platform/http/form.ts'
import { type AskingContact, askingContact } from './contact-schema.ts'

export type ContactFault = {
  /** Name of the field. */
  readonly field: string
  readonly code: 'nameMissing' | 'nameLong' | 'reachMissing' | 'email' | 'phone' | 'hours' | 'languages'
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const longestName = 120

/** What reading the form has to know of the world. */
export interface ContactReading {
  /** Codes of the languages in which the office may give its name. */
  readonly offered: readonly string[]
  /** A fictional association: each of its numbers is one kept for fiction. */
  readonly demonstration: boolean
  phoneIsValid(number: string): boolean
  readDay(text: string): readonly { readonly opens: string; readonly closes: string }[] | undefined
  readLanguages(text: string): { readonly codes: readonly string[] } | { readonly unknown: string }
}

export function contactFields(
  facts: AskingContact | undefined,
  languagesText: (codes: readonly string[]) => string,
): FormFields {
  if (!facts) return new Map()
  const hoursOf = (day: number) =>
    facts.hours.filter((one) => one.day === day).map(({ opens, closes }) => `${opens}-${closes}`)
  const entries = {
    name: facts.name,
    ...Object.fromEntries(Object.entries(facts.names).map(([code, name]) => [`name-${code}`, name])),
    email: facts.email ?? '',
    phone: facts.phone?.number ?? '',
    ...Object.fromEntries(weekdays.map((day) => [`day-${day}`, hoursOf(day).join(', ')])),
    languages: languagesText(facts.languages),
  }
  return new Map(Object.entries(entries).flatMap(([name, text]) => (text === '' ? [] : [[name, [text]] as const])))
}

/** Digits and what stands between them: even a number that is kept for fiction is one. */
const dialled = /^\+?[\d\s()./-]*\d[\d\s()./-]*$/

/** Arabic and Persian digits as Latin ones. */
const latinDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))

type Read = { readonly facts: AskingContact | undefined } | { readonly faults: readonly ContactFault[] }

/** @returns no facts for a form without anything in it: nobody is to be asked there any more. */
export function contactFrom(fields: FormFields, reading: ContactReading): Read {
  const faults: ContactFault[] = []
  const text = (name: string) => fields.get(name)?.[0]?.trim() ?? ''
  const own = ['name', 'email', 'phone', 'languages', ...weekdays.map((day) => `day-${day}`)]
  const named = reading.offered.map((code) => [code, text(`name-${code}`)] as const).filter(([, name]) => name !== '')
  if (own.every((name) => text(name) === '') && named.length === 0) return { facts: undefined }
  const [name, email, number] = [text('name'), text('email'), latinDigits(text('phone')).replace(/\s+/g, ' ')]
  if (name === '') faults.push({ field: 'name', code: 'nameMissing' })
  for (const [field, one] of [['name', name] as const, ...named.map(([code, each]) => [`name-${code}`, each] as const)])
    if (one.length > longestName) faults.push({ field, code: 'nameLong' })
  if (email === '' && number === '') faults.push({ field: 'email', code: 'reachMissing' })
  if (email !== '' && !askingContact.shape.email.safeParse(email).success)
    faults.push({ field: 'email', code: 'email' })
  if (number !== '' && !isNumber(number, reading)) faults.push({ field: 'phone', code: 'phone' })
  const hours = weekdays.flatMap((day) => {
    const read = reading.readDay(text(`day-${day}`))
    if (!read) faults.push({ field: `day-${day}`, code: 'hours' })
    return (read ?? []).map(({ opens, closes }) => ({ day, opens, closes }))
  })
  const spoken = reading.readLanguages(text('languages'))
  if ('unknown' in spoken) faults.push({ field: 'languages', code: 'languages' })
  if (faults.length > 0 || 'unknown' in spoken) return { faults }
  const phone = number === '' ? null : { number, fictional: reading.demonstration }
  const given = { name, names: Object.fromEntries(named), email: email || null, phone, hours, languages: spoken.codes }
  return { facts: askingContact.parse(given) }
}

function isNumber(number: string, { demonstration, phoneIsValid }: ContactReading): boolean {
  if (!dialled.test(number) || number.length > 40) return false
  return demonstration || phoneIsValid(number)
}
