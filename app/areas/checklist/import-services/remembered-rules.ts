/** What a town has decided about its earlier lists, and what of it holds for one that is brought now. */
import type { ColumnChoice } from './propose-columns.ts'

export interface Remembered<Choice extends { readonly source: string; readonly columns: ColumnChoice }> {
  readonly choice: Choice
  /** All for which it was decided; null where nobody has noted them. */
  readonly headings: readonly string[] | null
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each))

/** Everything that was read then can be read again. */
const isReadable = ({ id, columns }: ColumnChoice, headings: readonly string[]): boolean =>
  headings.includes(id) && Object.keys(columns).every((heading) => headings.includes(heading))

/**
 * What is proposed for a list with these headings.
 *
 * @param all newest first.
 * @param called the name of the file: of several lists that look the same it says which.
 * @returns `source` only where the headings are those of one list: with the ids of another it would change services.
 */
export function rememberedFor<Choice extends { readonly source: string; readonly columns: ColumnChoice }>(
  all: readonly Remembered<Choice>[],
  headings: readonly string[],
  called: string,
): { readonly earlier: Remembered<Choice> | undefined; readonly source: string | undefined } {
  const same = all.filter((one) => one.headings !== null && sameSet(one.headings, headings))
  const named = same.find(({ choice }) => choice.source === called)
  const only = same.length === 1 ? same[0] : undefined
  const source = (named ?? only)?.choice.source
  const readable = all.filter(({ choice }) => isReadable(choice.columns, headings))
  const nearest = readable.toSorted((a, b) => read(b.choice.columns) - read(a.choice.columns))[0]
  return { earlier: named ?? same[0] ?? nearest, source }
}

const read = ({ columns }: ColumnChoice): number => Object.keys(columns).length
