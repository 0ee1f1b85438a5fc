/** The interface's texts: one ICU MessageFormat catalogue per language, each key and argument typed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import type { MessageArguments, MessageKey } from './messages.gen.ts'

const folder = join(import.meta.dirname, '../../../locales')

/** What a catalogue says of itself under the key `@`. */
export interface CatalogueOrigin {
  /** `machine`: no person has checked it; pages in it carry a label. */
  readonly origin: 'person' | 'machine'
  /** ISO date of the last check by a person, or null. */
  readonly reviewed: string | null
}

export interface Catalogue {
  readonly language: string
  readonly origin: CatalogueOrigin
  readonly messages: Readonly<Record<string, string>>
}

type ArgumentsOf<K extends MessageKey> = MessageArguments[K] extends undefined ? [] : [MessageArguments[K]]

/** Gives the text of `key` in one language. */
export type Translate = <K extends MessageKey>(key: K, ...args: ArgumentsOf<K>) => string

export interface Translator {
  readonly language: string
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  readonly origin: CatalogueOrigin
  readonly t: Translate
}

/** Languages that have a catalogue. */
export function cataloguedLanguages(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
}

/** @throws when there is no catalogue for the language. */
export function loadCatalogue(language: string): Catalogue {
  const file = join(folder, `${language}.json`)
  if (!existsSync(file)) throw new Error(`no catalogue for ${language}`)
  const { '@': origin, ...messages } = JSON.parse(readFileSync(file, 'utf8'))
  return { language, origin, messages }
}

/** Where texts come from. */
export interface Catalogues {
  languages(): readonly string[]
  /** @throws when there is no catalogue for the language. */
  load(language: string): Catalogue
}

/** One file a language in `locales/`. */
export const shippedCatalogues: Catalogues = { languages: cataloguedLanguages, load: loadCatalogue }

/** Formats of one language are compiled once, at first use: most pages need a fraction of the catalogue. */
export function createTranslator(catalogue: Catalogue, language: { tag: string; dir: 'ltr' | 'rtl' }): Translator {
  const compiled = new Map<string, IntlMessageFormat | string>()
  const compile = (key: string): IntlMessageFormat | string => {
    const message = catalogue.messages[key]
    if (message === undefined) throw new Error(`locales/${catalogue.language}.json has no "${key}"`)
    const plain = !/[{<'#]/.test(message)
    return plain ? message : new IntlMessageFormat(message, language.tag, undefined, { ignoreTag: true })
  }
  const t = (key: string, args?: Record<string, string | number>): string => {
    let format = compiled.get(key)
    if (format === undefined) {
      format = compile(key)
      compiled.set(key, format)
    }
    return typeof format === 'string' ? format : String(format.format(args))
  }
  return {
    language: catalogue.language,
    tag: language.tag,
    dir: language.dir,
    origin: catalogue.origin,
    t: t as Translate,
  }
}
