/** What an import did and what it would not do. */
import type { AreaFault } from './area-faults.ts'
import type { PointFault } from './point-row.ts'

export type Refusal = {
  /** Line of the file, the header being line 1. */
  readonly line: number
  /** Column in the words of the guide, or null for the whole row. */
  readonly column: string | null
  /** A sentence; it never repeats what a cell holds. */
  readonly reason: string
  /** Of a list of areas or of points: the same for a page, which says it in the language of whoever reads. */
  readonly fault?: AreaFault
  readonly pointFault?: PointFault
}

export type ImportReport = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Rows of other countries than the one asked for. */
  readonly skipped: number
  readonly refused: number
  /** Of `added`: areas made from their code alone, because the file names them and nobody has described them. */
  readonly areasCreated: number
  /** The first 1,000, by line. */
  readonly refusals: readonly Refusal[]
  /** Columns of the file that nothing was read from: a misspelt heading shows here. */
  readonly ignoredColumns: readonly string[]
}

/** The whole file cannot be imported; nothing was written. The message says why in one sentence. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault'
}

const mostKept = 1_000

export type Tally = {
  added: number
  changed: number
  unchanged: number
  skipped: number
  areasCreated: number
  ignoredColumns: readonly string[]
  refuse(refusal: Refusal): void
  report(): ImportReport
}

export function createTally(): Tally {
  const refusals: Refusal[] = []
  const refusedLines = new Set<number>()
  return {
    added: 0,
    changed: 0,
    unchanged: 0,
    skipped: 0,
    areasCreated: 0,
    ignoredColumns: [],
    refuse(refusal) {
      refusedLines.add(refusal.line)
      if (refusals.length < mostKept) refusals.push(refusal)
    },
    report() {
      const { added, changed, unchanged, skipped, areasCreated, ignoredColumns } = this
      const byLine = refusals.toSorted((a, b) => a.line - b.line)
      const counts = { added, changed, unchanged, skipped, refused: refusedLines.size, areasCreated }
      return { ...counts, refusals: byLine, ignoredColumns }
    },
  }
}
