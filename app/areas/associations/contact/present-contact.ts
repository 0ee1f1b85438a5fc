/** The contact of an office in the words of whoever may ask it. */
import type { AskHere } from '../../../platform/http/env.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { AskingContact } from './contact-schema.ts'
import type { ContactDeps } from './deps.ts'

/** @param of whose office it is; undefined where the office says it itself. */
export function presentContact(
  deps: Pick<ContactDeps, 'hoursWords' | 'languagesText'>,
  translator: Translator,
  { name, names, email, phone, hours, languages }: AskingContact,
  of: string,
): AskHere {
  return {
    of,
    office: names[translator.language] ?? name,
    email,
    phone: phone && {
      number: phone.number,
      dial: phone.fictional ? null : phone.number.replace(/[^\d+]/g, ''),
    },
    hours: deps.hoursWords(translator, hours),
    languages: deps.languagesText(languages),
  }
}
