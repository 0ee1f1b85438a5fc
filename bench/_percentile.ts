/** The nearest rank: of a hundred numbers, `percentile(numbers, 0.99)` is the 99th. NaN of none. */
export function percentile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * share) - 1] ?? Number.NaN
}
