/** Pairs of codes, as statistical offices publish them beside a new list: what an old code has become. */
import { z } from 'zod'
import { type CsvRow, ImportFault } from '../authorities/index.ts'
import type { Movement } from './plan-rules.ts'

/** Our words ← their headings. */
const movementMap = z.strictObject({
  old: z.string().min(1).default('old'),
  new: z.string().min(1).default('new'),
  date: z.string().min(1).default('date'),
})
export type MovementMap = z.input<typeof movementMap>

/** A line has a date that is none. */
export class MovementFault extends ImportFault {
  readonly line: number

  constructor(line: number) {
    super(`The movements have no date that can be read on line ${line}.`)
    this.line = line
  }
}

/** Day, month and year apart by anything, either way round. */
function dayOf(text: string): string | undefined {
  const [first = '', second = '', third = ''] = text.trim().split(/[^0-9]+/)
  if (/^\d{8}$/.test(first)) return `${first.slice(0, 4)}-${first.slice(4, 6)}-${first.slice(6)}`
  const [year, day] = first.length === 4 ? [first, third] : [third, first]
  return year.length === 4 ? `${year}-${second.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}

/**
 * Those of one day; where the file has no dates, all.
 *
 * @throws ImportFault where a column is missing; MovementFault where a date cannot be read.
 */
export async function readMovements(
  rows: AsyncIterable<CsvRow>,
  map: MovementMap | undefined,
  validFrom: Temporal.PlainDate,
): Promise<Movement[]> {
  const parsed = movementMap.safeParse(map ?? {})
  if (!parsed.success)
    throw new ImportFault('The map of movements is an object with the headings of old, new and date.')
  const headings = parsed.data
  const found: Movement[] = []
  for await (const { cells, headings: given, line } of rows) {
    const missing = [headings.old, headings.new].find((heading) => !given.includes(heading))
    if (missing !== undefined) throw new ImportFault(`The movements have no column ${missing}: name it in a map.`)
    const [from, to, when] = [headings.old, headings.new, headings.date].map((heading) => cells[heading]?.trim() ?? '')
    if (!from || !to) continue
    const day = when ? dayOf(when) : undefined
    if (when && day === undefined) throw new MovementFault(line)
    if (day === undefined || day === validFrom.toString()) found.push({ from, to })
  }
  return found
}
