/** Words in a row, as a language writes them. */

/** With "and" or what the language has in its place before the last: for sentences. @param tag BCP 47. */
export function inSentence(tag: string, words: readonly string[]): string {
  return new Intl.ListFormat(tag, { type: 'unit' }).format(words)
}

const arabicComma = /^(?:ar|fa|ur|ckb|ug|ps|sd)(?:-|$)/

/** With nothing but the commas of the script: for short facts in a narrow column. @param tag BCP 47. */
export function withCommas(tag: string, words: readonly string[]): string {
  return words.join(arabicComma.test(tag) ? '، ' : ', ')
}

/** A number or a name within a sentence, in its own direction: the groups of a number keep their order in Arabic. */
export function apart(text: string): string {
  return `\u2068${text}\u2069`
}
