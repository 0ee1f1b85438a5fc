/** Languages that people speak, as officers write them: `Nederlands, English, ar`. */
import type { Languages } from '../../../../platform/i18n/languages.ts'

/** Their own names, separated by commas; the code where a name is not enough to tell. */
export function languageListText(codes: readonly string[], languages: Languages): string {
  return codes
    .map((code) => {
      const autonym = languages.byCode(code)?.autonym
      return autonym !== undefined && codeOf(autonym, languages) === code ? autonym : code
    })
    .join(', ')
}

/** Codes in the order written, each once; the first piece that is no language is `unknown`. */
export function parseLanguageList(text: string, languages: Languages): { codes: string[] } | { unknown: string } {
  const codes: string[] = []
  for (const piece of text.split(/[,،;؛\n]/).map((one) => one.trim())) {
    if (piece === '') continue
    const code = codeOf(piece, languages)
    if (code === undefined) return { unknown: piece }
    if (!codes.includes(code)) codes.push(code)
  }
  return { codes }
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase()

/** By code, by its own name, by its English name; then by its name in any of the languages themselves. */
function codeOf(piece: string, languages: Languages): string | undefined {
  const wanted = folded(piece)
  const named = languages.list.find(
    ({ code, autonym, name }) => folded(code) === wanted || folded(autonym) === wanted || folded(name) === wanted,
  )
  return named?.code ?? translatedNames(languages).get(wanted)
}

const nameIndexes = new WeakMap<Languages, ReadonlyMap<string, string>>()

/** `niederländisch` → nl: the name of every language in every other, made once. */
function translatedNames(languages: Languages): ReadonlyMap<string, string> {
  const known = nameIndexes.get(languages)
  if (known) return known
  const index = new Map<string, string>()
  for (const { tag, intlSupported } of languages.list) {
    if (!intlSupported) continue
    const names = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' })
    for (const one of languages.list) {
      const name = names.of(one.tag)
      if (name && !index.has(folded(name))) index.set(folded(name), one.code)
    }
  }
  nameIndexes.set(languages, index)
  return index
}
