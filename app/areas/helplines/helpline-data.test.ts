import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadHelplines } from './helpline-data.ts'
import { loadQuickExit } from './quick-exit.ts'

const shipped = (name: string) => readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8')

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'helplines-'))
  mkdirSync(join(root, 'data'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** Writes a file with one passage changed; fails if the passage is not there. */
function changed(name: string, from: string | RegExp, to: string) {
  const before = shipped(name)
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  writeFileSync(join(root, 'data', name), after)
}

describe('helplines', () => {
  it('are of 46 countries, found by code in either case, and dated', () => {
    const helplines = loadHelplines()
    expect(helplines.list).toHaveLength(46)
    expect(helplines.byIso('gb')).toBe(helplines.byIso('GB'))
    expect(helplines.about.date).toBe('2026-11-23')
  })

  it('keep source, confidence and evidence with every number', () => {
    changed('helplines.json', '"evidence": "', '"proof": "')
    expect(() => loadHelplines({}, root)).toThrow(/countries\[0\]\.emergency\.general\[0\]\.evidence/)
  })

  it('turn clear hours into days and times, and keep the published words', () => {
    const helplines = loadHelplines()
    const [ba] = helplines.byIso('BA')?.childHelplines ?? []
    expect(ba?.hoursAsPublished).toBe('working days 9:00 to 22:00')
    expect(ba?.hours?.weekly.map((one) => one.day)).toEqual([1, 2, 3, 4, 5])
    const [ee] = helplines.byIso('EE')?.childHelplines ?? []
    expect(ee?.hours).toEqual({ always: true, weekly: [] })
    const [mc] = helplines.byIso('MC')?.otherLines ?? []
    expect([mc?.hours, mc?.hoursAsPublished]).toEqual([null, '7:00 to 22:00'])
  })

  it('are refused where dial is not the number', () => {
    changed('helplines.json', '"dial": "116111"', '"dial": "116112"')
    expect(() => loadHelplines({}, root)).toThrow(
      /:\d+ countries\[0\]\.childHelplines\[0\]\.dial: must be the number.*116111/,
    )
  })

  it('are refused where a country would have no number to show', () => {
    const file = JSON.parse(shipped('helplines.json'))
    for (const group of ['general', 'police', 'ambulance', 'fire']) file.countries[0].emergency[group] = []
    writeFileSync(join(root, 'data', 'helplines.json'), JSON.stringify(file, null, 2))
    expect(() => loadHelplines({}, root)).toThrow('AL has no number that may be shown')
  })

  it('are refused where the countries or the languages do not agree', () => {
    const codes = new Set(loadHelplines().list.map((one) => one.iso))
    expect(() => loadHelplines({ countries: new Set([...codes, 'XX']) })).toThrow('XX is missing')
    codes.delete('NL')
    expect(() => loadHelplines({ countries: codes })).toThrow('NL is not in data/countries.json')
    expect(() => loadHelplines({ languages: new Set(['nl']) })).toThrow(
      /:\d+ countries\[5\]\.childHelplines\[1\]\.languages\[0\]: fr is not in data\/languages\.json/,
    )
  })

  it('are refused where a source is named that the file does not have', () => {
    changed('helplines.json', /"evidenceKeys": \[\s*"A"/, '"evidenceKeys": ["Z9"')
    expect(() => loadHelplines({}, root)).toThrow(
      /:\d+ countries\[0\]\.emergency\.general\[0\]\.evidenceKeys\[0\]: Z9 is not a source of this file/,
    )
  })
})

describe('the lines of a country', () => {
  it('are refused in a group where the rules do not expect their kind', () => {
    changed('helplines.json', '"kind": "police"', '"kind": "fire"')
    expect(() => loadHelplines({}, root)).toThrow(/countries\[0\]\.emergency\.police\[0\]\.kind: stands among police/)
  })
})

describe('the quick exit', () => {
  it('leads to the site of the country, to the fallback from anywhere else', () => {
    const exit = loadQuickExit({ countries: new Set(loadHelplines().list.map((one) => one.iso)) })
    expect(exit.siteFor('nl').url).toBe('https://www.knmi.nl/')
    expect(exit.siteFor('SM')).toEqual(exit.fallback)
    expect(exit.siteFor(undefined)).toEqual(exit.fallback)
    expect(exit.siteFor('us')).toEqual(exit.fallback)
  })

  it('is refused where a site is not https or a country is missing', () => {
    changed('quick-exit.json', 'https://www.knmi.nl/', 'http://www.knmi.nl/')
    expect(() => loadQuickExit({}, root)).toThrow(/countries\[\d+\]\.url: must be https/)
    expect(() => loadQuickExit({ countries: new Set(['XX']) })).toThrow('XX is missing')
  })
})
