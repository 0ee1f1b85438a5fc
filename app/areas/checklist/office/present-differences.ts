/** What differs between two lists of facts in words. */
import type { FactRow } from './present-facts.ts'

export interface Difference {
  readonly label: string
  /** Empty: nothing stood there. */
  readonly before: string
  readonly after: string
}

/** The rows in which two lists of facts differ, in the order of the first. */
export function differencesOf(before: readonly FactRow[], after: readonly FactRow[]): Difference[] {
  const labels = [...new Set([...before, ...after].map(({ label }) => label))]
  const valueIn = (rows: readonly FactRow[], label: string) =>
    rows
      .filter((row) => row.label === label)
      .flatMap(({ values }) => values)
      .join('\n')
  return labels
    .map((label) => ({ label, before: valueIn(before, label), after: valueIn(after, label) }))
    .filter((row) => row.before !== row.after)
}
