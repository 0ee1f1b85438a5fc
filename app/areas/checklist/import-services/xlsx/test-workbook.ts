/** Workbooks put together by hand, as other programs write them, or as nobody should. */
import { strToU8, zipSync } from 'fflate'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Styles 0 to 8 of `styles` below. */
export const style = { any: 0, date: 1, time: 2, fiveDigits: 3, moment: 4, elapsed: 5, euro: 6, text: 7, polish: 8 }

const styles = `<styleSheet xmlns="${main}"><numFmts count="4"><numFmt numFmtId="164" formatCode="00000"/>
<numFmt numFmtId="165" formatCode="DD\\.MM\\.YYYY\\ HH:MM"/><numFmt numFmtId="166" formatCode="[$€-407]#,##0.00"/>
<numFmt numFmtId="167" formatCode="00\\-000"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="9"><xf numFmtId="0"/><xf numFmtId="14"/>
<xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="46"/><xf numFmtId="166"/><xf numFmtId="49"/>
<xf numFmtId="167"/></cellXfs></styleSheet>`

export type WorkbookParts = {
  /** What stands in `sheetData`. */
  readonly rows?: string
  /** The whole part, instead. */
  readonly sheet?: string
  readonly shared?: string
  readonly sheets?: string
  readonly properties?: string
  readonly target?: string
  readonly more?: Readonly<Record<string, Uint8Array>>
}

export function testWorkbook({
  rows = '',
  sheet = `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  shared = '',
  sheets = '<sheet name="One" sheetId="1" r:id="rId1"/>',
  properties = '',
  target = 'worksheets/sheet1.xml',
  more = {},
}: WorkbookParts): Uint8Array<ArrayBuffer> {
  const related = (id: string, type: string, to: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${to}"/>`
  const rels = (...all: readonly string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
  const parts = {
    '_rels/.rels': rels(related('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}">${properties}<sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      related('rId1', 'worksheet', target),
      related('rId2', 'worksheet', 'worksheets/sheet2.xml'),
      related('rId3', 'styles', 'styles.xml'),
      ...(shared ? [related('rId4', 'sharedStrings', 'sharedStrings.xml')] : []),
    ),
    'xl/styles.xml': styles,
    ...(shared ? { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared}</sst>` } : {}),
    'xl/worksheets/sheet1.xml': sheet,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
  }
  const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  return new Uint8Array(zipSync({ ...Object.fromEntries(bytes), ...more }))
}

/** A row of texts. */
export const textRow = (...cells: readonly string[]): string =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
