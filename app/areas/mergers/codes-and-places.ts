/** Codes and coordinates out of a table that somebody has sent, whatever its headings: for lists that say where, not what. */
import type { CsvRow } from '../authorities/index.ts'
import { proposedColumns } from './list-columns.ts'
import { type FileFault, headOf, ListFault, rowsOf, startOf } from './list-file.ts'

const wanted = ['code', 'latitude', 'longitude', 'scheme', 'country']
const needed = wanted.slice(0, 3)

/**
 * A table in our headings, in those that statistical offices use, or one of the lists that are known as they are
 * published; its rows under our headings.
 *
 * @returns why it is none.
 */
export async function codesAndPlaces(content: Uint8Array): Promise<readonly CsvRow[] | FileFault | 'columns'> {
  try {
    const format = startOf(content)
    const { headings } = await headOf(format, content)
    const columns = proposedColumns(headings, wanted, undefined)
    const headingOf = (ours: string) => headings.find((heading) => columns[heading] === ours)
    const ours = wanted.filter((column) => headingOf(column) !== undefined)
    if (headings.length === 0) return 'no-rows'
    if (needed.some((column) => !ours.includes(column))) return 'columns'
    const places: CsvRow[] = []
    for await (const { line, cells, fault } of rowsOf(format, content)) {
      const read = Object.fromEntries(ours.map((column) => [column, cells[headingOf(column) ?? ''] ?? '']))
      places.push({ line, headings: ours, cells: read, ...(fault === undefined ? {} : { fault }) })
    }
    return places
  } catch (fault) {
    if (fault instanceof ListFault) return fault.code
    throw fault
  }
}
