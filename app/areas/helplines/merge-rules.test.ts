import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadHelplines } from './helpline-data.ts'
import { confirmedFacts, leavesNoNumber } from './keeping-rules.ts'
import { type KeptLine, keptLines, keyOf, type LineChange, mergeHelplines, standsAlready } from './merge-rules.ts'
import { hasEmergencyNumber, helpNumbersFor, linesOf } from './rules.ts'
import type { CountryHelplines, SourcedLine } from './schema.ts'

const { list, byIso } = loadHelplines()
const today = '2026-11-28'
const check = { how: 'called', on: today, source: null } as const

function country(iso: string): CountryHelplines {
  const found = byIso(iso)
  if (!found) throw new Error(`no ${iso}`)
  return found
}

function lineOf(one: CountryHelplines, kind: SourcedLine['kind']): SourcedLine {
  const found = linesOf(one).find((line) => line.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}

const change = (facts: SourcedLine, more: Partial<LineChange> = {}): LineChange => ({
  line: keyOf(facts),
  revision: 1,
  facts,
  withdrawn: null,
  ...more,
})
const withdrawn = { on: today, by: 'secretariat' }
const shownIn = (one: CountryHelplines) => Object.values(helpNumbersFor(one, today)).flat()

describe('the name of a line', () => {
  it('is fit for an address and names one line of its country', () => {
    for (const one of list) {
      const keys = linesOf(one).map(keyOf)
      expect(new Set(keys).size, one.iso).toBe(keys.length)
      for (const key of keys) expect(key).toMatch(/^[a-z0-9-]{3,120}$/)
    }
  })
})

describe('what is shipped and what offices have said', () => {
  const nl = country('NL')
  const child = lineOf(nl, 'child-helpline')

  it('is what is shipped where nobody has said anything', () => {
    expect(mergeHelplines(nl, [])).toBe(nl)
  })

  it('shows a confirmed line in the place of the shipped one, under the same name', () => {
    const facts = confirmedFacts({ ...child, number: '0800 12 34', dial: '08001234' }, 'secretariat', check)
    const merged = mergeHelplines(nl, [change(facts, { line: keyOf(child) })])
    expect(linesOf(merged)).toHaveLength(linesOf(nl).length)
    expect(shownIn(merged)).toContainEqual(expect.objectContaining({ dial: '08001234', label: 'confirmed' }))
    expect(shownIn(merged).some(({ dial, kind }) => dial === child.dial && kind === child.kind)).toBe(false)
  })

  it('counts the shipped facts again where a line is put back that nobody had confirmed', () => {
    const older = { ...child, name: 'An older name' }
    expect(mergeHelplines(nl, [change(older)])).toEqual(nl)
  })

  it('keeps a line that an office added, and one that is shipped no more', () => {
    const facts = confirmedFacts({ ...child, number: '0800 99 99', dial: '08009999' }, 'secretariat', check)
    expect(shownIn(mergeHelplines(nl, [change(facts)])).map(({ dial }) => dial)).toContain('08009999')
  })

  it('does not show a withdrawn number again because a later file lists it under another name', () => {
    const wrong = change(child, { line: 'child-helpline-000', withdrawn })
    const kinds = shownIn(mergeHelplines(nl, [wrong])).filter(({ kind }) => kind === child.kind)
    expect(kinds.map(({ dial }) => dial)).not.toContain(child.dial)
  })

  it('keeps 112 alone where it serves everything, and police and ambulance beside it elsewhere', () => {
    const relying = list.find(({ emergency }) => emergency.rely112Alone === true)
    const other = list.find(
      ({ emergency }) => emergency.rely112Alone !== true && emergency.general[0]?.dial === '112' && emergency.police[0],
    )
    if (!relying || !other) throw new Error('no such country')
    const confirm = (one: CountryHelplines) => {
      const facts = confirmedFacts(lineOf(one, 'emergency'), 'secretariat', check)
      return helpNumbersFor(mergeHelplines(one, [change(facts)]), today).emergency.map(({ kind }) => kind)
    }
    expect(confirm(relying)).not.toContain('police')
    expect(confirm(other)).toContain('police')
  })
})

describe('whatever offices do', () => {
  const kinds = ['confirm', 'correct', 'withdraw', 'restore'] as const
  const acts = fc.array(fc.record({ line: fc.nat(200), kind: fc.constantFrom(...kinds) }), { maxLength: 25 })

  /** The line after the act; undefined where the act has nothing to do. */
  function after({ key, revision, facts, withdrawn: gone }: KeptLine, kind: (typeof kinds)[number]): LineChange {
    const next = { line: key, revision: revision + 1 }
    if (kind === 'withdraw') return { ...next, facts, withdrawn }
    if (kind === 'restore' || gone) return { ...next, facts, withdrawn: kind === 'restore' ? null : gone }
    const changed =
      kind === 'correct'
        ? { ...facts, number: `0800 ${revision}${key.length}`, dial: `0800${revision}${key.length}` }
        : facts
    return { ...next, facts: confirmedFacts(changed, 'secretariat', check), withdrawn: null }
  }

  type Done = { readonly line: number; readonly kind: (typeof kinds)[number] }

  /** What stands after these acts; those that the rules refuse change nothing. */
  function changesAfter(shipped: CountryHelplines, done: readonly Done[]): readonly LineChange[] {
    let changes: readonly LineChange[] = []
    for (const { line, kind } of done) {
      const lines = keptLines(shipped, changes)
      const chosen = lines[line % lines.length]
      if (!chosen) continue
      const next = after(chosen, kind)
      const all = [...changes.filter((one) => one.line !== chosen.key), next]
      const twice = !next.withdrawn && standsAlready(lines, next.facts, chosen.key)
      if (twice) continue
      if (!leavesNoNumber(shipped, all, today)) changes = all
    }
    return changes
  }

  const reachOf = ({ kind, dial, url }: Pick<SourcedLine, 'kind' | 'dial' | 'url'>) => `${kind} ${dial ?? url}`

  it('no country loses its emergency number, no withdrawn or unconfirmed doubtful number is shown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...list), acts, (shipped, done) => {
        const changes = changesAfter(shipped, done)
        const merged = mergeHelplines(shipped, changes)
        expect(hasEmergencyNumber(helpNumbersFor(merged, today))).toBe(true)
        const shown = shownIn(merged)
        const gone = changes.filter((one) => one.withdrawn && (one.facts.dial ?? one.facts.url) !== null)
        const forbidden = new Set(gone.map(({ facts }) => reachOf(facts)))
        expect(shown.filter((one) => forbidden.has(reachOf(one)))).toEqual([])
        expect(shown.filter((one) => one.confidence === 'low' && one.confirmedOn === undefined)).toEqual([])
        const standing = keptLines(shipped, changes).filter((one) => !one.withdrawn)
        expect(standing).toHaveLength(linesOf(merged).length)
      }),
    )
  })
})
