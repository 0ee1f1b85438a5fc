import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { loadLanguages } from '../../../../platform/i18n/languages.ts'
import { loadChecklist } from '../../kinds.ts'
import { readImportMap } from '../import-map.ts'
import type { Line } from '../read-rows.ts'
import type { ImportFault, ImportNote, ImportRecord, ReadOptions } from '../record.ts'
import { openSheet } from './read-sheet.ts'
import { readXlsx } from './read-xlsx.ts'
import { style, testWorkbook, textRow } from './test-workbook.ts'

const most = 1_000_000
const options: ReadOptions = {
  language: 'nl',
  languages: loadLanguages().codes,
  languageNamed: () => undefined,
  ...readImportMap({}, loadChecklist()),
}

async function linesIn(workbook: Uint8Array, bytes = most): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of (await openSheet(workbook, bytes)).lines) lines.push(line)
  return lines
}

async function read(workbook: Uint8Array) {
  const records: ImportRecord[] = []
  const faults: ImportFault[] = []
  const notes: ImportNote[] = []
  for await (const item of readXlsx({ workbook, most }, options)) {
    if ('record' in item) records.push(item.record)
    else if ('fault' in item) faults.push(item.fault)
    else notes.push(item.note)
  }
  return { records, faults, notes }
}

const number = (value: string, of: keyof typeof style = 'any') => `<c s="${style[of]}"><v>${value}</v></c>`
const said = async (workbook: Uint8Array) => (await linesIn(workbook)).map(({ record }) => record)

describe('what other programs write', () => {
  test('shared texts, pieces of different looks, words without how they are pronounced, prefixes of names', async () => {
    const shared =
      '<si><t xml:space="preserve"> a </t></si><si><r><t>b</t></r><r><rPr><b/></rPr><t>old</t></r></si>' +
      '<si><t>漢字</t><rPh sb="0" eb="1"><t>かんじ</t></rPh></si><si/><si><t>tab_x0009_here</t></si>'
    const rows = `<row r="3">${[0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`
    expect(await linesIn(testWorkbook({ rows, shared }))).toEqual([
      { row: 3, record: [' a ', 'bold', '漢字', '', 'tab\there'], typed: new Map() },
    ])
    const x = '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="B1" t="str"><x:f>A1</x:f><x:v>so</x:v></x:c>'
    expect(await said(testWorkbook({ sheet: `${x}</x:row></x:sheetData></x:worksheet>` }))).toEqual([['', 'so']])
  })

  test('numbers, dates and times as they are shown, without the noise of calculating', async () => {
    const cells = [
      ...[number('12.000000000000002'), number('0.30000000000000004'), number('31201234567'), number('1E+3')],
      ...[number('1067', 'fiveDigits'), number('950', 'polish'), number('46112', 'date'), number('0.375', 'time')],
      ...[number('46112.6', 'moment'), number('1234.5', 'euro'), '<c t="b"><v>1</v></c>', number('7', 'text')],
      '<c t="d"><v>2026-03-31T00:00:00</v></c>',
    ]
    expect(await said(testWorkbook({ rows: `<row>${cells.join('')}</row>` }))).toEqual([
      [
        ...['12', '0.3', '31201234567', '1000', '01067', '00-950', '2026-03-31', '09:00', '2026-03-31'],
        ...['1234.5', 'TRUE', '7', '2026-03-31'],
      ],
    ])
    const from1904 = { rows: `<row>${number('44650', 'date')}</row>`, properties: '<workbookPr date1904="1"/>' }
    expect(await said(testWorkbook(from1904))).toEqual([['2026-03-31']])
  })

  test('the first sheet that is shown is read, wherever it stands, and others are named', async () => {
    const sheets =
      '<sheet name="Lists" sheetId="2" state="veryHidden" r:id="rId2"/><sheet name="One" sheetId="1" r:id="rId1"/>' +
      '<sheet name="Two" sheetId="3" r:id="rId2"/>'
    const target = '/xl/worksheets/sheet1.xml'
    const rows = textRow('source_id', 'name', 'kinds') + textRow('a', 'Oor', '3')
    const { records, notes } = await read(testWorkbook({ rows, sheets, target }))
    expect(records.map(({ sourceId }) => sourceId)).toEqual(['a'])
    expect(notes).toEqual([{ row: 1, column: 'Two', code: 'sheetIgnored' }])
    expect(await read(testWorkbook({ rows, sheets: '<sheet name="x" state="hidden" r:id="rId1"/>' }))).toMatchObject({
      faults: [{ code: 'xlsxEmpty' }],
    })
  })
})

