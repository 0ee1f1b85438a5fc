import type { ShownText } from '../local-text.ts'
import type { Reader } from '../reader.ts'

/** `lang` and, where it differs, `dir` of an element that holds nothing but this text; empty in the page's language. */
export function spoken(reader: Reader, value: ShownText): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (value.language === reader.translator.language) return {}
  const { tag, dir } = reader.languageOf(value.language)
  return dir === reader.translator.dir ? { lang: tag } : { lang: tag, dir }
}

/** A service's own words among others, marked with their language where it is not the page's. */
export function Text({ reader, value }: { readonly reader: Reader; readonly value: ShownText }) {
  const language = spoken(reader, value)
  return language.lang === undefined ? <>{value.text}</> : <span {...language}>{value.text}</span>
}
