/** What the rows of a report's spreadsheet say. Pure. */
import { sha256Hex } from '../../platform/signing/canonical.ts'
import type { DraftMeasure, Indicator, MeasureState } from '../plans/index.ts'
import { type AnswerFaultCode, readAnswer } from './question-rules.ts'
import { type Answers, type Question, questions, type ReadSheet } from './schema.ts'
import {
  type MeasureUpdate,
  type NewValue,
  parseValue,
  reasonFault,
  reasonKept,
  type UpdateFaultCode,
} from './update-rules.ts'
import type { WordChecks } from './word-rules.ts'

export const sheetNames = ['measures', 'indicators', 'questions'] as const
export type SheetName = (typeof sheetNames)[number]

/** A row below the headings, as the spreadsheet counts it. */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly string[]
}
export type SheetRows = Readonly<Record<SheetName, readonly SheetRow[]>>

export interface SheetFault {
  readonly sheet: SheetName
  readonly row: number
  readonly code: 'unknown' | 'twice' | 'state' | 'changed' | 'noLast' | UpdateFaultCode | AnswerFaultCode
  /** The measure, the indicator, the question. */
  readonly title: string
}

/** In the first cell of the first heading: to which report a file belongs. */
export const sheetMark = (report: string): string => `progress report ${report}`

/** First cells of rows. What stands there tells on the way back whether somebody has changed it meanwhile. */
/** Of a row that is a heading between others. */
export const groupKey = 'as reported'
export const measureKey = ({ id, revision }: Pick<DraftMeasure, 'id' | 'revision'>): string => `${id} ${revision}`
export const indicatorKey = (measure: string, indicator: string): string => `${measure} ${indicator}`
export const questionKey = (question: Question, text: string): string => `${question} ${sha256Hex(text).slice(0, 12)}`

interface Reading extends WordChecks {
  readonly report: { readonly revision: number; readonly answers: Answers }
  readonly measures: readonly DraftMeasure[]
  readonly last: Answers
  /** In every language in which it may be written. */
  readonly states: ReadonlyMap<string, MeasureState>
  /** Words that stand for the last answer, in every language. */
  readonly stillTrue: ReadonlySet<string>
  readonly today: string
  parseDate(text: string): string | null
  /** Whether a figure of a common indicator is so small that it is never public. */
  isFew(common: string | null, value: number): boolean
}

const cell = ({ cells }: SheetRow, place: number): string => (cells[place] ?? '').trim()

export const valueColumn = 5
/** Which columns are read. */
const columns = { state: 3, reason: 4, value: valueColumn, on: 6, answer: 3 } as const

type Known = ReadonlyMap<string, MeasureUpdate>

/** One row about a measure that is known, and everything that is not right in it. */
function measureRow(one: SheetRow, current: DraftMeasure, reading: Reading) {
  const [, seen = ''] = cell(one, 0).split(' ')
  const typed = reading.states.get(cell(one, columns.state).toLowerCase())
  const state = typed ?? current.state
  const given = { state, reason: cell(one, columns.reason) }
  const fault = typed ? reasonFault(given, current, reading) : ('state' as const)
  const reason = reasonKept(given, current)
  const changes = state !== current.state || reason !== current.reason
  const overtaken = changes && Number(seen) !== current.revision
  const update: MeasureUpdate = { id: current.id, state, reason, values: [], seen: current.revision }
  return { update, codes: [...(fault ? [fault] : []), ...(overtaken ? (['changed'] as const) : [])] }
}

function measureRows(rows: SheetRows, reading: Reading, faults: SheetFault[]): Known {
  const byId = new Map(reading.measures.map((one) => [one.id, one]))
  const known = new Map<string, MeasureUpdate>()
  for (const one of rows.measures) {
    if (cell(one, 0) === groupKey) continue
    const [id = ''] = cell(one, 0).split(' ')
    const current = byId.get(id)
    const title = current?.title ?? cell(one, 2)
    const add = (code: SheetFault['code']) => faults.push({ sheet: 'measures', row: one.row, code, title })
    if (!current || known.has(id)) {
      add(current ? 'twice' : 'unknown')
      continue
    }
    const { update, codes } = measureRow(one, current, reading)
    for (const code of codes) add(code)
    known.set(id, update)
  }
  return known
}

