/** Whose people may use a service ↔ the fields of the form. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { ServiceFacts } from '../../schema.ts'
import { withSource } from '../service-texts.ts'
import { type FormContext, writtenIn } from './context.ts'
import { type FormReader, formFields, formReader, type Parsed } from './form.ts'

export const areaScopes = ['own', 'more'] as const

export function areaFieldsFrom(facts: ServiceFacts, context: FormContext): FormFields {
  return formFields({
    scope: facts.serves.length === 0 ? 'own' : 'more',
    areas: facts.serves,
    areaNote: facts.areaNote[writtenIn(facts, context)]?.text ?? '',
  })
}

export function areaFrom(fields: FormFields, before: ServiceFacts, context: FormContext): Parsed<ServiceFacts> {
  const form = formReader(fields)
  const scope = form.choice('scope', areaScopes)
  if (!scope) form.refuse('scope', 'areaScopeMissing')
  const serves = scope === 'more' ? servedFrom(form, before, context) : []
  if (scope === 'more' && serves.length === 0) form.refuse('codes', 'areaMissing')
  const areaNote = withSource(before.areaNote, writtenIn(before, context), form.text('areaNote'))
  return form.outcome({ ...before, serves, areaNote })
}

/** What was typed for further authorities: an official code or an exact name a line. */
export function typedAuthorities(fields: FormFields): string[] {
  const lines = (fields.get('codes')?.[0] ?? '').split('\n').map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

function servedFrom(form: FormReader, before: ServiceFacts, { areas, found }: FormContext): string[] {
  const ticked = new Set(form.texts('areas'))
  const known = new Set([...before.serves, ...areas.map(({ id }) => id)])
  const serves = new Set([...known].filter((id) => ticked.has(id)))
  for (const wanted of typedAuthorities(form.fields)) {
    const [match, ...others] = found.get(wanted) ?? []
    if (!match) form.refuseValue('codes', 'authorityUnknown', wanted)
    else if (others.length > 0) form.refuseValue('codes', 'authorityAmbiguous', wanted)
    else serves.add(match.id)
  }
  return [...serves]
}
