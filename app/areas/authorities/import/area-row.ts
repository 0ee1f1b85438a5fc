/** One row of a list that says which authorities belong to an area: what each column may hold. */
import { z } from 'zod'
import { type AreaFault, areaFaults } from './area-faults.ts'
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
const fault = (code: AreaFault) => code
const rowSchema = z.object({
  area: cell.min(1, fault('area')).max(200, fault('area-long')),
  area_name: cell.max(200, fault('name-long')).optional(),
  area_kind: cell
    .toLowerCase()
    .refine((text) => text === '' || areaKinds.some((kind) => kind === text), fault('kind'))
    .optional(),
  member: cell.min(1, fault('member')).regex(/^(?:[A-Za-z][A-Za-z0-9_-]{0,19}:)?[^\s:;,]{1,40}$/, fault('member-code')),
})

const known = ['area', 'area_name', 'area_kind', 'member'] as const

/** Rows that are refused are left out and counted. @throws ImportFault where a column is missing. */
export async function* areaRowsOf(rows: AsyncIterable<CsvRow>, tally: Tally): AsyncGenerator<AreaRow> {
  for await (const { line, headings, cells, fault: unreadable } of rows) {
    for (const needed of ['area', 'member']) {
      if (!headings.includes(needed)) throw new ImportFault(`The file has no column ${needed}.`)
    }
    tally.ignoredColumns = headings.filter((heading) => !known.some((one) => one === heading))
    const parsed = unreadable === undefined ? rowSchema.safeParse(cells) : undefined
    if (!parsed) tally.refuse({ line, column: null, reason: unreadable ?? '', fault: 'row' })
    else if (!parsed.success) for (const refusal of refusalsOf(line, parsed.error)) tally.refuse(refusal)
    else {
      const { area, member, area_name: areaName, area_kind: said } = parsed.data
      const areaKind = areaKinds.find((kind) => kind === said) ?? null
      yield { line, area, member, areaName: areaName || null, areaKind }
    }
  }
}

/** The first of each column is enough to know what to mend. */
function refusalsOf(line: number, error: z.ZodError): Refusal[] {
  const first = new Map(error.issues.toReversed().map((issue) => [String(issue.path[0] ?? ''), issue.message]))
  return [...first].map(([column, said]) => {
    const code = faultCodes.find((one) => one === said) ?? 'row'
    return { line, column: column === '' ? null : column, reason: areaFaults[code], fault: code }
  })
}

const faultCodes = Object.keys(areaFaults) as AreaFault[]
