/** The services of a draft as a CSV to edit in a spreadsheet and bring back. */
import { stringify } from 'csv-stringify/sync'
import { cellOf, guarded, headersFor, type OutgoingService } from './csv-write.ts'

/** @param official languages of the town; texts that do not say theirs are in the first. */
export function servicesCsv(
  services: readonly OutgoingService[],
  official: readonly string[],
  delimiter: ',' | ';',
): string {
  const [language = 'en'] = official
  const headers = headersFor(services, official)
  const rows = services.map((each) => headers.map((header) => guarded(cellOf(each, header, language))))
  return stringify([headers, ...rows], { bom: true, delimiter, record_delimiter: 'windows' })
}
