/** What a service is, for whom, and who runs it ↔ the fields of the form. */
import type { FormFields } from '../../../../platform/http/form.ts'
import { audiences, type ServiceFacts, serviceFacts } from '../../schema.ts'
import { withSource, withSourceLanguage } from '../service-texts.ts'
import { type FormContext, writtenIn } from './context.ts'
import { latinDigits } from './date-field.ts'
import { type FormReader, formFields, formReader, type Parsed } from './form.ts'

export function aboutFieldsFrom(facts: ServiceFacts, context: FormContext): FormFields {
  const language = writtenIn(facts, context)
  return formFields({
    language,
    name: facts.name[language]?.text ?? '',
    whatHappens: facts.whatHappens[language]?.text ?? '',
    kinds: facts.kinds,
    audiences: facts.audiences,
    ageMin: facts.ages?.min?.toString() ?? '',
    ageMax: facts.ages?.max?.toString() ?? '',
    provider: facts.provider,
  })
}

export function aboutFrom(fields: FormFields, before: ServiceFacts, context: FormContext): Parsed<ServiceFacts> {
  const form = formReader(fields)
  const language = chosenLanguage(form, before, context)
  const facts = withSourceLanguage(before, writtenIn(before, context), language)
  const name = form.text('name')
  if (name === '') form.refuse('name', 'nameMissing')
  const kinds = kindsFrom(form, before, context)
  if (kinds.length === 0) form.refuse('kinds', 'kindMissing')
  return form.outcome({
    ...facts,
    kinds,
    name: withSource(facts.name, language, name),
    whatHappens: withSource(facts.whatHappens, language, form.text('whatHappens')),
    audiences: form.choices('audiences', audiences),
    ages: agesFrom(form, before),
    provider: form.text('provider'),
  })
}

function chosenLanguage(form: FormReader, before: ServiceFacts, context: FormContext): string {
  const chosen = form.text('language')
  return context.languages.codes.has(chosen) ? chosen : writtenIn(before, context)
}

/** In the order of the checklist; kinds that an association added elsewhere stay. */
function kindsFrom(form: FormReader, before: ServiceFacts, { checklist }: FormContext): string[] {
  const ticked = new Set(form.texts('kinds'))
  const others = before.kinds.filter((kind) => !checklist.ids.has(kind) && ticked.has(kind))
  return [...checklist.kinds.map(({ id }) => id).filter((id) => ticked.has(id)), ...others]
}

function agesFrom(form: FormReader, before: ServiceFacts): ServiceFacts['ages'] {
  const min = ageFrom(form, 'ageMin')
  const max = ageFrom(form, 'ageMax')
  if (min !== null && max !== null && min > max) form.refuse('ageMax', 'agesOrder')
  if (min === null && max === null)
    return before.ages && before.ages.min === null && before.ages.max === null ? before.ages : null
  return { min, max }
}

function ageFrom(form: FormReader, field: string): number | null {
  const text = latinDigits(form.text(field))
  if (text === '') return null
  const age = Number(text)
  if (/^\d{1,3}$/.test(text) && age <= 120) return age
  form.refuseValue(field, 'age', text)
  return null
}

/** The facts a new service of a kind starts from. */
export function emptyService(kind: string): ServiceFacts {
  return serviceFacts.parse({ kinds: [kind], name: {} })
}
