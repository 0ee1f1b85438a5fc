/** In which words a practice stands in a list. Pure. */
import { languageRead } from './asked-rules.ts'

/** Title and summary in a language. */
export interface ListedWords {
  readonly title: string
  readonly summary: string
  /** Code of the language. */
  readonly language: string
  /** No person has checked them. */
  readonly machine: boolean
}

interface Said {
  readonly languages: readonly string[]
  readonly facts: { readonly title: string; readonly summary: string; readonly language: string }
  /** By language. */
  readonly translations: Readonly<Record<string, Omit<ListedWords, 'language'>>>
}

/** Those that its own page would open with. @param language of the reader. */
export function listedWords({ languages, facts, translations }: Said, language: string): ListedWords {
  const read = languageRead(undefined, language, { languages, language: facts.language })
  const said = read === facts.language ? undefined : translations[read]
  const { title, summary } = facts
  return said ? { ...said, language: read } : { title, summary, language: facts.language, machine: false }
}

/** Where there is no room to say that a machine made them: such words are left for the original. */
export function checkedWords(said: Said, language: string): ListedWords {
  const words = listedWords(said, language)
  return words.machine ? listedWords(said, said.facts.language) : words
}
