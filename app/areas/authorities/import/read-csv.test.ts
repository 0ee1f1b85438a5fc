import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { type CsvRow, readCsv } from './read-csv.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-csv-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(content: string | Buffer, name = 'list.csv'): Promise<CsvRow[]> {
  writeFileSync(join(folder, name), content)
  return Array.fromAsync(readCsv(join(folder, name)))
}

describe('a CSV file', () => {
  const rows = [{ line: 2, headings: ['code', 'name'], cells: { code: '1', name: 'Ä, b' } }]

  it.each([
    ['with commas', 'code,name\n1,"Ä, b"\n'],
    ['with semicolons and a byte order mark', '\uFEFFcode;name\r\n1;Ä, b\r\n'],
    ['with tabulators and spaces round the headings', ' code\tname \n1\tÄ, b'],
  ])('%s', async (_, text) => {
    expect(await read(text)).toEqual(rows)
  })

  it('packed', async () => {
    expect(await read(gzipSync('code,name\n1,"Ä, b"\n'), 'list.csv.gz')).toEqual(rows)
  })

  it('is counted in lines of the file, through empty lines and line breaks in cells', async () => {
    const found = await read('code,name\n1,"two\nlines"\n\n2,x\n')
    expect(found.map(({ line }) => line)).toEqual([2, 5])
  })

  it('names a row with too few or too many cells and goes on', async () => {
    const found = await read('code,name\n1\n2,x,y\n3,z\n')
    expect(found.map(({ line, fault }) => [line, fault !== undefined])).toEqual([
      [2, true],
      [3, true],
      [4, false],
    ])
  })

  it('is refused as a whole where it cannot be read', async () => {
    await expect(Array.fromAsync(readCsv(join(folder, 'none.csv')))).rejects.toThrow('There is no such file.')
    await expect(read('code,name\n1,"open\n2,x\n')).rejects.toThrow('not valid CSV')
    await expect(read('code,name,code\n1,x,2\n')).rejects.toThrow('two columns with the heading code')
    await expect(read('plain text', 'text.csv.gz')).rejects.toThrow('cannot be read')
  })
})
