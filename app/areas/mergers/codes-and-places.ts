/** Codes and facts out of a table that somebody has sent, whatever its headings: places, counts of people, websites. */
import type { CsvRow } from '../authorities/index.ts'
import { foldedHeading, headingWords } from '../checklist/index.ts'
import { proposedColumns } from './list-columns.ts'
import { type FileFault, headOf, ListFault, rowsOf, startOf } from './list-file.ts'

const wanted = [
  ...['code', 'latitude', 'longitude', 'population', 'population_year', 'children', 'children_year', 'website'],
  ...['scheme', 'country'],
]
/** How lists call the website of a town, folded. */
const websiteWords = headingWords({
  website: [
    ...['web', 'url', 'site', 'siteweb', 'siteinternet', 'homepage', 'internet', 'webseite', 'internetadresse', 'www'],
    ...['domain', 'domains', 'sitoweb', 'sitio', 'paginaweb', 'الموقع', 'موقع'],
  ],
})

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
    const headingOf = (ours: string) =>
      headings.find((heading) => columns[heading] === ours) ??
      headings.find((heading) => websiteWords.get(foldedHeading(heading)) === ours)
    const ours = wanted.filter((column) => headingOf(column) !== undefined)
    if (headings.length === 0) return 'no-rows'
    const said = (...names: string[]) => names.every((column) => ours.includes(column))
    if (!said('code')) return 'columns'
    if (!(said('latitude', 'longitude') || said('population') || said('children') || said('website'))) return 'columns'
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
