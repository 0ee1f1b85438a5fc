/** The files of the register, written while they are read. */
import { stringify } from 'csv-stringify/sync'
import type { Database } from '../../platform/db/database.ts'
import { absolute, urls } from '../../urls.ts'
import { cells, columns, type ExportedSignatory, exportedRow, type Format } from './export-rules.ts'
import { exportedAfter } from './export-store.ts'

export const fileTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
}

/** Read at once from the database. */
const rowsAtOnce = 1_000

export interface ExportDeps {
  readonly database: Pick<Database, 'read'>
  readonly baseUrl: string
  /** The Congress of the Council of Europe has authorised the register. */
  readonly official: boolean
}

interface Wanted {
  readonly format: Format
  /** Upper case. */
  readonly country?: string | undefined
  /** Number behind which it begins, and how many there are at most: for whoever reads in parts. */
  readonly after?: number | undefined
  readonly most?: number | undefined
  /** What the file says of itself, where its format has a place for it. */
  readonly notice: string
}

/** A text that begins like a formula is text to whoever opens the file; a number west of Greenwich stays one. */
export const csvOf = (rows: readonly (string | number)[][]) =>
  stringify([...rows], {
    ...{ escape_formulas: true, record_delimiter: 'windows' },
    cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
  })

interface Writing {
  readonly begin: string
  readonly rows: (rows: readonly ReturnType<typeof exportedRow>[], first: boolean) => string
  readonly end: string
}

const writings: Readonly<Record<Format, (notice: string) => Writing>> = {
  csv: () => ({ begin: `\ufeff${csvOf([[...columns]])}`, rows: (rows) => csvOf(rows.map(cells)), end: '' }),
  json: (notice) => ({
    begin: `{"about":${JSON.stringify(notice)},"signatories":[\n`,
    rows: (rows, first) => `${first ? '' : ',\n'}${rows.map((row) => JSON.stringify(row)).join(',\n')}`,
    end: '\n]}\n',
  }),
  ndjson: () => ({
    begin: '',
    rows: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
    end: '',
  }),
}

/** The language of the pages that a file names: whoever reads there finds the others. */
const pagesIn = 'en'

function rowOf(one: ExportedSignatory, { baseUrl, official }: ExportDeps) {
  return exportedRow(one, {
    official,
    entry: (number) => absolute(baseUrl, urls.registerEntry(pagesIn, number)),
    page: (country, slug) => absolute(baseUrl, urls.town(pagesIn, { country, slug })),
  })
}

/** Texts that follow each other. */
export async function* exportParts(deps: ExportDeps, wanted: Wanted): AsyncGenerator<string> {
  const { format, country, notice, most = Number.MAX_SAFE_INTEGER } = wanted
  const { begin, rows, end } = writings[format](notice)
  if (begin !== '') yield begin
  let [after, told] = [wanted.after ?? 0, 0]
  while (told < most) {
    const asked = { after, most: Math.min(rowsAtOnce, most - told), country }
    const some = await deps.database.read((db) => exportedAfter(db, asked))
    const written = some.map((one) => rowOf(one, deps))
    if (some.length > 0) yield rows(written, told === 0)
    after = some.at(-1)?.number ?? after
    told += some.length
    if (some.length < asked.most) break
  }
  if (end !== '') yield end
}

/** The file as it is written: nothing is held but what is read at once. */
export function exportStream(deps: ExportDeps, wanted: Wanted): ReadableStream<Uint8Array> {
  const parts = exportParts(deps, wanted)
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(Buffer.from(value, 'utf8'))
    },
    cancel: async () => {
      await parts.return(undefined)
    },
  })
}
