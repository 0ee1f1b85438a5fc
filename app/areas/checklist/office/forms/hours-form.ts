/** When a service is there ↔ the fields of the form. */
import type { FormFields } from '../../../../platform/http/form.ts'
import { parseDay } from '../../hours/parse-hours.ts'
import type { WallInterval } from '../../hours/wall-clock.ts'
import { type OpeningHours, type ServiceFacts, schoolHolidayRules } from '../../schema.ts'
import { withSource } from '../service-texts.ts'
import { type FormContext, writtenIn } from './context.ts'
import { exceptionFields, exceptionRowCount, exceptionRows, exceptionsFrom } from './exception-rows.ts'
import { type FormReader, formFields, formReader, mergeFields, type Parsed } from './form.ts'
import { fortnightFields, fortnightlyFrom, fortnightRowOf, fortnightRows } from './fortnight-rows.ts'

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const whenChoices = ['weekly', 'always'] as const
export const holidayChoices = ['closed', 'as-usual'] as const
export const appointmentChoices = ['not-needed', 'possible', 'required'] as const

/** `09:00-12:00, 13:30-17:00` */
function intervalsText(intervals: readonly WallInterval[]): string {
  return intervals.map(({ opens, closes }) => `${opens}-${closes}`).join(', ')
}

export function hoursFieldsFrom(facts: ServiceFacts, context: FormContext): FormFields {
  const language = writtenIn(facts, context)
  const { hours } = facts
  const schoolWeek = hours.schoolHolidays?.rule === 'other' ? hours.schoolHolidays.weekly : []
  return mergeFields(
    formFields({
      when: hours.always ? 'always' : 'weekly',
      ...weekFields('day', hours.weekly),
      publicHolidays: hours.publicHolidays ?? '',
      schoolHolidays: hours.schoolHolidays?.rule ?? '',
      ...weekFields('school-day', schoolWeek),
      appointment: hours.appointment ?? '',
      hoursNote: hours.note[language]?.text ?? '',
      whenClosed: hours.whenClosed[language]?.text ?? '',
    }),
    fortnightFields(hours.fortnightly),
    exceptionFields(hours.exceptions, language),
  )
}

const weekFields = (name: string, weekly: OpeningHours['weekly']) =>
  Object.fromEntries(weekdays.map((day) => [`${name}-${day}`, intervalsText(weekly.filter((one) => one.day === day))]))

export function hoursFrom(fields: FormFields, before: ServiceFacts, context: FormContext): Parsed<ServiceFacts> {
  const form = formReader(fields)
  const language = writtenIn(before, context)
  const always = form.choice('when', whenChoices) === 'always'
  const weekly = weeklyFrom(form, 'day')
  const fortnightly = fortnightlyFrom(form)
  if (always && weekly.length + fortnightly.length > 0) form.refuse('when', 'alwaysWithDays')
  const hours: OpeningHours = {
    always,
    weekly,
    fortnightly,
    exceptions: exceptionsFrom(form, before.hours.exceptions, language),
    publicHolidays: form.choice('publicHolidays', holidayChoices),
    ...schoolHolidaysFrom(form),
    appointment: form.choice('appointment', appointmentChoices),
    note: withSource(before.hours.note, language, form.text('hoursNote')),
    whenClosed: withSource(before.hours.whenClosed, language, form.text('whenClosed')),
  }
  return form.outcome({ ...before, hours })
}

/** Nothing where nothing is said: so it is stored, too. */
function schoolHolidaysFrom(form: FormReader): Pick<OpeningHours, 'schoolHolidays'> {
  const rule = form.choice('schoolHolidays', schoolHolidayRules)
  const weekly = weeklyFrom(form, 'school-day')
  if (rule !== 'other') {
    if (weekly.length > 0) form.refuse('schoolHolidays', 'schoolHoursNotChosen')
    return rule === null ? {} : { schoolHolidays: { rule } }
  }
  const typed = weekdays.some((day) => form.text(`school-day-${day}`) !== '')
  if (!typed) form.refuse('school-day-1', 'schoolHoursMissing')
  return { schoolHolidays: { rule, weekly } }
}

/** @param name the beginning of the names of the seven fields. */
function weeklyFrom(form: FormReader, name: string): OpeningHours['weekly'] {
  return weekdays.flatMap((day) => readIntervals(form, `${name}-${day}`).map((interval) => ({ day, ...interval })))
}

/** The intervals of a field; none, with the fault told, where they can't be read. */
function readIntervals(form: FormReader, field: string): WallInterval[] {
  const read = parseDay(form.text(field))
  if ('intervals' in read) return read.intervals
  form.refuseValue(field, read.fault === 'half-am-pm' ? 'hoursHalf' : 'hours', read.at)
  return []
}

/** The field that a place in the facts of the hours is typed in. */
export function hoursFieldOf(path: readonly (string | number)[], hours: OpeningHours, fields: FormFields): string {
  const [part, index, field] = path
  if (part === 'weekly' && typeof index === 'number') return `day-${hours.weekly[index]?.day ?? 1}`
  if (part === 'fortnightly' && typeof index === 'number') {
    const row = fortnightRowOf(hours.fortnightly, index)
    return `fortnight-${fortnightRows(fields)[row] ?? row}-hours`
  }
  if (part === 'exceptions' && typeof index === 'number') {
    const row = exceptionRowCount(hours.exceptions.slice(0, index + 1)) - 1
    return `exception-${exceptionRows(fields)[row] ?? row}-${field === 'note' ? 'note' : 'from'}`
  }
  if (part === 'schoolHolidays' && hours.schoolHolidays?.rule === 'other' && typeof field === 'number') {
    return `school-day-${hours.schoolHolidays.weekly[field]?.day ?? 1}`
  }
  if (part === 'note') return 'hoursNote'
  if (part === 'whenClosed' || part === 'publicHolidays' || part === 'schoolHolidays' || part === 'appointment') {
    return part
  }
  return 'when'
}
