/** Which of our columns the headings of somebody's list stand for: by the words of several languages, and each once. */

/** Lower case, without accents, letters and digits only. */
export const foldedHeading = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** @param words by our column: how lists call it, folded. @returns our column by each of them, and by its own name. */
export function headingWords(words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([column, called]) =>
      [column, ...called].map((word) => [foldedHeading(word), column] as const),
    ),
  )
}

/**
 * Heading → our column. What was decided for the same headings before, else by their words; no column of ours is
 * proposed twice.
 */
export function columnsProposed(
  headings: readonly string[],
  columnOf: (heading: string) => string | undefined,
  earlier?: Readonly<Record<string, string>>,
): Record<string, string> {
  const taken = new Set<string>()
  const columns: Record<string, string> = {}
  for (const heading of headings) {
    const column = earlier?.[heading] ?? columnOf(heading)
    if (heading === '' || column === undefined || taken.has(column)) continue
    taken.add(column)
    columns[heading] = column
  }
  return columns
}
