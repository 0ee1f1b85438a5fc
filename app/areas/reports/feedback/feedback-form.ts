/** What reviewers and towns type to each other. Pure. */
import type { FormFields } from '../../../platform/http/form.ts'
import { longestAnswer } from '../schema.ts'
import type { Feedback, TownAnswer } from './review-store.ts'

export const feedbackFields = ['strong', 'ask', 'helped'] as const
export type FeedbackField = (typeof feedbackFields)[number]

export interface FeedbackFault {
  readonly field: FeedbackField | 'answer'
  readonly code: 'missing' | 'long' | 'number'
}

const typed = (fields: FormFields, name: string) => fields.get(name)?.[0]?.trim() ?? ''

interface Reading {
  namesNumber(text: string): boolean
}

function faultOf(field: FeedbackFault['field'], text: string, { namesNumber }: Reading): FeedbackFault[] {
  if (text === '') return [{ field, code: 'missing' }]
  if (text.length > longestAnswer) return [{ field, code: 'long' }]
  return namesNumber(text) ? [{ field, code: 'number' }] : []
}

/** What helped elsewhere may be left out: not everybody has an example. */
export function feedbackFrom(
  fields: FormFields,
  reading: Reading,
): { readonly feedback: Feedback } | { readonly faults: readonly FeedbackFault[] } {
  const [strong, ask, helped] = [typed(fields, 'strong'), typed(fields, 'ask'), typed(fields, 'helped')]
  const faults = [
    ...faultOf('strong', strong, reading),
    ...faultOf('ask', ask, reading),
    ...(helped === '' ? [] : faultOf('helped', helped, reading)),
  ]
  return faults.length > 0 ? { faults } : { feedback: { strong, ask, helped, agrees: fields.has('agrees') } }
}

export function townAnswerFrom(
  fields: FormFields,
  reading: Reading,
): { readonly answer: TownAnswer } | { readonly faults: readonly FeedbackFault[] } {
  const answer = typed(fields, 'answer')
  const faults = faultOf('answer', answer, reading)
  return faults.length > 0 ? { faults } : { answer: { answer, agrees: fields.has('agrees') } }
}
