/** Name and postal lines of an office, as they stand on an envelope. */

/** What fits into the window of an envelope (DIN 5008), and above it. */
export const mostPostalLines = 6
export const mostSenderLines = 4
const longestLine = 50

/** Lines without blanks around them, and without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

/** A name alone reaches nobody. */
const fewest = 2

export function isPostal(lines: readonly string[], most: number): boolean {
  return lines.length >= fewest && lines.length <= most && lines.every((line) => [...line].length <= longestLine)
}
