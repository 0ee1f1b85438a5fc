/** When school holidays are ↔ rows of the form, `holiday-<row>-from` and `-to`. Pure. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { DateRange } from '../../hours/school-holidays.ts'
import { parseDate } from './date-field.ts'
import { type FormReader, formFields, formReader, mergeFields, type Parsed, usedRows } from './form.ts'

/** Years of them; more are a mistake. */
const mostRanges = 100
const longestDays = 125

export function schoolHolidayFields(ranges: readonly DateRange[]): FormFields {
  return mergeFields(
    ...ranges.map(({ from, to }, row) => formFields({ [`holiday-${row}-from`]: from, [`holiday-${row}-to`]: to })),
  )
}

/** In order of their days, none twice. */
export function schoolHolidaysFrom(fields: FormFields): Parsed<readonly DateRange[]> {
  const form = formReader(fields)
  const found: (DateRange & { readonly field: string })[] = []
  for (const row of usedRows(fields, 'holiday', ['from', 'to']).slice(0, mostRanges)) {
    const range = rangeFrom(form, `holiday-${row}`)
    if (!range) continue
    const clash = found.some((other) => range.from <= other.to && other.from <= range.to)
    if (clash) form.refuse(`holiday-${row}-from`, 'schoolOverlap')
    else found.push({ ...range, field: `holiday-${row}` })
  }
  const sorted = found.map(({ from, to }) => ({ from, to })).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return form.outcome(sorted)
}

function rangeFrom(form: FormReader, row: string): DateRange | null {
  const [from, to] = [dayFrom(form, `${row}-from`), dayFrom(form, `${row}-to`)]
  if (form.text(`${row}-from`) === '') form.refuse(`${row}-from`, 'schoolHalf')
  if (form.text(`${row}-to`) === '') form.refuse(`${row}-to`, 'schoolHalf')
  if (from === null || to === null) return null
  if (to < from) form.refuse(`${row}-to`, 'schoolOrder')
  else if (Temporal.PlainDate.from(from).add({ days: longestDays }).toString() < to)
    form.refuse(`${row}-to`, 'schoolLong')
  else return { from, to }
  return null
}

function dayFrom(form: FormReader, field: string): string | null {
  const text = form.text(field)
  const date = parseDate(text)
  if (date === null && text !== '') form.refuseValue(field, 'date', text)
  return date
}
