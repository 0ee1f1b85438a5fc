/** Languages that people speak, as officers write them: `Nederlands, English, ar`. */
import type { Languages } from '../../../../platform/i18n/languages.ts'
import { languageNamed } from '../../language-names.ts'

/** Their own names, separated by commas; the code where a name is not enough to tell. */
export function languageListText(codes: readonly string[], languages: Languages): string {
  return codes
    .map((code) => {
      const autonym = languages.byCode(code)?.autonym
      return autonym !== undefined && languageNamed(autonym, languages) === code ? autonym : code
    })
    .join(', ')
}

/** Codes in the order written, each once; the first piece that is no language is `unknown`. */
export function parseLanguageList(text: string, languages: Languages): { codes: string[] } | { unknown: string } {
  const codes: string[] = []
  for (const piece of text.split(/[,،;؛\n]/).map((one) => one.trim())) {
    if (piece === '') continue
    const code = languageNamed(piece, languages)
    if (code === undefined) return { unknown: piece }
    if (!codes.includes(code)) codes.push(code)
  }
  return { codes }
}
