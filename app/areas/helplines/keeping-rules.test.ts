import { describe, expect, it } from 'vitest'
import { loadHelplines } from './helpline-data.ts'
import {
  askingOf,
  confirmedFacts,
  dueLines,
  leavesNoNumber,
  mayRestore,
  stateOf,
  unconfirmedOf,
} from './keeping-rules.ts'
import { type KeptLine, keptLines, type LineChange, mergeHelplines } from './merge-rules.ts'
import type { CountryHelplines, SourcedLine } from './schema.ts'

const found = loadHelplines().byIso('NL')
if (!found) throw new Error('no country')
const shipped: CountryHelplines = found
const lines = keptLines(shipped, [])
const reachable = dueLines(lines, '2026-11-28')

function first(): KeptLine {
  const [line] = reachable
  if (!line) throw new Error('no line')
  return line
}

const confirmedOn = (facts: SourcedLine, on: string) =>
  confirmedFacts(facts, 'secretariat', { how: 'called', on, source: null })
const confirmAll = (on: (index: number) => string | undefined): KeptLine[] =>
  reachable.map((line, index) => {
    const day = on(index)
    return day === undefined ? line : { ...line, revision: 1, facts: confirmedOn(line.facts, day) }
  })

describe('a confirmation', () => {
  it('counts for three months from the day of the check', () => {
    expect(confirmedOn(first().facts, '2026-11-30').confirmed).toMatchObject({
      on: '2026-11-30',
      expires: '2027-02-28',
    })
  })

  it('puts the page that says so first among the sources, once', () => {
    const source = 'https://www.example.org/help'
    const once = confirmedFacts(first().facts, 'x', { how: 'website', on: '2026-11-28', source })
    const twice = confirmedFacts(once, 'x', { how: 'website', on: '2026-11-28', source })
    expect(twice.sources).toEqual([source, ...first().facts.sources])
  })

  it.each([
    ['2026-09-01', 'confirmed'],
    ['2026-11-16', 'confirmed'],
    ['2026-11-17', 'expiring'],
    ['2026-12-01', 'expiring'],
    ['2026-12-02', 'expired'],
  ])('of 1 September is on %s: %s', (today, state) => {
    expect(stateOf({ facts: confirmedOn(first().facts, '2026-09-01'), withdrawn: null }, today)).toBe(state)
  })
})

describe('asking', () => {
  const rounds = (kept: readonly KeptLine[], from: string, days: number) => {
    const start = Temporal.PlainDate.from(from)
    const asked = Array.from({ length: days }, (_, day) => askingOf(kept, start.add({ days: day }).toString())?.round)
    return [...new Set(asked.filter((round) => round !== undefined))]
  }

  it('is once in a quarter while nobody confirms anything', () => {
    expect(rounds(reachable, '2026-10-01', 92)).toEqual(['2026-Q4'])
    expect(rounds(reachable, '2026-10-01', 365)).toHaveLength(4)
  })

  it('begins two weeks before the first confirmation ends, with that day', () => {
    const kept = confirmAll(() => '2026-10-05')
    expect(askingOf(kept, '2026-12-21')).toBeUndefined()
    const asking = askingOf(kept, '2026-12-22')
    expect(asking).toMatchObject({ count: reachable.length, round: '2027-Q1' })
    expect(asking?.until.toString()).toBe('2027-01-05')
  })

  it('is no second time in the quarter for what has expired meanwhile', () => {
    const kept = confirmAll(() => '2026-10-05')
    expect(rounds(kept, '2026-12-22', 90)).toEqual(['2027-Q1'])
  })

  it('asks for nothing where everything is confirmed', () => {
    expect(
      askingOf(
        confirmAll(() => '2026-11-01'),
        '2026-11-28',
      ),
    ).toBeUndefined()
  })

  it('leaves two weeks for what has no confirmation', () => {
    expect(askingOf(reachable, '2026-11-28')?.until.toString()).toBe('2026-12-12')
  })
})

describe('withdrawing', () => {
  const gone = { on: '2026-11-28', by: 'secretariat' }
  const withdraw = (...kinds: readonly string[]): LineChange[] =>
    lines
      .filter(({ facts }) => kinds.includes(facts.kind))
      .map(({ key, facts }) => ({ line: key, revision: 1, facts, withdrawn: gone }))

  it('is refused where no emergency or police number would be left', () => {
    expect(leavesNoNumber(shipped, withdraw('emergency', 'police'), '2026-11-28')).toBe(true)
    expect(leavesNoNumber(shipped, withdraw('child-helpline', 'child-chat'), '2026-11-28')).toBe(false)
  })

  it('is taken back by the office that did it, or by whoever keeps the country', () => {
    expect(mayRestore(gone, 'secretariat', false)).toBe(true)
    expect(mayRestore(gone, 'an association', true)).toBe(true)
    expect(mayRestore({ ...gone, by: 'an association' }, 'secretariat', false)).toBe(false)
    expect(mayRestore(null, 'secretariat', true)).toBe(false)
  })
})

describe('what has to be confirmed before families rely on it', () => {
  it('is an emergency and a child number, each with a confirmation that still counts', () => {
    expect(unconfirmedOf(shipped, '2026-11-28').map(({ kind, state }) => [kind, state])).toEqual([
      ['emergency', 'never'],
      ['child', 'never'],
    ])
    const changes = confirmAll(() => '2026-09-01').map(({ key, facts }) => ({
      line: key,
      revision: 1,
      facts,
      withdrawn: null,
    }))
    const merged = mergeHelplines(shipped, changes)
    expect(unconfirmedOf(merged, '2026-11-28')).toEqual([])
    expect(unconfirmedOf(merged, '2026-12-02').map(({ state }) => state)).toEqual(['expired', 'expired'])
  })
})
