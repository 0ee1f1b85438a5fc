/** Finds a language by what people call it. */
import type { Languages } from '../../platform/i18n/languages.ts'

const folded = (text: string): string => text.normalize('NFC').toLowerCase()

/** @returns its code: by that, by its own name, by its English name; then by its name in any of the languages themselves. */
export function languageNamed(name: string, languages: Languages): string | undefined {
  const wanted = folded(name.trim())
  const named = languages.list.find(
    (one) => folded(one.code) === wanted || folded(one.autonym) === wanted || folded(one.name) === wanted,
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
