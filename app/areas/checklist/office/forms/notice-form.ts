/** What is different at the moment: an alert, a temporary closure ↔ the fields of the form. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { ServiceFacts } from '../../schema.ts'
import { withSource } from '../service-texts.ts'
import { type FormContext, writtenIn } from './context.ts'
import { dateFields, readDateParts } from './date-field.ts'
import { type FormReader, formFields, formReader, mergeFields, type Parsed } from './form.ts'

export function noticeFieldsFrom(facts: ServiceFacts, context: FormContext): FormFields {
  const language = writtenIn(facts, context)
  const { alert, closure } = facts
  return mergeFields(
    formFields({
      alertText: alert?.text[language]?.text ?? '',
      closed: closure ? 'yes' : '',
      closureText: closure?.text[language]?.text ?? '',
    }),
    dateFields('alertFrom', alert?.from),
    dateFields('alertUntil', alert?.until),
    dateFields('closureFrom', closure?.from),
    dateFields('closureTo', closure?.to),
    dateFields('closureLookAgain', closure?.lookAgain),
  )
}

export function noticeFrom(fields: FormFields, before: ServiceFacts, context: FormContext): Parsed<ServiceFacts> {
  const form = formReader(fields)
  const language = writtenIn(before, context)
  const alert = alertFrom(form, before, language)
  return form.outcome({ ...before, alert, closure: closureFrom(form, before, language) })
}

function alertFrom(form: FormReader, { alert }: ServiceFacts, language: string): ServiceFacts['alert'] {
  const [from, until] = [readDateParts(form, 'alertFrom'), readDateParts(form, 'alertUntil')]
  const text = withSource(alert?.text ?? {}, language, form.text('alertText'))
  if (Object.keys(text).length > 0) {
    // Without its last day it would stand there for good.
    if (until === null && !form.text('alertUntil-day')) form.refuse('alertUntil', 'alertUntilMissing', 'alertUntil-day')
    if (from !== null && until !== null && until < from) form.refuse('alertUntil', 'alertOrder', 'alertUntil-day')
    return { text, ...(from === null ? {} : { from }), until }
  }
  if (from !== null || until !== null) form.refuse('alertText', 'alertMissing')
  return null
}

function closureFrom(form: FormReader, { closure }: ServiceFacts, language: string): ServiceFacts['closure'] {
  const from = readDateParts(form, 'closureFrom')
  const to = readDateParts(form, 'closureTo')
  const lookAgain = readDateParts(form, 'closureLookAgain')
  const typedText = form.text('closureText')
  if (!form.ticked('closed')) {
    // Dates without the tick: closed or not? Asking is safer than guessing.
    if (!closure && ([from, to, lookAgain].some((day) => day !== null) || typedText !== ''))
      form.refuse('closed', 'closedUnclear')
    return null
  }
  if (from === null && !form.text('closureFrom-day'))
    form.refuse('closureFrom', 'closureFromMissing', 'closureFrom-day')
  if (from !== null && to !== null && to < from) form.refuse('closureTo', 'closureOrder', 'closureTo-day')
  const unknown = to === null && !form.text('closureTo-day')
  // Without either it would be shown as closed until somebody happens to think of it.
  if (unknown && lookAgain === null && !form.text('closureLookAgain-day'))
    form.refuse('closureLookAgain', 'closureLookAgainMissing', 'closureLookAgain-day')
  if (from !== null && lookAgain !== null && lookAgain < from)
    form.refuse('closureLookAgain', 'closureLookAgainOrder', 'closureLookAgain-day')
  if (from === null) return null
  const text = withSource(closure?.text ?? {}, language, typedText)
  return { from, to, ...(to === null && lookAgain !== null ? { lookAgain } : {}), text }
}
