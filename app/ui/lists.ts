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

/** The order of a language, for things that have a name. @param tag BCP 47. */
export function byName(tag: string): (one: { readonly name: string }, other: { readonly name: string }) => number {
  const { compare } = new Intl.Collator(tag)
  return (one, other) => compare(one.name, other.name)
}

/** Namesakes get what tells them apart behind their name. @param hint what is said of one; empty: nothing. */
export function toldApart<One extends { readonly name: string }>(
  named: readonly One[],
  hint: (one: One) => string,
): readonly One[] {
  const times = Map.groupBy(named, ({ name }) => name)
  return named.map((one) => {
    const said = (times.get(one.name)?.length ?? 0) > 1 ? hint(one) : ''
    return said === '' ? one : { ...one, name: `${one.name} (${said})` }
  })
}
