/** The town's own words at the top of its page ↔ the fields of the form. */
import { type FormFields, fieldText } from '../../../../platform/http/form.ts'
import type { LocalText } from '../../schema.ts'
import { withSource } from '../service-texts.ts'
import { formFields } from './form.ts'

export function introductionField(language: string): string {
  return `introduction-${language}`
}

export function introductionFieldsFrom(text: LocalText): FormFields {
  return formFields(Object.fromEntries(Object.entries(text).map(([code, one]) => [introductionField(code), one.text])))
}

/** Every language that the form held; an emptied one goes. */
export function introductionFrom(fields: FormFields, before: LocalText, languages: readonly string[]): LocalText {
  return languages.reduce((text, code) => withSource(text, code, fieldText(fields, introductionField(code))), before)
}
