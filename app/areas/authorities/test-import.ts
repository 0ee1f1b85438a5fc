/** What tests of the directory start from: a list given as records, imported for real. */
import { actOf } from '../../platform/audit/audit.ts'
import { fixedClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import { loadCountries } from './countries.ts'
import { rowsOf } from './import/read-csv.ts'
import type { ImportReport } from './import/report.ts'
import { type ImportInput, importAuthorities } from './import-authorities.ts'

const clock = fixedClock('2026-11-23T12:00:00Z')
const [countries, languages] = [loadCountries(), loadLanguages()]

export type TestImport = (
  records: readonly Readonly<Record<string, string>>[],
  input?: Partial<ImportInput>,
) => Promise<ImportReport>

export function importInto(database: Database): TestImport {
  const act = actOf('test', 'authorities.import', clock.now())
  return (records, input = {}) =>
    importAuthorities({ database, countries, languages, clock }, act, {
      rows: rowsOf(records),
      country: 'NL',
      ...input,
    })
}
