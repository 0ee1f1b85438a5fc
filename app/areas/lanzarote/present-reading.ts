/** What both pages say of our reading: in which language it is there, who wrote it, who has checked it. */
import type { Reader } from '../help-pages/index.ts'
import { languageRead } from './article-rules.ts'
import { type PlainLanzarote, type Reading, readingLanguages } from './plain-data.ts'

export interface ReadingsView {
  /** Of the texts. */
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  /** The language of the page and the one that is shown in its place; undefined: they are the same. */
  readonly instead: { readonly missing: string; readonly shown: string } | undefined
  readonly reviewed: boolean
  /** Translated by machine, on a page that does not say so anyway. */
  readonly machine: boolean
  /** @throws where the data have no such article, which they are checked for at start. */
  of(number: number): Reading
}

export function presentReadings(plain: PlainLanzarote, reader: Reader): ReadingsView {
  const { translator, languageName, languageOf } = reader
  const { read, own } = languageRead(translator.language, readingLanguages)
  const { tag, dir } = languageOf(read)
  const { origin, reviewed } = plain.status[read]
  const said = translator.origin.origin === 'machine' && translator.origin.reviewed === null
  return {
    tag,
    dir,
    instead: own ? undefined : { missing: languageName(translator.language), shown: languageName(read) },
    reviewed: reviewed !== null,
    machine: origin === 'machine' && reviewed === null && !said,
    of(number) {
      const reading = plain.reading(number, read)
      if (!reading) throw new Error(`no reading of article ${number}`)
      return reading
    },
  }
}
