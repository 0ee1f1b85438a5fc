/** What families ask before they come: cost, languages, access, parents, secrecy ↔ the fields of the form. */
import type { FormFields } from '../../../../platform/http/form.ts'
import { accessFeatures, type LocalText, type ServiceFacts } from '../../schema.ts'
import { withSource } from '../service-texts.ts'
import { type FormContext, writtenIn } from './context.ts'
import { booleanOf, formFields, formReader, type Parsed, yesNo, yesNoOf } from './form.ts'

export const fees = ['free', 'partly', 'paid'] as const
export const interpreterChoices = ['yes', 'on-request', 'no'] as const
export const parentChoices = ['no', 'depends', 'yes'] as const
export const tellsChoices = ['no', 'in-danger', 'depends', 'yes'] as const

/** Texts in the language of the service that stand beside the choices. */
export const conditionTexts = [
  'feeNote',
  'accessNote',
  'parentNote',
  'tellsNote',
  'howDecided',
  'howToComplain',
] as const
type ConditionText = (typeof conditionTexts)[number]

export function conditionsFieldsFrom(facts: ServiceFacts, context: FormContext): FormFields {
  const language = writtenIn(facts, context)
  return formFields({
    ...Object.fromEntries(conditionTexts.map((name) => [name, facts[name][language]?.text ?? ''])),
    fee: facts.fee ?? '',
    languages: facts.languages,
    interpreters: facts.interpreters ?? '',
    accessFeatures: facts.accessFeatures,
    parentNeeded: facts.parentNeeded ?? '',
    tellsOthers: facts.tellsOthers ?? '',
    anonymous: yesNoOf(facts.anonymous),
  })
}

export function conditionsFrom(fields: FormFields, before: ServiceFacts, context: FormContext): Parsed<ServiceFacts> {
  const form = formReader(fields)
  const language = writtenIn(before, context)
  const text = (name: ConditionText): LocalText => withSource(before[name], language, form.text(name))
  return form.outcome({
    ...before,
    fee: form.choice('fee', fees),
    feeNote: text('feeNote'),
    languages: spokenFrom(form.texts('languages'), before.languages, context),
    interpreters: form.choice('interpreters', interpreterChoices),
    accessFeatures: form.choices('accessFeatures', accessFeatures),
    accessNote: text('accessNote'),
    parentNeeded: form.choice('parentNeeded', parentChoices),
    parentNote: text('parentNote'),
    tellsOthers: form.choice('tellsOthers', tellsChoices),
    tellsNote: text('tellsNote'),
    anonymous: booleanOf(form.choice('anonymous', yesNo)),
    howDecided: text('howDecided'),
    howToComplain: text('howToComplain'),
  })
}

/** Those that were ticked before keep their order: the first may be the one most spoken. */
function spokenFrom(ticked: readonly string[], before: readonly string[], { languages }: FormContext): string[] {
  const kept = before.filter((code) => ticked.includes(code))
  return [...kept, ...ticked.filter((code) => languages.codes.has(code) && !kept.includes(code))]
}
