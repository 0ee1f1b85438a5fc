/**
 * Days with other hours ↔ rows of the form. Several openings on the same days are one row, as a reader sees them:
 * `9-12, 14-16`.
 */
import type { FormFields } from '../../../../platform/http/form.ts'
import { parseDay } from '../../hours/parse-hours.ts'
import type { OpeningHours } from '../../schema.ts'
import { withSource } from '../service-texts.ts'
import { readDay } from './date-field.ts'
import { type FormReader, formFields, mergeFields, rememberedRows, usedRows } from './form.ts'

type Exception = OpeningHours['exceptions'][number]

/** Rows of the form that hold days, in the order of the facts. */
export const exceptionRows = (fields: FormFields) =>
  usedRows(fields, 'exception', ['from', 'to', 'hours', 'note', 'closed'])

/** How many rows show these exceptions. */
export const exceptionRowCount = (exceptions: readonly Exception[]): number => grouped(exceptions).length

/** Consecutive openings of the same days; one that is a note or a closure of its own begins another row. */
function grouped(exceptions: readonly Exception[]): Exception[][] {
  const groups: Exception[][] = []
  for (const exception of exceptions) {
    const last = groups.at(-1)
    const first = last?.[0]
    const joins =
      first?.from === exception.from &&
      first.to === exception.to &&
      first.opens !== null &&
      exception.opens !== null &&
      Object.keys(exception.note).length === 0
    if (last && joins) last.push(exception)
    else groups.push([exception])
  }
  return groups
}

const hoursText = (group: readonly Exception[]): string =>
  group.flatMap(({ opens, closes }) => (opens === null || closes === null ? [] : [`${opens}-${closes}`])).join(', ')

const rowKey = (group: readonly Exception[]): string => `${group[0]?.from}/${group[0]?.to}/${hoursText(group)}`

export function exceptionFields(exceptions: readonly Exception[], language: string): FormFields {
  const rows = grouped(exceptions).map((group, index) => {
    const [first] = group
    const row = `exception-${index}`
    return formFields({
      [`${row}-was`]: rowKey(group),
      [`${row}-from`]: first?.from ?? '',
      [`${row}-to`]: first && first.to !== first.from ? first.to : '',
      [`${row}-hours`]: hoursText(group),
      [`${row}-closed`]: first?.opens === null ? 'yes' : '',
      [`${row}-note`]: first?.note[language]?.text ?? '',
    })
  })
  return mergeFields(...rows)
}

export function exceptionsFrom(form: FormReader, before: readonly Exception[], language: string): Exception[] {
  const wasOf = rememberedRows(grouped(before), rowKey)
  return exceptionRows(form.fields).flatMap((index) => {
    const row = `exception-${index}`
    return exceptionFrom(form, row, wasOf(form.text(`${row}-was`))?.[0], language)
  })
}

function exceptionFrom(form: FormReader, row: string, was: Exception | undefined, language: string): Exception[] {
  const from = readDay(form, `${row}-from`)
  if (form.text(`${row}-from`) === '') form.refuse(`${row}-from`, 'exceptionFromMissing')
  const to = form.text(`${row}-to`) === '' ? from : readDay(form, `${row}-to`)
  const intervals = intervalsFrom(form, row)
  const note = withSource(was?.note ?? {}, language, form.text(`${row}-note`))
  if (from === null || to === null || intervals === null) return []
  if (to < from) form.refuse(`${row}-to`, 'exceptionOrder')
  if (intervals.length === 0) return [{ from, to, opens: null, closes: null, note }]
  return intervals.map((interval, index) => ({ from, to, ...interval, note: index === 0 ? note : {} }))
}

/** None: closed all day. Neither hours nor the tick could mean either, so it is asked. */
function intervalsFrom(form: FormReader, row: string): { opens: string; closes: string }[] | null {
  const text = form.text(`${row}-hours`)
  const closed = form.ticked(`${row}-closed`)
  const read = parseDay(text)
  if ('fault' in read) form.refuseValue(`${row}-hours`, read.fault === 'half-am-pm' ? 'hoursHalf' : 'hours', read.at)
  else if (!closed && text === '') form.refuse(`${row}-hours`, 'exceptionHoursMissing')
  else if (closed && read.intervals.length > 0) form.refuse(`${row}-hours`, 'exceptionBoth')
  else return read.intervals
  return null
}
