/** The rows of a sheet of an Excel workbook, one after the other: a sheet of any length needs no memory here. */
import type { Line } from '../read-rows.ts'
import { openPackage, PackageFault, type PackageParts, type WorkbookSource } from './open-package.ts'
import { readWorkbook, TextPieces, unescaped, type Workbook, workbookPart } from './read-workbook.ts'
import { readXml, TooLarge, XmlFault } from './read-xml.ts'
import { type TypedCell, typedNumber } from './typed-cell.ts'

export type XlsxFaultCode = 'xlsxBroken' | 'xlsxTooLarge' | 'xlsxEmpty'

/** The message says nothing that is not in the code. */
export class XlsxFault extends Error {
  readonly code: XlsxFaultCode
  /** That could not be read; 0 where it is not about a row. */
  readonly row: number

  constructor(code: XlsxFaultCode, row: number, cause: unknown) {
    super(code, { cause })
    this.code = code
    this.row = row
  }
}

export type Sheet = {
  /** Names of other sheets that nothing is read from. */
  readonly others: readonly string[]
  /** Rows that hold something. @throws {XlsxFault} while reading. */
  readonly lines: AsyncGenerator<Line>
}

/** Columns that a list may have, and rows that a spreadsheet can hold. */
const [mostColumns, mostRows] = [1_000, 1_048_576]

/**
 * @param most bytes that may be unpacked; and letters of all cells, because cells can share a text.
 * @param place of the sheet, among those that are shown.
 * @throws {XlsxFault}
 */
export async function openSheet(source: WorkbookSource, most: number, place = 0): Promise<Sheet> {
  const parts = await openPackage(source, most).catch((cause) => {
    throw faultOf(cause, 0)
  })
  try {
    const main = await workbookPart(parts)
    const workbook = main && (await readWorkbook(parts, main, place))
    if (!workbook) throw new PackageFault('no workbook')
    const { sheet, others } = workbook
    if (!sheet || !parts.has(sheet)) throw new XlsxFault('xlsxEmpty', 0, undefined)
    return { others, lines: linesIn(parts, sheet, workbook, most) }
  } catch (cause) {
    parts.close()
    throw faultOf(cause, 0)
  }
}

/** Whether the bytes are those of a workbook, whatever it holds. */
export async function isWorkbook(source: WorkbookSource, most: number): Promise<boolean> {
  const parts = await openPackage(source, most)
  try {
    return (await workbookPart(parts)) !== undefined
  } finally {
    parts.close()
  }
}

function faultOf(cause: unknown, row: number): unknown {
  if (cause instanceof TooLarge) return new XlsxFault('xlsxTooLarge', row, cause)
  return cause instanceof PackageFault || cause instanceof XmlFault ? new XlsxFault('xlsxBroken', row, cause) : cause
}

async function* linesIn(parts: PackageParts, part: string, workbook: Workbook, most: number): AsyncGenerator<Line> {
  const sheet = new SheetReader(workbook, most)
  try {
    const handler = {
      open: (name: string, attributes: Readonly<Record<string, string>>) => sheet.open(name, attributes),
      text: (text: string) => sheet.text(text),
      close: (name: string) => sheet.close(name),
    }
    for await (const _ of readXml(parts.read(part), handler)) yield* sheet.take()
  } catch (cause) {
    yield* sheet.take()
    throw faultOf(cause, sheet.row)
  } finally {
    parts.close()
  }
}

/** `AB12` → 27: columns from 0. */
function columnOf(reference: string): number {
  const [letters = ''] = /^[A-Z]{1,3}/i.exec(reference) ?? []
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

class SheetReader {
  row = 0
  readonly #workbook: Workbook
  readonly #pieces = new TextPieces()
  #left: number
  #lines: Line[] = []
  #record: string[] = []
  #typed = new Map<number, TypedCell>()
  #column = -1
  #cell: { readonly type: string; readonly style: number } | undefined
  #value = ''
  #inValue = false
  #calculated = false

  constructor(workbook: Workbook, most: number) {
    this.#workbook = workbook
    this.#left = most
  }

  take(): Line[] {
    const lines = this.#lines
    this.#lines = []
    return lines
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#openRow(attributes['r'])
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'v') this.#inValue = true
    else if (name === 'f') this.#calculated = true
    else if (this.#cell) this.#pieces.open(name)
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text
    else if (this.#cell) this.#pieces.add(text)
  }

  close(name: string): void {
    if (name === 'row') this.#closeRow()
    else if (name === 'c') this.#closeCell()
    else if (name === 'v') this.#inValue = false
    else if (this.#cell) this.#pieces.close(name)
  }

  #openRow(reference: string | undefined): void {
    const row = reference === undefined ? this.row + 1 : Number(reference)
    if (!Number.isInteger(row) || row <= this.row || row > mostRows) throw new XmlFault('rows out of order')
    this.row = row
    this.#column = -1
  }

  #openCell({ r: reference, t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>): void {
    const column = reference === undefined ? this.#column + 1 : columnOf(reference)
    if (column <= this.#column) throw new XmlFault('cells out of order')
    this.#column = column
    this.#cell = { type, style: Number(style) }
    this.#calculated = false
  }

  #closeCell(): void {
    const { type, style } = this.#cell ?? { type: 'n', style: 0 }
    const [value, words, calculated] = [this.#value, this.#pieces.take(), this.#calculated]
    this.#cell = undefined
    this.#value = ''
    if (type === 'inlineStr') this.#put(words)
    else if (value === '') this.#put('', calculated && type !== 'str' ? { type: 'error', text: '' } : undefined)
    else if (type === 's') this.#put(this.#workbook.texts[Number(value)] ?? '')
    else if (type === 'str') this.#put(unescaped(value))
    else if (type === 'b') this.#put(value === '1' || value === 'true' ? 'TRUE' : 'FALSE')
    else if (type === 'd') this.#putDate(value)
    else if (type === 'e') this.#put(value, { type: 'error', text: value })
    else this.#putNumber(value, this.#workbook.formats[style] ?? 'General')
  }

  /** As ISO 8601 writes it, which few programs do. */
  #putDate(value: string): void {
    const [text] = /^\d{4}-\d{2}-\d{2}/.exec(value) ?? []
    this.#put(text ?? value, text ? { type: 'date', text } : { type: 'error', text: value })
  }

  #putNumber(value: string, pattern: string): void {
    const typed = typedNumber(value, pattern, this.#workbook.from1904)
    this.#put(typed.text || '?', typed)
  }

  /** Most cells of a sheet that was once coloured are empty. */
  #put(text: string, typed?: TypedCell): void {
    if (text === '' && !typed) return
    if (this.#column >= mostColumns) throw new TooLarge()
    this.#left -= text.length
    if (this.#left < 0) throw new TooLarge()
    while (this.#record.length < this.#column) this.#record.push('')
    this.#record.push(text)
    if (typed) this.#typed.set(this.#column, typed)
  }

  #closeRow(): void {
    if (this.#record.length > 0) this.#lines.push({ row: this.row, record: this.#record, typed: this.#typed })
    this.#record = []
    this.#typed = new Map()
  }
}
