/** Two texts word by word: both whole, with what only one of them says marked in it. */
import { diffArrays } from 'diff'

/** A run of a text; `own`: the other text does not say it. */
export interface Piece {
  readonly text: string
  readonly own: boolean
}

/** One line of a text. */
export type Line = readonly Piece[]

export interface MarkedTexts {
  readonly before: readonly Line[]
  readonly after: readonly Line[]
}

/** Shorter texts are taken in at a glance: marks would only be in the way. */
const shortest = 40
/** How many words may be taken out and put in: beyond that it is another text, and its marks would say nothing. */
const mostEdits = 400

// Words of every script: one that is cut in the middle could not be read in Arabic.
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
const wordsIn = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment)

const plain = (text: string): Line[] =>
  text === '' ? [] : text.split('\n').map((line) => [{ text: line, own: false }])

/** Cuts runs at the ends of lines. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Piece[][] = [[]]
  for (const { text, own } of pieces) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, own })
    }
  }
  return lines
}

/** Marks words only where the two are long and mostly the same; else both stand as they are. */
export function markWords(before: string, after: string): MarkedTexts {
  const whole = { before: plain(before), after: plain(after) }
  if (Math.min(before.length, after.length) < shortest) return whole
  const runs = diffArrays(wordsIn(before), wordsIn(after), { maxEditLength: mostEdits })
  if (!runs) return whole
  const lengthOf = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0)
  const shared = lengthOf(runs.flatMap(({ added, removed, value }) => (added || removed ? [] : value)))
  if (shared * 2 < Math.max(before.length, after.length)) return whole
  const side = (other: 'added' | 'removed', own: 'added' | 'removed') =>
    linesOf(runs.filter((run) => !run[other]).map((run) => ({ text: run.value.join(''), own: run[own] })))
  return { before: side('added', 'removed'), after: side('removed', 'added') }
}
