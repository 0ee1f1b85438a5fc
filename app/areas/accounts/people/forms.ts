/** What people type into the forms of this folder. */
import { z } from 'zod'
import { type FormFields, fieldText } from '../../../platform/http/form.ts'

const email = z.email().max(254)
const name = z.string().min(1).max(200)

export const isEmail = (text: string): boolean => email.safeParse(text.toLowerCase()).success
export const isName = (text: string): boolean => name.safeParse(text).success

/** @param offered languages (codes) of this instance; the first stands for any other. */
export function languageFrom(fields: FormFields, offered: readonly string[]): string {
  const code = fieldText(fields, 'language')
  return offered.includes(code) ? code : (offered[0] ?? 'en')
}

/** One of the values that a form offers. */
export function choiceFrom<Value extends string>(typed: string, offered: readonly Value[]): Value | undefined {
  return offered.find((one) => one === typed)
}