function newValueIn(
  one: SheetRow,
  { name: title, common }: Pick<Indicator, 'name' | 'common'>,
  reading: Reading,
  faults: SheetFault[],
): Omit<NewValue, 'indicator'> | undefined {
  const add = (code: SheetFault['code']) => {
    faults.push({ sheet: 'indicators', row: one.row, code, title })
    return undefined
  }
  const value = parseValue(cell(one, columns.value))
  if (value === undefined) return add('value')
  if (reading.isFew(common, value)) return add('few')
  const typed = cell(one, columns.on)
  const on = typed === '' ? reading.today : reading.parseDate(typed)
  if (on === null) return add('date')
  return on > reading.today ? add('dateFuture') : { on, value }
}

function valuesByMeasure(rows: SheetRows, reading: Reading, faults: SheetFault[]): ReadonlyMap<string, NewValue[]> {
  const byKey = new Map(
    reading.measures.flatMap((one) =>
      one.indicators.map((each) => [indicatorKey(one.id, each.id), { measure: one.id, ...each }] as const),
    ),
  )
  const values = new Map<string, NewValue[]>()
  for (const one of rows.indicators) {
    if (cell(one, columns.value) === '') continue
    const indicator = byKey.get(cell(one, 0))
    if (!indicator) {
      faults.push({ sheet: 'indicators', row: one.row, code: 'unknown', title: cell(one, 2) })
      continue
    }
    const value = newValueIn(one, indicator, reading, faults)
    if (!value) continue
    const all = values.get(indicator.measure) ?? []
    values.set(indicator.measure, [...all, { indicator: indicator.id, ...value }])
  }
  return values
}

/** "Still true" in a cell is the last answer, as the tick on the page is; with or without quotation marks. */
function answerIn(typed: string, question: Question, { last, stillTrue }: Reading) {
  const repeats = stillTrue.has(
    typed
      .replaceAll(/[“”„"«».]/g, '')
      .trim()
      .toLowerCase(),
  )
  return { repeats, text: repeats ? (last[question]?.text ?? '') : typed }
}

function answersIn(rows: SheetRows, reading: Reading, faults: SheetFault[]): Pick<ReadSheet, 'answers' | 'asked'> {
  const said: [Question, NonNullable<Answers[Question]>][] = []
  const asked: Question[] = []
  const { answers } = reading.report
  for (const one of rows.questions) {
    const [name = '', seen = ''] = cell(one, 0).split(' ')
    const question = questions.find((each) => each === name)
    const add = (code: SheetFault['code'], title: string) =>
      faults.push({ sheet: 'questions', row: one.row, code, title })
    if (!question) {
      add('unknown', cell(one, 1))
      continue
    }
    if (asked.includes(question)) {
      add('twice', question)
      continue
    }
    const { text, repeats } = answerIn(cell(one, columns.answer), question, reading)
    const before = answers[question]?.text ?? ''
    asked.push(question)
    if (text !== before && questionKey(question, before) !== `${question} ${seen}`) add('changed', question)
    if (repeats && text === '') add('noLast', question)
    const same = text !== '' && text === reading.last[question]?.text
    const read = readAnswer({ question, text, same }, reading)
    if ('code' in read) add(read.code, question)
    else if (read.text !== '') said.push([question, read])
  }
  return { answers: Object.fromEntries(said), asked }
}

/** Everything that a file says, or everything that is not right in it. Nothing is kept here. */
export function sheetSays(
  rows: SheetRows,
  reading: Reading,
): { readonly sheet: ReadSheet } | { readonly faults: readonly SheetFault[] } {
  const faults: SheetFault[] = []
  const known = measureRows(rows, reading, faults)
  const values = valuesByMeasure(rows, reading, faults)
  for (const [measure] of values) {
    const current = reading.measures.find((one) => one.id === measure)
    if (known.has(measure) || !current) continue
    faults.push({ sheet: 'measures', row: 1, code: 'unknown', title: current.title })
  }
  const said = answersIn(rows, reading, faults)
  if (faults.length > 0) return { faults }
  const updates = [...known.values()].map((one) => ({ ...one, values: values.get(one.id) ?? [] }))
  return { sheet: { updates, ...said, revision: reading.report.revision } }
}
