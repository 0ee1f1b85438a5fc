/** The list that a command is given: one we know as it is published, or with a map, or as the country has decided. */
import { type ColumnMap, type CsvRow, openList } from '../areas/authorities/index.ts'
import { keepMap, withKeptMap } from '../areas/mergers/index.ts'
import type { Services } from '../services.ts'
import { type OptionValues, readMap, say } from './command.ts'

export interface GivenList {
  readonly rows: AsyncIterable<CsvRow>
  readonly map: ColumnMap | undefined
  /** As asked for; of a list we know, its own. */
  readonly country: string | undefined
  /** What the list itself tells of. */
  readonly movements: readonly { readonly from: string; readonly to: string }[]
  /** Keeps the map that was given, for the next list of the country. */
  keep(): Promise<void>
}

const nothing = () => Promise.resolve()

export async function givenList(
  { database: { db }, clock }: Pick<Services, 'database' | 'clock'>,
  file: string,
  values: OptionValues,
): Promise<GivenList> {
  const map: ColumnMap | undefined = typeof values['map'] === 'string' ? readMap(values['map']) : undefined
  const asked = typeof values['country'] === 'string' ? values['country'] : undefined
  const { format, headings, rows, movements } = await openList(file, map !== undefined)
  const country = asked ?? format?.country
  const given = { country, movements }
  if (format) say(`list: ${format.name}`)
  if (format || country === undefined) return { ...given, rows, map, keep: nothing }
  if (map) {
    const keep = async () => void (await keepMap(db, country.toUpperCase(), { map, headings }, clock.now()))
    return { ...given, rows, map, keep }
  }
  const isOurs = headings.includes('code') && headings.includes('name')
  const kept = isOurs ? undefined : await withKeptMap(db, country.toUpperCase(), { headings, rows })
  if (kept) say('columns as decided last for this country')
  return { ...given, rows, map: undefined, ...kept, keep: nothing }
}
