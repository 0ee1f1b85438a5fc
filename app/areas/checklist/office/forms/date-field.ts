/** Dates as officers type them. All pure; dates leave as ISO 8601. */
import type { FormFields } from '../../../../platform/http/form.ts'
import { type FormReader, formFields } from './form.ts'

/** The fields of a date in three parts, `<name>-day`, `-month`, `-year`. */
export function dateFields(name: string, date: string | null | undefined): FormFields {
  if (!date) return new Map()
  const { day, month, year } = Temporal.PlainDate.from(date)
  return formFields({ [`${name}-day`]: `${day}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` })
}

/** The date in three parts; null where all are empty, or where it is refused. */
export function readDateParts(form: FormReader, name: string): string | null {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => form.text(`${name}-${part}`))
  if (!day && !month && !year) return null
  const date = dateOf(day, month, year)
  if (date === null) form.refuse(name, 'dateInvalid', `${name}-day`)
  return date
}

/** The date in one field; null where nothing was typed, or where it is refused. */
export function readDay(form: FormReader, field: string): string | null {
  const text = form.text(field)
  const date = parseDate(text)
  if (date === null && text !== '') form.refuseValue(field, 'date', text)
  return date
}

/** The ISO date of `2026-12-24`, `24.12.2026`, `24/12/2026` or `24-12-2026`, in any digits; null for anything else. */
export function parseDate(text: string): string | null {
  const plain = latinDigits(text.trim())
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (iso) return dateOf(iso[3] ?? '', iso[2] ?? '', iso[1] ?? '')
  const written = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})\.?$/.exec(plain)
  return written ? dateOf(written[1] ?? '', written[2] ?? '', written[3] ?? '') : null
}

function dateOf(...parts: [day: string, month: string, year: string]): string | null {
  const [day = '', month = '', year = ''] = parts.map(latinDigits)
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null
  try {
    const fields = { day: Number(day), month: Number(month), year: Number(year) }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

/** Arabic and Persian digits as Latin ones. */
export function latinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
}
