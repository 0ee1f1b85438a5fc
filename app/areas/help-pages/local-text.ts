/** Chooses the language of a text for a reader, and says which one it is. */
import type { LocalText } from '../checklist/index.ts'

export interface ShownText {
  readonly text: string
  /** Code of data/languages.json. */
  readonly language: string
  readonly machine: boolean
}

/** Languages in which a reader is served, best first: their own, its fallbacks, the town's official ones, English. */
export function readingOrder(language: string, fallback: readonly string[], official: readonly string[]): string[] {
  return [...new Set([language, ...fallback, ...official, 'en'])]
}

/** The text in the first language of `order` that has it, else in any; undefined where nothing is written. */
export function shownText(text: LocalText, order: readonly string[]): ShownText | undefined {
  const language = order.find((code) => text[code]) ?? Object.keys(text).sort()[0]
  const wording = language === undefined ? undefined : text[language]
  if (language === undefined || !wording) return undefined
  return { text: wording.text, language, machine: wording.origin === 'machine' }
}
