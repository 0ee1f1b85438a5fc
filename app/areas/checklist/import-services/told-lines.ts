/** What an import says about single rows: the first ones are kept, all are counted and handed on. */

/** So many of each sort stand in a report that nobody wants whole. */
export const linesKept = 1_000

export interface ToldLines<Line> {
  readonly first: readonly Line[]
  /** Of all. */
  readonly count: number
  push(...lines: readonly Line[]): void
}

/** @param most Lines that are kept; memory does not grow with the rest. @param tell Told of each, as it comes. */
export function createToldLines<Line>(most: number, tell?: (line: Line) => void): ToldLines<Line> {
  const first: Line[] = []
  let count = 0
  return {
    first,
    get count() {
      return count
    },
    push: (...lines) => {
      for (const line of lines) {
        count += 1
        if (first.length < most) first.push(line)
        tell?.(line)
      }
    },
  }
}
