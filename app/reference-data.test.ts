import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DataFault } from './platform/data-file.ts'
import { loadReferenceData } from './reference-data.ts'

describe('the reference data', () => {
  it('that is shipped loads whole and agrees with itself', () => {
    const data = loadReferenceData()
    for (const { iso } of data.countries.list) expect(data.helplines.byIso(iso)?.iso).toBe(iso)
    expect(Object.isFrozen(data)).toBe(true)
  })

  it('stops the start with the faults of all files at once, each with file and line', () => {
    const root = mkdtempSync(join(tmpdir(), 'reference-'))
    try {
      cpSync(fileURLToPath(new URL('../data', import.meta.url)), join(root, 'data'), { recursive: true })
      const edit = (name: string, from: string, to: string) => {
        const path = join(root, 'data', name)
        writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
      }
      edit('countries.json', '"Europe/Amsterdam"', '"Europe/Rotterdam"')
      edit('checklist.json', '"reviewEveryMonths": 6', '"reviewEveryMonths": 7')
      edit('languages.json', '"languages": [', '"languages": [,')
      let found: readonly string[] = []
      try {
        loadReferenceData(root)
      } catch (error) {
        if (error instanceof DataFault) found = error.faults
      }
      expect(found).toHaveLength(3)
      expect(found[0]).toMatch(/^data\/languages\.json:\d+: not valid JSON/)
      expect(found[1]).toMatch(
        /^data\/countries\.json:\d+ countries\[\d+\]\.timeZone: Intl does not know this time zone$/,
      )
      expect(found[2]).toMatch(/^data\/checklist\.json:\d+ kinds\[0\]\.reviewEveryMonths: /)
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})
