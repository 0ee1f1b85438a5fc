/** Phones, e-mail and links of a service ↔ the fields of the form. */
import { z } from 'zod'
import { type FormFields, fieldText } from '../../../../platform/http/form.ts'
import { channels, type Phone, type ServiceFacts } from '../../schema.ts'
import { webAddress } from '../../web-address.ts'
import { withSource } from '../service-texts.ts'
import { type FormContext, writtenIn } from './context.ts'
import { latinDigits } from './date-field.ts'
import {
  booleanOf,
  type FormReader,
  formFields,
  formReader,
  mergeFields,
  type Parsed,
  rememberedRows,
  usedRows,
  yesNo,
  yesNoOf,
} from './form.ts'
import { languageListText, parseLanguageList } from './language-list.ts'

export const costs = ['free', 'local', 'paid'] as const

/** Digits and what stands between them: even a number that is kept for fiction is one. */
const dialled = /^[+(*#]?[\d\s()./*#-]*\d[\d\s()./*#-]*$/

/** Rows of the form that hold a phone, in the order of the facts. */
export const phoneRows = (fields: FormFields) => usedRows(fields, 'phone', ['number', 'label', 'languages', 'hours'])

export function contactFieldsFrom(facts: ServiceFacts, context: FormContext): FormFields {
  const language = writtenIn(facts, context)
  const { email, web, chat } = facts
  return mergeFields(
    ...facts.phones.map((phone, index) => phoneFields(phone, `phone-${index}`, language, context)),
    formFields({ email: email ?? '', web: web ?? '', chat: chat ?? '' }),
  )
}

function phoneFields(phone: Phone, row: string, language: string, { languages }: FormContext): FormFields {
  return formFields({
    [`${row}-was`]: phone.number,
    [`${row}-number`]: phone.number,
    [`${row}-label`]: phone.label[language]?.text ?? '',
    [`${row}-channels`]: phone.channels,
    [`${row}-languages`]: languageListText(phone.languages, languages),
    [`${row}-hours`]: phone.hours[language]?.text ?? '',
    [`${row}-cost`]: phone.cost ?? '',
    [`${row}-bill`]: yesNoOf(phone.showsOnBill),
  })
}

export function contactFrom(fields: FormFields, before: ServiceFacts, context: FormContext): Parsed<ServiceFacts> {
  const form = formReader(fields)
  const language = writtenIn(before, context)
  const wasOf = rememberedRows(before.phones, ({ number }) => number)
  const phones = phoneRows(fields).map((index) => {
    const row = `phone-${index}`
    return phoneFrom(form, row, wasOf(form.text(`${row}-was`)), { language, context })
  })
  return form.outcome({
    ...before,
    phones,
    email: emailFrom(form),
    web: linkFrom(form, 'web'),
    chat: linkFrom(form, 'chat'),
  })
}

function phoneFrom(
  form: FormReader,
  row: string,
  was: Phone | undefined,
  { language, context }: { language: string; context: FormContext },
): Phone {
  const number = form.text(`${row}-number`)
  if (number.length < 2) form.refuse(`${row}-number`, 'numberMissing')
  else if (number.length > 40) form.refuse(`${row}-number`, 'numberLong')
  else if (!dialled.test(latinDigits(number))) form.refuseFact(`${row}-number`, 'phoneInvalid')
  const ways = form.choices(`${row}-channels`, channels)
  if (ways.length === 0) form.refuse(`${row}-channels`, 'channelMissing')
  const spoken = parseLanguageList(form.text(`${row}-languages`), context.languages)
  if ('unknown' in spoken) form.refuseValue(`${row}-languages`, 'language', spoken.unknown)
  return {
    number,
    label: withSource(was?.label ?? {}, language, form.text(`${row}-label`)),
    channels: ways,
    languages: 'codes' in spoken ? spoken.codes : [],
    hours: withSource(was?.hours ?? {}, language, form.text(`${row}-hours`)),
    cost: form.choice(`${row}-cost`, costs),
    showsOnBill: booleanOf(form.choice(`${row}-bill`, yesNo)),
    // Another number than the one that was kept for fiction may be real.
    fictional: context.demonstration || (was?.fictional === true && was.number === number),
  }
}

/** Numbers of which the form says that somebody has dialled them: none but short ones need it. */
export function dialledNumbers(fields: FormFields): string[] {
  return phoneRows(fields).flatMap((index) =>
    fieldText(fields, `phone-${index}-dialled`) === '' ? [] : [latinDigits(fieldText(fields, `phone-${index}-number`))],
  )
}

function emailFrom(form: FormReader): string | null {
  const text = form.text('email')
  if (text === '') return null
  if (z.email().safeParse(text).success) return text
  form.refuseValue('email', 'email', text)
  return null
}

function linkFrom(form: FormReader, field: string): string | null {
  const text = form.text(field)
  if (text === '') return null
  const address = webAddress(text)
  if (z.httpUrl().safeParse(address).success) return address
  form.refuseValue(field, 'link', text)
  return null
}
