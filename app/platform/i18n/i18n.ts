import { parseAccept } from 'hono/utils/accept'
import type { Language, Languages } from './languages.ts'
import { type Catalogues, createTranslator, shippedCatalogues, type Translator } from './messages.ts'

export interface I18n {
  /** Languages with a complete catalogue, in the order of data/languages.json. */
  readonly offered: readonly Language[]
  readonly languages: Languages
  /** Undefined where there is no catalogue. */
  translator(code: string): Translator | undefined
  /** The best offered language for an `Accept-Language` header; English where none fits. */
  negotiate(acceptLanguage: string | undefined): Translator
}

/** @param catalogues those of the product unless a test says otherwise. */
export function createI18n(languages: Languages, catalogues: Catalogues = shippedCatalogues): I18n {
  const catalogued = new Set(catalogues.languages())
  const offered = languages.list.filter((language) => catalogued.has(language.code))
  const loaded = new Map<string, Translator>()

  function translator(code: string): Translator | undefined {
    const language = catalogued.has(code) ? languages.byCode(code) : undefined
    if (!language) return undefined
    const known = loaded.get(code)
    if (known) return known
    const fresh = createTranslator(catalogues.load(code), language)
    loaded.set(code, fresh)
    return fresh
  }

  function negotiate(acceptLanguage: string | undefined): Translator {
    for (const wanted of acceptLanguage ? parseAccept(acceptLanguage) : []) {
      const found = wanted.q > 0 ? (translator(wanted.type) ?? translator(wanted.type.split('-')[0] ?? '')) : undefined
      if (found) return found
    }
    const english = translator('en')
    if (!english) throw new Error('locales/en.json is missing')
    return english
  }

  return { offered, languages, translator, negotiate }
}
