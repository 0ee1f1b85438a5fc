/** One row of a list that says which authorities belong to an area: what each column may hold. */
import { z } from 'zod'
import type { CsvRow } from './read-csv.ts'
import { ImportFault, type Refusal, type Tally } from './report.ts'

/** What an area is for, where it is more than a level of administration. */
export const areaKinds = ['county', 'police', 'court', 'health', 'other'] as const
export type AreaKind = (typeof areaKinds)[number]

export type AreaRow = {
  readonly line: number
  /** Its code, or its name. */
  readonly area: string
  /** For an area that is to be added; its code is in `area` then. */
  readonly areaName: string | null
  readonly areaKind: AreaKind | null
  readonly member: string
}

const cell = z.string().trim()
const rowSchema = z.object({
  area: cell.min(1, 'The area is missing.').max(200, 'This is longer than 200 characters.'),
  area_name: cell.max(200, 'The name is longer than 200 characters.').optional(),
  area_kind: cell
    .toLowerCase()
    .pipe(z.enum(areaKinds, `The kind of area is one of ${areaKinds.join(', ')}.`))
    .or(cell.length(0))
    .optional(),
  member: cell
    .min(1, 'The code of the member is missing.')
    .regex(/^(?:[A-Za-z][A-Za-z0-9_-]{0,19}:)?[^\s:;,]{1,40}$/, 'This is not a code, or a scheme and a code.'),
})

const known = ['area', 'area_name', 'area_kind', 'member'] as const

/** Rows that are refused are left out and counted. @throws ImportFault where a column is missing. */
export async function* areaRowsOf(rows: AsyncIterable<CsvRow>, tally: Tally): AsyncGenerator<AreaRow> {
  for await (const { line, headings, cells, fault } of rows) {
    for (const needed of ['area', 'member']) {
      if (!headings.includes(needed)) throw new ImportFault(`The file has no column ${needed}.`)
    }
    tally.ignoredColumns = headings.filter((heading) => !known.some((one) => one === heading))
    const parsed = fault === undefined ? rowSchema.safeParse(cells) : undefined
    if (!parsed) tally.refuse({ line, column: null, reason: fault ?? '' })
    else if (!parsed.success) for (const refusal of refusalsOf(line, parsed.error)) tally.refuse(refusal)
    else {
      const { area, member, area_name: areaName, area_kind: said } = parsed.data
      const areaKind = areaKinds.find((kind) => kind === said) ?? null
      yield { line, area, member, areaName: areaName || null, areaKind }
    }
  }
}

function refusalsOf(line: number, error: z.ZodError): Refusal[] {
  const first = new Map(error.issues.toReversed().map((issue) => [String(issue.path[0] ?? ''), issue]))
  return [...first].map(([column, issue]) => ({
    line,
    column: column === '' ? null : column,
    reason: column === 'area_kind' ? `The kind of area is one of ${areaKinds.join(', ')}.` : issue.message,
  }))
}
