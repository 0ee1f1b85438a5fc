/** Rows as an Excel workbook: texts, so that `+31` and `0…` stay what they are, and numbers that one can add up. */
import { strToU8, zipSync } from 'fflate'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const typeOf = (part: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const code = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** XML has no place for some characters; spreadsheets write them as `_x000D_`, and what looks like that as well. */
const escaped = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, code)
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)

/** 0 → `A`, 27 → `AB`. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`
}

/** An empty text leaves the cell empty. */
export type Cell = string | number

export interface WorkbookSheet {
  readonly name: string
  /** The first of them the headings. */
  readonly rows: readonly (readonly Cell[])[]
  /** Columns that nobody needs to see. */
  readonly hidden?: readonly number[]
  /** Words that hold no comma; 250 letters at most in all. */
  readonly choices?: { readonly column: number; readonly words: readonly string[] }
}

const [narrowest, widest] = [10, 50]

/** Letters of the longest line of a column, within reason. */
function widthOf(rows: readonly (readonly Cell[])[], column: number): number {
  const lines = rows.slice(0, 200).flatMap((row) => `${row[column] ?? ''}`.split('\n'))
  return Math.min(widest, Math.max(narrowest, ...lines.map(({ length }) => length + 2)))
}

const [lineHeight, highest] = [15, 405]

/** Points that a row needs with its texts broken into lines: LibreOffice does not look for itself. A guess, a little high. */
function heightOf(row: readonly Cell[], widths: readonly number[], hidden: readonly number[]): number {
  const lines = row.map((cell, column) => {
    const letters = Math.max(1, (widths[column] ?? widest) - 2)
    if (hidden.includes(column)) return 1
    return `${cell}`.split('\n').reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / letters)), 0)
  })
  return Math.min(highest, lineHeight * Math.max(1, ...lines))
}

/** Styles: 0 any, 1 a heading, 2 a text, 3 a number. Every column is one of texts, so that what is typed below stays as typed. */
const styles = `${declaration}<styleSheet xmlns="${main}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** The words that a cell of a column takes, offered as a list. */
function choicesOf({ rows, choices }: WorkbookSheet): string {
  if (!choices) return ''
  const letter = letters(choices.column)
  const words = escaped(`"${choices.words.join(',')}"`)
  return `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="${letter}2:${letter}${Math.max(2, rows.length)}"><formula1>${words}</formula1></dataValidation></dataValidations>`
}

function sheetOf(sheet: WorkbookSheet, rightToLeft: boolean): string {
  const { rows, hidden = [] } = sheet
  const widths = (rows[0] ?? []).map((_, index) => widthOf(rows, index))
  const columns = widths.map((width, index) => {
    const place = index + 1
    const shown = hidden.includes(index) ? ' hidden="1"' : ''
    return `<col min="${place}" max="${place}" width="${width}" style="2" customWidth="1"${shown}/>`
  })
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const place = (style: number) => `r="${letters(column)}${index + 1}" s="${style}"`
      if (typeof cell === 'number') return `<c ${place(3)}><v>${cell}</v></c>`
      return cell === ''
        ? ''
        : `<c ${place(index === 0 ? 1 : 2)} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
    })
    return `<row r="${index + 1}" ht="${heightOf(row, widths, hidden)}">${cells.join('')}</row>`
  })
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0">
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
<cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${choicesOf(sheet)}</worksheet>`
}

/** Leaves out what the name of a sheet cannot hold. */
const sheetName = (name: string): string => escaped(name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31))

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
const relationsPart = (...all: readonly string[]) =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`

/** @param rows the first of them the headings. @returns the bytes of the file. */
export const workbookOf = (
  rows: readonly (readonly Cell[])[],
  { name, rightToLeft }: { readonly name: string; readonly rightToLeft: boolean },
): Uint8Array<ArrayBuffer> => workbookOfSheets([{ name, rows }], rightToLeft)

/** @returns the bytes of the file. */
export function workbookOfSheets(sheets: readonly WorkbookSheet[], rightToLeft: boolean): Uint8Array<ArrayBuffer> {
  const numbers = sheets.map((_, index) => index + 1)
  const part = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${typeOf(type)}"/>`
  const parts = {
    '[Content_Types].xml':
      `${declaration}<Types xmlns="${packaged}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      part('xl/workbook.xml', 'sheet.main') +
      numbers.map((number) => part(`xl/worksheets/sheet${number}.xml`, 'worksheet')).join('') +
      `${part('xl/styles.xml', 'styles')}</Types>`,
    '_rels/.rels': relationsPart(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}">` +
      `<sheets>${sheets.map(({ name }, index) => `<sheet name="${sheetName(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsPart(
      ...numbers.map((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
      relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetOf(sheet, rightToLeft)]),
    ),
  }
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(files)))
}
