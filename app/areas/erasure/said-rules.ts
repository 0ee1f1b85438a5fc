/** The texts that stand in what the database writes as JSON. */
import { someText } from './walk-rules.ts'

export type ReadTexts = (said: string) => readonly string[]

/** Characters of JSON that are kept in memory while a town is read. */
const mostKept = 16_000_000

/** Drafts, page and versions say the same again and again: the same JSON is read once, and gives the same list. */
export function textReader(most = mostKept): ReadTexts {
  const known = new Map<string, readonly string[]>()
  const texts = new Map<string, string>()
  let kept = 0
  return (said) => {
    const before = known.get(said)
    if (before) return before
    const found: string[] = []
    someText(JSON.parse(said), (text) => {
      const same = texts.get(text) ?? text
      texts.set(text, same)
      found.push(same)
      return false
    })
    kept += said.length
    if (kept > most) {
      known.clear()
      kept = said.length
    }
    known.set(said, found)
    return found
  }
}

/** Web addresses in what was read. @param linksIn those of one text. */
export class LinksRead {
  readonly #lists = new Set<readonly string[]>()
  readonly #links = new Set<string>()
  readonly #linksIn: (text: string) => readonly string[]

  constructor(linksIn: (text: string) => readonly string[]) {
    this.#linksIn = linksIn
  }

  /** @param texts as `ReadTexts` gives them: a list that has come before says nothing new. */
  add(texts: readonly string[]): void {
    if (this.#lists.has(texts)) return
    this.#lists.add(texts)
    for (const text of texts) {
      if (!text.includes('://')) continue
      // A field that is an address may hold signs that end one within words.
      if (/^https?:\/\/\S+$/i.test(text)) this.#links.add(text)
      for (const link of this.#linksIn(text)) this.#links.add(link)
    }
  }

  all(): string[] {
    return [...this.#links]
  }
}
