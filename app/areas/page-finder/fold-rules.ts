/** Finds terms in texts of any language, whatever their case, accents and vowel signs. */

/** Arabic writes some letters in several ways. */
const sameLetter: Readonly<Record<string, string>> = { ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي', ı: 'i', ß: 'ss', ς: 'σ', ł: 'l' }
const letters = new RegExp(`[${Object.keys(sameLetter).join('')}]`, 'g')

/** Lower case without marks; one space between words, and one kind of apostrophe and hyphen. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\u0640/gu, '')
    .toLowerCase()
    .replace(letters, (letter) => sameLetter[letter] ?? letter)
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Which terms of a list stand in a folded text, each once; of two that overlap the one that begins first. */
export type Matcher = (folded: string) => readonly string[]

/** Letters that a word may have before a term with a star at its beginning: articles and prepositions. */
const before = '\\p{L}{0,6}'
const letter = '[\\p{L}\\p{N}]'

/** @param terms a star at the beginning or the end stands for letters of the same word. */
export function matcherOf(terms: readonly string[]): Matcher {
  const known = terms.map((term) => ({
    core: fold(term.replace(/^\*|\*$/g, '')),
    begins: !term.startsWith('*'),
    ends: !term.endsWith('*'),
  }))
  if (known.length === 0) return () => []
  const longestFirst = known.toSorted((a, b) => b.core.length - a.core.length)
  const choices = longestFirst.map(
    ({ core, begins, ends }) => `${begins ? '' : before}${RegExp.escape(core)}${ends ? `(?!${letter})` : ''}`,
  )
  // Where a word begins is asked once for all of them.
  const pattern = new RegExp(`(?<!${letter})(?:${choices.join('|')})`, 'gu')
  const within = longestFirst.flatMap(({ core, begins }) => (begins ? [] : [core]))
  return (folded) => {
    const found = (folded.match(pattern) ?? []).map((text) => within.find((core) => text.endsWith(core)) ?? text)
    return [...new Set(found)]
  }
}
