/** How, when and by which page somebody made sure of a number. */
import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form.ts'
import { type Check, oldestCheckDays } from '../keeping-rules.ts'
import { checkWays } from '../schema.ts'
import { type FormReader, formFields, latinDigits } from './form.ts'

/** What the form proposes: today. */
export function checkFields(today: string): FormFields {
  const { day, month, year } = Temporal.PlainDate.from(today)
  return formFields({ 'on-day': `${day}`, 'on-month': `${month}`, 'on-year': `${year}` })
}

const longestNote = 500

/** For the office alone. */
export function noteFrom(form: FormReader): string {
  const note = form.text('note')
  if (note.length > longestNote) form.refuse('note', 'noteLong')
  return note
}

/** @returns undefined where it is refused. @param today ISO date in the country. */
export function checkFrom(form: FormReader, today: string): Check | undefined {
  const how = form.choice('how', checkWays)
  if (how === null) form.refuse('how', 'how')
  const on = dateFrom(form, today)
  const source = linkFrom(form, 'source')
  if (how === 'website' && form.text('source') === '') form.refuse('source', 'sourceMissing')
  return how === null || on === undefined ? undefined : { how, on, source }
}

function dateFrom(form: FormReader, today: string): string | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => latinDigits(form.text(`on-${part}`)))
  const on = dateOf(day, month, year)
  const oldest = Temporal.PlainDate.from(today).subtract({ days: oldestCheckDays }).toString()
  if (on === undefined) form.refuse('on', 'date', 'on-day')
  else if (on > today) form.refuse('on', 'dateFuture', 'on-day')
  else if (on < oldest) form.refuse('on', 'dateOld', 'on-day')
  else return on
  return undefined
}

function dateOf(day: string, month: string, year: string): string | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined
  try {
    const parts = { day: Number(day), month: Number(month), year: Number(year) }
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** A web address; `https://` is put before what starts like `www.example.org`. */
export function linkFrom(form: FormReader, field: string): string | null {
  const text = form.text(field)
  if (text === '') return null
  const address = /^[a-z][a-z+.-]*:/i.test(text) ? text : `https://${text}`
  const { success, data } = z.httpUrl().safeParse(address)
  if (success && data.length <= 500) return data
  form.refuse(field, 'link')
  return null
}
