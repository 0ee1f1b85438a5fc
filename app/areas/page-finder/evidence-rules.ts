/** One short sentence of a page that shows what was found; never one that leads to a person. */
import { fold } from './fold-rules.ts'
import type { TownPage, Words } from './reading-rules.ts'

export const longestSentence = 200

/** Mail addresses, web addresses, and what can be dialled. */
const contact = /@|\(at\)|\[at\]|https?:|www\.|(?:\d[\s()./-]*){4,}/i

/** Two words with capitals one after the other, within a sentence: often a name. Where all nouns have them, this says nothing. */
const twoCapitals =
  /(?<=[\p{Ll}\d,:;)]\s)\p{Lu}[\p{L}'’-]+\s(?:(?:van|von|de|da|di|del|der|den|la|le)\s){0,2}\p{Lu}[\p{L}'’-]+/u
const initial = /(?:^|\s)\p{Lu}\.\s?\p{Lu}\p{Ll}/u

/** As far as a program can see it. */
export function namesSomebody(text: string, words: Words): boolean {
  if (contact.test(text) || initial.test(text)) return true
  return words.persons(fold(text)).length > 0
}

/** What ends in a title or an initial goes on: the name comes next. */
function sentences(text: string, words: Words): string[] {
  const found: string[] = []
  let open = ''
  for (const part of text.split(/(?<=[.!?؟。])\s+|\s[|•·]\s/u)) {
    open = `${open} ${part}`.trim()
    const last = /\S+$/.exec(open)?.[0] ?? ''
    if (/^\p{L}{1,2}\.$/u.test(last) || words.persons(fold(last)).length > 0) continue
    found.push(open)
    open = ''
  }
  return open === '' ? found : [...found, open]
}

function worth(text: string, words: Words): number {
  const folded = fold(text)
  return (
    3 * words.topic(folded).length +
    2 * least(words.harm(folded).length) +
    least(words.child(folded).length) +
    least(words.help(folded).length)
  )
}

const least = (number: number): number => Math.min(number, 2)

/** @returns empty where none says it without naming somebody. */
export function evidenceOf({ title, headings, paragraphs }: TownPage, words: Words): string {
  const heads = [...headings.filter(({ level }) => level <= 2).map(({ text }) => text), title]
  const spoken = paragraphs
    .flatMap((text) => sentences(text, words))
    .filter((one) => one.length >= 25 && !twoCapitals.test(one))
  const usable = [...heads, ...spoken].filter(
    (text) => text.length >= 4 && text.length <= longestSentence && !namesSomebody(text, words),
  )
  let [best, most] = ['', 0]
  for (const text of usable) {
    const value = worth(text, words)
    if (value > most) [best, most] = [text, value]
  }
  return best
}
