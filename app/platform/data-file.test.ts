import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { about, checkedBy, DataFault, readDataFile } from './data-file.ts'

const line = z.strictObject({ number: z.string(), note: z.string().optional() })
const schema = z.strictObject({
  countries: z.array(z.strictObject({ iso: z.string().length(2), police: z.array(line) })),
})

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'data-file-'))
  mkdirSync(join(root, 'data'))
})
afterEach(() => rmSync(root, { recursive: true }))

function read(text: string) {
  writeFileSync(join(root, 'data', 'help.json'), text)
  return readDataFile('help.json', schema, root)
}

function faults(text: string): readonly string[] {
  try {
    read(text)
  } catch (error) {
    if (error instanceof DataFault) return error.faults
    throw error
  }
  return []
}

describe('readDataFile', () => {
  it('gives what the schema makes of the file, frozen to the bottom', () => {
    const value = read('{ "countries": [{ "iso": "NL", "police": [{ "number": "112" }] }] }')
    expect(value).toEqual({ countries: [{ iso: 'NL', police: [{ number: '112' }] }] })
    expect(Object.isFrozen(value.countries)).toBe(true)
    expect(Object.isFrozen(value.countries[0]?.police[0])).toBe(true)
  })

  it('names the line of broken JSON', () => {
    expect(faults('{\n  "countries": [\n    { "iso": "NL" "police": [] }\n  ]\n}')).toEqual([
      'data/help.json:3: not valid JSON (CommaExpected)',
    ])
  })

  it('refuses comments, trailing commas and an empty file', () => {
    expect(faults('{ "countries": [] } // all of them')[0]).toMatch(/^data\/help\.json:1: not valid JSON/)
    expect(faults('{\n "countries": [],\n}')[0]).toMatch(/^data\/help\.json:3: not valid JSON/)
    expect(faults('')[0]).toMatch(/^data\/help\.json:1: /)
  })

  it('names line and place of a wrong type deep inside', () => {
    const text = ['{', ' "countries": [', '  { "iso": "NL", "police": [', '   { "number": 112 }', '  ] }', ' ]', '}']
    const [only, ...rest] = faults(text.join('\n'))
    expect(only).toMatch(/^data\/help\.json:4 countries\[0\]\.police\[0\]\.number: .*expected string/)
    expect(rest).toEqual([])
  })

  it('points at what surrounds a missing value, and at an unknown key itself', () => {
    const text = ['{ "countries": [', '{ "iso": "NL",', '"police": [],', '"polise": [] },', '{ "iso": "BE" }', ']}']
    expect(faults(text.join('\n'))).toEqual([
      'data/help.json:4 countries[0].polise: this key is not known here',
      expect.stringMatching(/^data\/help\.json:5 countries\[1\]\.police: /),
    ])
  })

  it('lists several faults at once, also in its message', () => {
    const text = ['{ "countries": [', '{ "iso": "NLD", "police": [] },', '{ "iso": "BE", "police": [{}] }', ']}'].join(
      '\n',
    )
    const found = faults(text)
    expect(found.map((fault) => fault.split(' ')[0])).toEqual(['data/help.json:2', 'data/help.json:3'])
    expect(new DataFault(found).message.split('\n')).toEqual(found)
  })

  it('refuses a key given twice, of which JSON would silently keep the last', () => {
    expect(faults('{ "countries": [\n{ "iso": "NL", "police": [],\n"iso": "BE" }\n]}')).toEqual([
      'data/help.json:3 countries[0].iso: this key is given twice',
    ])
  })

  it('says which file cannot be read, without a path of the machine', () => {
    expect(() => readDataFile('none.json', schema, root)).toThrow('data/none.json: cannot be read (ENOENT)')
  })

  it('finds the data of the package whatever the working directory is', () => {
    const before = process.cwd()
    try {
      process.chdir(root)
      const file = readDataFile('languages.json', z.looseObject({ about }))
      expect(file.about.what).toContain('languages')
    } finally {
      process.chdir(before)
    }
  })

  it('tells what it has checked, of the package alone and of each file once', () => {
    const languages = () => readDataFile('languages.json', z.looseObject({ about }))
    const found = checkedBy(() => {
      languages()
      languages()
      read('{ "countries": [] }')
    })
    expect(Object.entries(found)).toEqual([['languages.json', languages()]])
    const asTwo = () =>
      readDataFile(
        'languages.json',
        z.looseObject({ about }).transform(() => 'something else'),
      )
    expect(() =>
      checkedBy(() => {
        languages()
        asTwo()
      }),
    ).toThrow('data/languages.json is read as two things')
  })
})
