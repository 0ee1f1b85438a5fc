/** What the mails about signing the Pact have in common. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { apart, inSentence } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import type { Applicant } from './applicants.ts'
import { isReturnReason } from './decision-rules.ts'

export type Day = Temporal.PlainDate | string

export const named = (translator: Translator, { name }: Pick<Applicant, 'name'>) => apart(name(translator))

/** "Example Town", or "Example Town and 2 more". */
export const allNamed = (translator: Translator, first: Applicant, more: number) =>
  more > 0
    ? translator.t('signing.mail.andMore', { name: named(translator, first), count: more })
    : named(translator, first)

export const openOffice = (translator: Translator, { base }: Applicant, id?: string) => ({
  text: translator.t('signing.mail.open'),
  path: id === undefined ? base : urls.application(base, id),
})
export const openDesk = (translator: Translator, path: string) => ({
  text: translator.t('signing.mail.openDesk'),
  path,
})

export const forOffice = (translator: Translator, applicant: Applicant) =>
  applicant.place
    ? translator.t('signing.mail.reason.office', { name: named(translator, applicant) })
    : translator.t('signing.mail.reason.own')
export const forSecretariat = ({ t }: Translator) => t('signing.mail.reason.secretariat')

export const reasonsOf = ({ t }: Translator, reasons: readonly string[]): string[] =>
  reasons.filter(isReturnReason).map((one) => t(`signing.reason.${one}`))

export const reasonsIn = (translator: Translator, reasons: readonly string[]): string =>
  inSentence(translator.tag, reasonsOf(translator, reasons))
