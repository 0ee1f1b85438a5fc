/** What reviewers and towns type to each other. Pure. */
import type { FormFields } from '../../../platform/http/form.ts'
import { longestAnswer } from '../schema.ts'
import { type WordChecks, type WordFaultCode, wordFault } from '../word-rules.ts'
import type { Feedback, TownAnswer } from './review-store.ts'

export const feedbackFields = ['strong', 'ask', 'helped'] as const
export type FeedbackField = (typeof feedbackFields)[number]

export interface FeedbackFault {
  readonly field: FeedbackField | 'answer'
  readonly code: 'missing' | 'long' | WordFaultCode
}

const typed = (fields: FormFields, name: string) => fields.get(name)?.[0]?.trim() ?? ''

function faultOf(field: FeedbackFault['field'], text: string, checks: WordChecks): FeedbackFault[] {
  if (text === '') return [{ field, code: 'missing' }]
  if (text.length > longestAnswer) return [{ field, code: 'long' }]
  const code = wordFault(text, checks)
  return code ? [{ field, code }] : []
}

/** What helped elsewhere may be left out: not everybody has an example. */
export function feedbackFrom(
  fields: FormFields,
  reading: WordChecks,
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
  reading: WordChecks,
): { readonly answer: TownAnswer } | { readonly faults: readonly FeedbackFault[] } {
  const answer = typed(fields, 'answer')
  const faults = faultOf('answer', answer, reading)
  return faults.length > 0 ? { faults } : { answer: { answer, agrees: fields.has('agrees') } }
}
