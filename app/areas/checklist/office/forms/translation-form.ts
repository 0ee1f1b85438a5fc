/** The texts of a service in another language, beside those it is written in ↔ the fields of the form. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { LocalText, ServiceFacts, Wording } from '../../schema.ts'
import { mapTexts, type TextPath, textsOf, withTranslation } from '../service-texts.ts'
import { type FormContext, writtenIn } from './context.ts'
import { formFields, formReader, type Parsed } from './form.ts'

export interface TranslationRow {
  readonly path: TextPath
  readonly source: Wording | undefined
  readonly translation: Wording | undefined
}

/** Texts that have something to translate from or are translated already. */
export function translationRows(facts: ServiceFacts, source: string, target: string): TranslationRow[] {
  return textsOf(facts)
    .map(({ path, text }) => ({ path, source: text[source], translation: text[target] }))
    .filter((row) => row.source || row.translation)
}

export const translationField = (path: TextPath) => `text-${path}`
export const machineField = (path: TextPath) => `machine-${path}`

export function translationFieldsFrom(facts: ServiceFacts, context: FormContext): FormFields {
  const target = context.translateInto
  if (target === undefined) return new Map()
  const rows = textsOf(facts).flatMap(({ path, text }) => {
    const wording = text[target]
    if (!wording) return []
    return [
      [translationField(path), wording.text],
      [machineField(path), wording.origin === 'machine' ? 'yes' : ''],
    ]
  })
  return formFields({ into: target, ...Object.fromEntries(rows) })
}

/**
 * What the form did not hold stays. A saved translation was read beside its source, so all of them count as made from
 * the revision that the form showed.
 */
export function translationsFrom(fields: FormFields, before: ServiceFacts, context: FormContext): Parsed<ServiceFacts> {
  const form = formReader(fields)
  const target = form.text('into')
  const source = writtenIn(before, context)
  if (!context.languages.codes.has(target) || target === source) {
    form.refuse('into', 'translateInto')
    return form.outcome<ServiceFacts>(null)
  }
  const change = (text: LocalText, path: TextPath): LocalText => {
    if (!fields.has(translationField(path))) return text
    const typed = form.text(translationField(path))
    if (typed.length > 4000) form.refuse(translationField(path), 'tooLong')
    const machine = form.ticked(machineField(path))
    return withTranslation(text, { language: target, typed, machine, from: source, revision: context.revision })
  }
  return form.outcome(mapTexts(before, change))
}
