/** One row of a CSV as the facts of a service. */
import { CellReader, confirmerIn, hoursIn, plainFactsIn } from './csv-cells.ts'
import { addressColumns, csvColumnOf, textColumn } from './csv-columns.ts'
import { cellOf } from './csv-write.ts'
import { type ImportNote, type ImportRecord, type ReadOptions, revisionIn, type Wordings } from './record.ts'

type Texts = ReadonlyMap<string, Wordings>

function textsIn(cells: ReadonlyMap<string, string>, language: string): Texts {
  const texts = new Map<string, Wordings>()
  for (const [header, value] of cells) {
    const column = textColumn(header, language)
    if (!column || value.trim() === '') continue
    const key = column.path.join('.')
    texts.set(key, { ...texts.get(key), [column.language]: { text: value.trim(), origin: 'person' } })
  }
  return texts
}

function kindsIn(cells: CellReader, options: ReadOptions): string[] {
  const given = cells.list('kinds')
  if (given.length === 0 && options.defaultKind) return [options.defaultKind]
  if (given.length === 0) cells.refuse('kinds', 'kindMissing')
  const kinds = given.flatMap((word) => {
    const kind = options.kindOf(word)
    if (!kind) cells.refuse('kinds', 'kindUnknown', word)
    return kind ?? []
  })
  return [...new Set(kinds)]
}

/** A confidential place has no address: what the row says of one is dropped, and the report says so. */
function placeIn(cells: CellReader, confidential: boolean, drop: (column: string) => void): object {
  const given = addressColumns.filter((column) => cells.text(column) !== '')
  if (confidential) {
    for (const column of given) drop(column)
    return { type: 'confidential' }
  }
  if (given.length === 0) return { type: 'none' }
  for (const column of ['street', 'town'] as const) if (cells.text(column) === '') cells.refuse(column, 'valueMissing')
  const [street, extra, postcode, town] = (['street', 'address_extra', 'postcode', 'town'] as const).map((column) =>
    cells.text(column),
  )
  const point = { latitude: cells.number('latitude'), longitude: cells.number('longitude') }
  return { type: 'addresses', addresses: [{ street, extra, postcode, town, ...point }] }
}

const topTexts = ['name', 'whatHappens', 'areaNote', 'feeNote', 'accessNote', 'parentNote', 'tellsNote', 'howDecided']

/** Days without words say nothing. */
function alertIn(cells: CellReader, text: Wordings | undefined): object | null {
  const [from, until] = [cells.date('alert_from'), cells.date('alert_until')]
  const dated = cells.text('alert_from') !== '' || cells.text('alert_until') !== ''
  if (!text && dated) cells.refuse('alert', 'valueMissing')
  return text ? { text, ...(from === null ? {} : { from }), until } : null
}

function factsIn(cells: CellReader, texts: Texts, options: ReadOptions, place: object): Record<string, unknown> {
  const text = (key: string): Wordings => texts.get(key) ?? {}
  const closedFrom = cells.date('closed_from')
  // Half of a pair says nothing: refused rather than dropped.
  const closedText = texts.get('closure.text')
  if (!closedFrom && (closedText || cells.text('closed_to') !== '')) cells.refuse('closed_from', 'valueMissing')
  const closedTo = cells.date('closed_to')
  return {
    ...Object.fromEntries([...topTexts, 'howToComplain'].map((key) => [key, text(key)])),
    ...plainFactsIn(cells, options),
    kinds: kindsIn(cells, options),
    place,
    hours: { ...hoursIn(cells, options.language), note: text('hours.note'), whenClosed: text('hours.whenClosed') },
    alert: alertIn(cells, texts.get('alert.text')),
    closure: closedFrom ? { from: closedFrom, to: closedTo, text: closedText ?? {} } : null,
  }
}

/** @param cells by the headers of the file. */
export function serviceOfRow(
  row: number,
  cells: ReadonlyMap<string, string>,
  headers: readonly string[],
  options: ReadOptions,
): ImportRecord {
  const reader = new CellReader(row, cells)
  const sourceId = reader.text('source_id')
  if (sourceId === '') reader.refuse('source_id', 'valueMissing')
  for (const [header, value] of cells) if (value.includes('\ufffd')) reader.refuse(header, 'notUtf8')
  const notes: ImportNote[] = []
  const confidential = reader.flag('confidential') === true || options.confidential.has(sourceId)
  const place = placeIn(reader, confidential, (column) => notes.push({ row, sourceId, column, code: 'addressDropped' }))
  const facts = factsIn(reader, textsIn(cells, options.language), options, place)
  const confirmer = confirmerIn(reader, options)
  const faults = reader.faults.map((fault) => (sourceId === '' ? fault : { ...fault, sourceId }))
  return {
    row,
    sourceId,
    facts,
    faults,
    again: {
      revision: revisionIn(reader.text('revision')),
      read: (draft) => {
        const written = headers.map((header) => [header, cellOf(draft, header, options.language)] as const)
        return serviceOfRow(row, new Map(written), headers, { ...options, confidential: new Set() })
      },
    },
    notes,
    confirmer,
    confidential,
    skipped: false,
    whereOf: (path) => ({ row, column: csvColumnOf(path, headers, options.language) }),
  }
}
