/** When school holidays are ↔ rows of the form, `holiday-<row>-from` and `-to`. Pure. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { DateRange } from '../../hours/school-holidays.ts'
import { readDay } from './date-field.ts'
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
  const found: DateRange[] = []
  const used = usedRows(fields, 'holiday', ['from', 'to'])
  const tooMany = used[mostRanges]
  if (tooMany !== undefined) form.refuse(`holiday-${tooMany}-from`, 'schoolTooMany')
  for (const row of used) {
    const range = rangeFrom(form, `holiday-${row}`)
    if (!range) continue
    const clash = found.some((other) => range.from <= other.to && other.from <= range.to)
    if (clash) form.refuse(`holiday-${row}-from`, 'schoolOverlap')
    else found.push(range)
  }
  return form.outcome(found.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
}

function rangeFrom(form: FormReader, row: string): DateRange | null {
  const [from, to] = [readDay(form, `${row}-from`), readDay(form, `${row}-to`)]
  if (form.text(`${row}-from`) === '') form.refuse(`${row}-from`, 'schoolHalf')
  if (form.text(`${row}-to`) === '') form.refuse(`${row}-to`, 'schoolHalf')
  if (from === null || to === null) return null
  if (to < from) form.refuse(`${row}-to`, 'schoolOrder')
  else if (Temporal.PlainDate.from(from).add({ days: longestDays }).toString() < to)
    form.refuse(`${row}-to`, 'schoolLong')
  else return { from, to }
  return null
}
