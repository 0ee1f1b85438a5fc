import { wordsIn } from '../authorities/index.ts'

/** What a search looks at: title and parts in every way in which their words are written. */
export function foldedWords(title: string, parts: Readonly<Record<string, string | undefined>>): string {
  const forms = [title, ...Object.values(parts)].flatMap((text) => wordsIn(text ?? '').flat())
  return [...new Set(forms)].join(' ')
}