describe('what somebody typed', () => {
  const headings = textRow('source_id', 'name', 'kinds', 'phones', 'age_min', 'postcode', 'latitude', 'checked_on')
  const row = (...cells: string[]) => `<row>${cells.join('')}</row>`
  const words = (text: string) => `<c t="str"><v>${text}</v></c>`
  const start = [number('17'), words('Oor'), number('3')]

  test('is read as it was meant', async () => {
    const rest = [number('116111'), number('8'), number('1067', 'fiveDigits'), number('52.1'), number('46112', 'date')]
    const { records } = await read(testWorkbook({ rows: headings + row(...start, ...rest) }))
    expect(records[0]).toMatchObject({
      ...{ sourceId: '17', row: 2 },
      // Half an address: read nevertheless, and refused by the rules of every format.
      faults: [
        { column: 'street', code: 'valueMissing' },
        { column: 'town', code: 'valueMissing' },
      ],
      facts: {
        ...{ kinds: ['child-helpline'], phones: [{ number: '116111' }], ages: { min: 8, max: null } },
        ...{ place: { addresses: [{ postcode: '01067', latitude: 52.1 }] }, checked: { on: '2026-03-31' } },
      },
    })
  })

  test('is refused by its cell where something of it may be lost', async () => {
    const lost = row(...start, number('201234567'), number('46364', 'date'))
    const wrong = row(...start, number('0.5', 'time'), '<c t="e"><v>#N/A</v></c>', '<c><f>NOW()</f></c>')
    const { records } = await read(testWorkbook({ rows: headings + lost + wrong }))
    expect(records.map(({ faults }) => faults.map(({ row: at, column, code }) => [at, column, code]))).toEqual([
      [
        [2, 'phones', 'cellNumber'],
        [2, 'age_min', 'cellDate'],
      ],
      [
        [3, 'phones', 'cellDate'],
        [3, 'age_min', 'cellError'],
        [3, 'postcode', 'cellError'],
      ],
    ])
  })

  test('columns of one’s own are named as they stand there', async () => {
    const rows = textRow('Nr', 'Telefoon') + row(number('1'), number('201234567'))
    const columns = { id: 'Nr', columns: { Telefoon: 'phones' } }
    for await (const item of readXlsx({ workbook: testWorkbook({ rows }), most }, options, columns)) {
      expect(item).toMatchObject({ record: { sourceId: '1' } })
      const faults = 'record' in item ? item.record.faults : []
      expect(faults).toContainEqual({
        row: 2,
        sourceId: '1',
        column: 'Telefoon',
        code: 'cellNumber',
        value: '201234567',
      })
    }
    expect.assertions(2)
  })
})

describe('what nobody should write', () => {
  const list = textRow('source_id', 'name') + textRow('a', 'b')
  const broken = { code: 'xlsxBroken' }
  const large = { code: 'xlsxTooLarge' }
  const sheet = (inside: string, before = '') => testWorkbook({ sheet: `${before}<worksheet>${inside}</worksheet>` })
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'

  test.each([
    ['entities of its own', sheet('<row><c t="str"><v>&b;</v></c></row>', bomb), broken],
    ['an entity from elsewhere', sheet('', '<!DOCTYPE x SYSTEM "file:///etc/passwd">'), broken],
    ['elements without end', sheet('<a>'.repeat(100)), broken],
    ['attributes without end', sheet(`<row ${Array.from({ length: 300 }, (_, n) => `a${n}=""`).join(' ')}/>`), broken],
    ['no XML', testWorkbook({ sheet: 'PK' }), broken],
    [
      'letters of another encoding',
      testWorkbook({ more: { 'xl/worksheets/sheet1.xml': Uint8Array.of(0x3c, 0xe9) } }),
      broken,
    ],
    ['rows out of order', testWorkbook({ rows: '<row r="2"/><row r="1"/>' }), broken],
    ['cells on top of each other', testWorkbook({ rows: '<row><c r="B1"/><c r="A1"/></row>' }), broken],
    ['a row behind the last', testWorkbook({ rows: '<row r="1048577"/>' }), broken],
    ['a cell in the last column', testWorkbook({ rows: '<row><c r="XFD1"><v>1</v></c></row>' }), large],
    ['a sheet larger than allowed', sheet(' '.repeat(most)), large],
    ['a part that is missing', testWorkbook({ target: 'worksheets/none.xml' }), { code: 'xlsxEmpty' }],
    ['half a file', testWorkbook({ rows: list }).slice(0, 700), broken],
    ['no zip file', strToU8('PK\u0003\u0004'), broken],
  ])('%s', async (_, workbook, fault) => {
    await expect(linesIn(workbook)).rejects.toMatchObject(fault)
  })

  test('one long text in many cells is not read more often than a list could be long', async () => {
    const shared = `<si><t>${'a'.repeat(30_000)}</t></si>`
    const rows = `<row><c t="s"><v>0</v></c></row>`.repeat(50)
    await expect(linesIn(testWorkbook({ rows, shared }))).rejects.toMatchObject(large)
  })

  test('cells that hold nothing are nothing, however many', async () => {
    const rows = `${list}${`<row>${'<c s="1"/>'.repeat(50)}</row>`.repeat(1_500)}`
    expect(await linesIn(testWorkbook({ rows }))).toHaveLength(2)
  })

  test('what was read before is kept, and the report says where reading stopped', async () => {
    const rows = textRow('source_id', 'name', 'kinds') + textRow('a', 'Oor', '3') + textRow('b', '&nbsp;', '3')
    const { records, faults } = await read(testWorkbook({ rows }))
    expect(records.map(({ sourceId }) => sourceId)).toEqual(['a'])
    expect(faults).toEqual([{ row: 3, column: '', code: 'xlsxBroken' }])
  })
})
