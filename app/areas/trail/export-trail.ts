/** The trail as files: CSV for a spreadsheet, a line for each field that changed; JSON for software. */
import { stringify } from 'csv-stringify/sync'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { TrailEntry } from './present-trail.ts'

export const trailFormats = ['csv', 'json'] as const
export type TrailFormat = (typeof trailFormats)[number]

export const trailTypes: Readonly<Record<TrailFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
}

type Entries = AsyncIterable<readonly TrailEntry[]>

/** A cell that begins like a formula is text to whoever opens the file: somebody else typed it. */
const lines = (rows: readonly (readonly string[])[], bom = false): string =>
  stringify(rows as string[][], { escape_formulas: true, record_delimiter: 'windows', bom })

function rowsOf({ moment, who, what, about, version, changes }: TrailEntry): string[][] {
  const subject = about ?? (version === undefined ? '' : `${version}`)
  const row = [moment, who, what, subject]
  if (changes.length === 0) return [[...row, '', '', '']]
  return changes.flatMap(({ thing, differences }) =>
    differences.map(({ label, before, after }) => [...row.slice(0, 3), thing ?? subject, label, before, after]),
  )
}

export async function* trailCsv(entries: Entries, { t }: Translator): AsyncGenerator<string> {
  const head = [
    t('trail.csv.when'),
    t('trail.csv.who'),
    t('trail.csv.what'),
    t('trail.csv.about'),
    t('trail.csv.field'),
    t('trail.before'),
    t('trail.after'),
  ]
  yield lines([head], true)
  for await (const page of entries) yield lines(page.flatMap(rowsOf))
}

export async function* trailJson(entries: Entries): AsyncGenerator<string> {
  let separator = '[\n'
  for await (const page of entries) {
    for (const { id, moment, who, what, about, version, changes } of page) {
      const written = changes.flatMap(({ thing, differences }) =>
        differences.map(({ label, before, after }) => ({ thing, field: label, before, after })),
      )
      yield `${separator}${JSON.stringify({ id, at: moment, who, what, about, version, changes: written })}`
      separator = ',\n'
    }
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}
