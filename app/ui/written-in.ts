/** The language of words that are not the reader's own: how markup says it, and what the reader calls it. */
import type { Languages } from '../platform/i18n/languages.ts'

/** As markup says it. */
export interface WrittenIn {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

/** @param code of the language, as it is stored. */
export function writtenIn(languages: Languages, code: string): WrittenIn {
  const language = languages.byCode(code)
  return { lang: language?.tag ?? code, dir: language?.dir ?? 'ltr' }
}

/** @param readerTag BCP 47. @param code of the language that is named. */
export function languageName(readerTag: string, languages: Languages, code: string): string {
  const names = new Intl.DisplayNames([readerTag], { type: 'language' })
  const byCode = names.of(code)
  return (byCode === code ? names.of(languages.byCode(code)?.tag ?? code) : byCode) ?? code
}
