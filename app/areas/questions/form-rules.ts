/** What people type into the forms of questions. Pure. */
import type { FormFields } from '../../platform/http/form.ts'

const longestSubject = 150
export const longestText = 8_000

export const faultCodes = [
  'subjectMissing',
  'subjectLong',
  'textMissing',
  'textLong',
  'associationMissing',
  'date',
  'dateFuture',
] as const
export interface QuestionFault {
  /** Name of the field. */
  readonly field: 'subject' | 'text' | 'association' | 'received'
  readonly code: (typeof faultCodes)[number]
}

type Read<T> = T | { readonly faults: readonly QuestionFault[] }

const typed = (fields: FormFields, name: string) => fields.get(name)?.[0]?.trim() ?? ''

function textFaults(text: string): QuestionFault[] {
  if (text === '') return [{ field: 'text', code: 'textMissing' }]
  return text.length > longestText ? [{ field: 'text', code: 'textLong' }] : []
}

/** @param associations ids of those that the town belongs to; with one alone there is nothing to choose. */
export function questionFrom(
  fields: FormFields,
  associations: readonly string[],
): Read<{ readonly subject: string; readonly text: string; readonly association: string }> {
  const subject = typed(fields, 'subject').replace(/\s+/g, ' ')
  const text = typed(fields, 'text')
  const [only] = associations
  const chosen = associations.length === 1 ? only : associations.find((id) => id === typed(fields, 'association'))
  const faults: QuestionFault[] = []
  if (chosen === undefined) faults.push({ field: 'association', code: 'associationMissing' })
  if (subject === '') faults.push({ field: 'subject', code: 'subjectMissing' })
  else if (subject.length > longestSubject) faults.push({ field: 'subject', code: 'subjectLong' })
  faults.push(...textFaults(text))
  return chosen === undefined || faults.length > 0 ? { faults } : { subject, text, association: chosen }
}

export function messageFrom(fields: FormFields): Read<{ readonly text: string }> {
  const text = typed(fields, 'text')
  const faults = textFaults(text)
  return faults.length > 0 ? { faults } : { text }
}

/**
 * What came by mail, put in by hand.
 *
 * @param parseDate gives the ISO date of what was typed, or null. @param today ISO date.
 */
export function pastedFrom(
  fields: FormFields,
  parseDate: (text: string) => string | null,
  today: string,
): Read<{ readonly text: string; readonly receivedOn: string }> {
  const text = typed(fields, 'text')
  const day = parseDate(typed(fields, 'received'))
  const faults: QuestionFault[] = []
  if (day === null) faults.push({ field: 'received', code: 'date' })
  else if (day > today) faults.push({ field: 'received', code: 'dateFuture' })
  faults.push(...textFaults(text))
  return day === null || faults.length > 0 ? { faults } : { text, receivedOn: day }
}
