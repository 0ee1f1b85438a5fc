/** The official lists that are read as they are published: one line for each. */
import type { CsvRow } from '../read-csv.ts'
import { europeanUnits } from './europe.ts'
import { type OfficialFormat, type OfficialRows, rowAt } from './format.ts'
import { frenchAreas, frenchCommunes } from './france.ts'
import { germanDistricts } from './germany.ts'
import { italianComuni } from './italy.ts'
import { spanishMunicipalities } from './spain.ts'

export const officialFormats: readonly OfficialFormat[] = [
  frenchCommunes,
  frenchAreas,
  italianComuni,
  spanishMunicipalities,
  germanDistricts,
  europeanUnits,
]

/** By the headings of a list and its first row. */
export function recognisedFormat({ headings, cells }: Pick<CsvRow, 'headings' | 'cells'>): OfficialFormat | undefined {
  return officialFormats.find(
    (format) => format.headings.every((heading) => headings.includes(heading)) && (format.recognises?.(cells) ?? true),
  )
}

/** By its name. */
export const officialFormat = (name: string | undefined): OfficialFormat | undefined =>
  officialFormats.find((format) => format.name === name)

/** All of a recognised list under our headings; rows that could not be read stay as they are, to be refused. */
export async function readOfficial(
  format: OfficialFormat,
  rows: AsyncIterable<CsvRow>,
  beside: readonly CsvRow[] = [],
): Promise<OfficialRows> {
  const readable: CsvRow[] = []
  const faulty: CsvRow[] = []
  for await (const row of rows) {
    if (row.fault === undefined) readable.push(row)
    else faulty.push({ ...rowAt(row.line, {}), fault: row.fault })
  }
  const read = format.read(readable, beside)
  return { ...read, rows: [...faulty, ...read.rows] }
}
