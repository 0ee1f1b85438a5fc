/** Openings of every second week ↔ rows of the form: a day on which it is open, and the hours. */
import type { FormFields } from '../../../../platform/http/form.ts'
import { parseDay } from '../../hours/parse-hours.ts'
import type { WallInterval } from '../../hours/wall-clock.ts'
import type { OpeningHours } from '../../schema.ts'
import { parseDate } from './date-field.ts'
import { type FormReader, formFields, mergeFields, usedRows } from './form.ts'

type Fortnightly = OpeningHours['fortnightly']

/** Rows of the form that say something, in the order of the facts. */
export const fortnightRows = (fields: FormFields) => usedRows(fields, 'fortnight', ['from', 'hours'])

/** Openings of one day are one row, as for a day of the week. */
const grouped = (fortnightly: Fortnightly) => [...Map.groupBy(fortnightly, ({ from }) => from)]

/** The row that shows an opening. */
export const fortnightRowOf = (fortnightly: Fortnightly, index: number): number =>
  grouped(fortnightly).findIndex(([from]) => from === fortnightly[index]?.from)

export function fortnightFields(fortnightly: Fortnightly): FormFields {
  const rows = grouped(fortnightly).map(([from, openings], index) =>
    formFields({
      [`fortnight-${index}-from`]: from,
      [`fortnight-${index}-hours`]: openings.map(({ opens, closes }) => `${opens}-${closes}`).join(', '),
    }),
  )
  return mergeFields(...rows)
}

export function fortnightlyFrom(form: FormReader): Fortnightly {
  return fortnightRows(form.fields).flatMap((index) => {
    const from = dayFrom(form, `fortnight-${index}-from`)
    const intervals = intervalsFrom(form, `fortnight-${index}-hours`)
    return from === null ? [] : intervals.map((interval) => ({ from, ...interval }))
  })
}

function dayFrom(form: FormReader, field: string): string | null {
  const text = form.text(field)
  const date = parseDate(text)
  if (text === '') form.refuse(field, 'fortnightFromMissing')
  else if (date === null) form.refuseValue(field, 'date', text)
  return date
}

function intervalsFrom(form: FormReader, field: string): WallInterval[] {
  const text = form.text(field)
  const read = parseDay(text)
  if ('fault' in read) form.refuseValue(field, read.fault === 'half-am-pm' ? 'hoursHalf' : 'hours', read.at)
  else if (read.intervals.length === 0) form.refuse(field, 'fortnightHoursMissing')
  else return read.intervals
  return []
}
