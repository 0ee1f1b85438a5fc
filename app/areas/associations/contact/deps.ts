import type { I18n } from '../../../platform/i18n/i18n.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { AskingContact } from './contact-schema.ts'
import type { KeepContactDeps } from './keep-contact.ts'

type Interval = { readonly opens: string; readonly closes: string }

/** What the page of a contact needs; the composition root gives it. */
export interface ContactDeps extends KeepContactDeps {
  readonly i18n: Pick<I18n, 'offered'>
  readonly instanceName: string
  /** By the rules for telephone numbers of a country; of none: international ones alone. @param country upper case. */
  phoneIsValid(country: string | undefined, number: string): boolean
  /** The hours of one day as somebody typed them, in order; undefined where they cannot be read. */
  readDay(text: string): readonly Interval[] | undefined
  /** Codes of the languages that somebody typed, or the first piece that is none. */
  readLanguages(text: string): { readonly codes: readonly string[] } | { readonly unknown: string }
  languagesText(codes: readonly string[]): string
  /** In sentences; empty where nothing is said. */
  hoursWords(translator: Translator, weekly: AskingContact['hours']): string
}
