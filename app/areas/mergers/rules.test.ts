import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accepting, type DecidedItem, type Decision, isCertain, type Outcome, outcomeOf } from './apply-rules.ts'
import { offeredParts, refsNamed, wordsIn } from './part-rules.ts'
import {
  type Known,
  type Listed,
  type Movement,
  type Plan,
  type PlanItem,
  planSteps,
  unbelievableLoss,
} from './plan-rules.ts'

function planOf(...given: Parameters<typeof planSteps>): Plan {
  const steps = planSteps(...given)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

interface Given {
  readonly population?: number | null
  readonly km?: number
}

/** Somewhere, `km` to the north of a fixed point. */
const at = (code: string, name: string, { population = null, km = 0 }: Given = {}) => ({
  ...{ scheme: 'LAU', code, name, folded: name.toLowerCase(), population },
  point: { latitude: 47 + km / 111.2, longitude: 9 },
})
const known = (code: string, name: string, given?: Given): Known => ({ id: `id-${code}`, ...at(code, name, given) })
let line = 1
const listed = (code: string, name: string, given?: Given, mergedInto: string | null = null): Listed => {
  line += 1
  return {
    line,
    ...at(code, name, given),
    mergedInto: mergedInto === null ? null : { scheme: 'LAU', code: mergedInto },
  }
}
const proposals = (before: Known[], list: Listed[], movements: Movement[] = []) =>
  Object.fromEntries(
    planOf(before, list, movements).items.flatMap((item) =>
      item.kind === 'gone'
        ? [
            [
              item.name,
              item.proposal
                ? `${item.proposal.how} ${item.proposal.into.code}`
                : item.split.map(({ code }) => code).join(),
            ],
          ]
        : [],
    ),
  )

describe('what became of a town that is gone', () => {
  test('is what the list says', () => {
    const list = [listed('1', 'A', {}, '2'), listed('2', 'B')]
    const { items } = planOf([known('1', 'A'), known('2', 'B')], list, [])
    expect(items).toMatchObject([{ kind: 'gone', proposal: { how: 'merged', certain: true, into: { code: '2' } } }])
  })

  test('is what the movements say: merged, the same under another code, or split', () => {
    const before = [known('1', 'A'), known('2', 'B'), known('3', 'C'), known('4', 'D')]
    const list = [listed('12', 'AB'), listed('30', 'C'), listed('41', 'D1'), listed('42', 'D2')]
    const movements = [
      { from: '1', to: '12' },
      { from: '2', to: '12' },
      { from: '3', to: '30' },
      { from: '4', to: '41' },
      { from: '4', to: '42' },
    ]
    expect(proposals(before, list, movements)).toEqual({ A: 'merged 12', B: 'merged 12', C: 'recoded 30', D: '41,42' })
  })

  test('is guessed by the same name, unless its people say that others came with it', () => {
    expect(proposals([known('1', 'A', { population: 100 })], [listed('9', 'A', { population: 101 })])).toEqual({
      A: 'recoded 9',
    })
    const two = [known('1', 'A', { population: 100 }), known('2', 'B', { population: 60, km: 5 })]
    expect(proposals(two, [listed('9', 'A', { population: 160 })])).toEqual({ A: 'merged 9', B: 'merged 9' })
    expect(proposals([known('1', 'A', { km: 300 })], [listed('9', 'A')])).toEqual({ A: '' })
  })

  test('is guessed by neighbours whose people sum up, where only one set does', () => {
    const three = [
      known('1', 'A', { population: 1000 }),
      known('2', 'B', { population: 2000, km: 3 }),
      known('3', 'C', { population: 4000, km: 6 }),
    ]
    const sum = proposals(three, [listed('9', 'Neu', { population: 7010, km: 2 })])
    expect(sum).toEqual({ A: 'merged 9', B: 'merged 9', C: 'merged 9' })
    const alike = ['1', '2', '3'].map((code) => known(code, `T${code}`, { population: 1000 }))
    expect(proposals(alike, [listed('9', 'Neu', { population: 2000 })])).toEqual({ T1: '', T2: '', T3: '' })
  })

  test('is guessed by a neighbour that stays and has grown, or by its name in the new one', () => {
    const before = [known('1', 'A', { population: 300, km: 4 }), known('2', 'B', { population: 5000 })]
    expect(proposals(before, [listed('2', 'B', { population: 5310 })])).toEqual({ A: 'merged 2' })
    expect(proposals([known('1', 'Au')], [listed('9', 'Ried-Au'.replace('-', ' '))])).toEqual({ Au: 'merged 9' })
  })

  test('a guess is never certain', () => {
    const { items } = planOf([known('1', 'A')], [listed('9', 'A')], [])
    expect(items.filter(isCertain)).toEqual([])
  })
})

test('a list that lacks many towns for no reason is not believed; one that says why is', () => {
  const before = Array.from({ length: 60 }, (_, index) => known(`${index}`, `T${index}`, { km: index * 100 }))
  const half = before.slice(0, 30).map(({ code, name }) => listed(code, name))
  expect(unbelievableLoss(planOf(before, half, []), before.length)).toBe(30)
  const movements = before.slice(30).map(({ code }) => ({ from: code, to: '0' }))
  expect(unbelievableLoss(planOf(before, half, movements), before.length)).toBeUndefined()
})

/** Towns with few codes and few names, so that lists overlap. */
const town = fc.record({
  code: fc.integer({ min: 1, max: 12 }).map(String),
  name: fc.constantFrom('A', 'B', 'C', 'A B', 'D'),
  population: fc.option(fc.integer({ min: 0, max: 5 }).map((thousands) => thousands * 1000)),
})
const towns = fc.uniqueArray(town, { selector: ({ code }) => code, maxLength: 12 })
/** So few that most are named by a decision. */
const few = fc.uniqueArray(town, { selector: ({ code }) => code, minLength: 1, maxLength: 4 })
const movements = fc.array(
  fc.record({ from: fc.integer({ min: 1, max: 12 }).map(String), to: fc.integer({ min: 1, max: 12 }).map(String) }),
  { maxLength: 6 },
)

interface Wish {
  readonly do: string
  /** Which of the codes there are. */
  readonly which: number
}

function wishedFor({ kind }: PlanItem, { do: what, which }: Wish, codes: readonly string[]): Decision | null {
  const at = (place: number) => ({ scheme: 'LAU', code: codes[place % codes.length] ?? '' })
  const ref = at(which)
  if (kind === 'added') return what === 'merge' ? { do: 'part', of: [ref] } : { do: 'add' }
  if (kind === 'renamed') return { do: 'rename' }
  if (what === 'split') return { do: 'split', parts: [ref, at(which + 1), at(which * 3)] }
  if (what === 'merge') return { do: 'merge', into: ref }
  if (what === 'recode') return { do: 'recode', to: ref }
  return what === 'aside' ? { do: 'aside' } : null
}

/** Of decisions that can be carried out. */
function holds(items: readonly PlanItem[], active: ReadonlyMap<string, string>, outcome: Outcome): void {
  const { mergers, splits, partings, recodings, rows } = outcome
  const codesAdded = rows.flatMap((number) => items.slice(number - 1, number).filter(({ kind }) => kind === 'added'))
  const given = [...codesAdded, ...recodings.map(({ to }) => to)].map(({ code }) => code)
  expect(new Set(given).size).toBe(given.length)
  for (const each of given) expect(active.has(`LAU:${each}`)).toBe(false)
  const gone = [...mergers, ...splits, ...recodings].map(({ authority }) => authority)
  expect(new Set(gone).size).toBe(gone.length)
  const takers = [
    ...mergers.map(({ authority, into }) => ({ authority, code: into.code })),
    ...splits.flatMap(({ authority, parts }) => parts.map(({ code }) => ({ authority, code }))),
  ]
  for (const { authority, code } of takers) {
    const holder = active.get(`LAU:${code}`)
    expect(holder).not.toBe(authority)
    // Whoever takes a place stays, or is new: one step leads to the end.
    expect(holder === undefined ? given.includes(code) : !gone.includes(holder)).toBe(true)
  }
  for (const { parts } of splits) {
    expect(new Set(parts.map(({ code }) => code)).size).toBe(parts.length)
    expect(parts.length).toBeGreaterThan(1)
  }
  for (const { authority, part } of partings) {
    expect(codesAdded.map(({ code }) => code)).toContain(part.code)
    expect(gone).not.toContain(authority)
  }
}

describe('whatever two lists say', () => {
  test('every known town is unchanged, renamed or gone, every new row is added: none is lost, none is twice', () => {
    fc.assert(
      fc.property(towns, towns, movements, (olds, news, moves) => {
        const before = olds.map(({ code, name, ...given }) => known(code, name, given))
        const list = news.map(({ code, name, ...given }) => listed(code, name, given))
        const { items, unchanged } = planOf(before, list, moves)
        const touched = items.flatMap((item) => (item.kind === 'added' ? [] : [item.authority]))
        expect(new Set(touched).size).toBe(touched.length)
        expect(touched.length + unchanged).toBe(before.length)
        const added = items.filter(({ kind }) => kind === 'added').map(({ code }) => code)
        expect(added.toSorted()).toEqual(
          list
            .map(({ code }) => code)
            .filter((code) => !before.some((one) => one.code === code))
            .toSorted(),
        )
      }),
    )
  })

  test('whatever is decided: no town leads to itself or round in a circle, no code has two holders, no row is taken twice', () => {
    const wish = fc.record({
      do: fc.constantFrom('merge', 'split', 'split', 'recode', 'aside', 'nothing'),
      which: fc.nat({ max: 7 }),
    })
    const tried = { merge: 0, split: 0, part: 0 }
    fc.assert(
      fc.property(few, few, fc.array(wish, { minLength: 8, maxLength: 8 }), (olds, news, wishes) => {
        const before = olds.map(({ code, name, ...given }) => known(code, name, given))
        const list = news.map(({ code, name, ...given }) => listed(code, name, given))
        const { items } = planOf(before, list, [])
        const codes = [...new Set([...before, ...list].map(({ code }) => code))]
        const decided = items.map((item, index): DecidedItem => {
          const decision = wishedFor(item, wishes[index] ?? { do: 'nothing', which: 0 }, codes)
          return { number: index + 1, item, applied: false, decision }
        })
        const active = new Map(before.map((one) => [`LAU:${one.code}`, one.id]))
        const outcome = outcomeOf(decided, active)
        if (outcome.faults.length > 0) return
        tried.merge += Math.min(1, outcome.mergers.length)
        tried.split += Math.min(1, outcome.splits.length)
        tried.part += Math.min(1, outcome.partings.length)
        holds(items, active, outcome)
      }),
      { numRuns: 1000 },
    )
    // The rules above were held against decisions that can be carried out, not against refusals alone.
    for (const count of Object.values(tried)) expect(count).toBeGreaterThan(10)
  })
})

describe('a new town that was a part of one that stays', () => {
  const before = [known('1', 'A'), known('2', 'B')]
  const list = [listed('1', 'A'), listed('2', 'B'), listed('9', 'N')]

  test('is what the movements say; that may be agreed to at once, a row without may not', () => {
    const { items } = planOf(before, list, [
      { from: '1', to: '1' },
      { from: '1', to: '9' },
    ])
    expect(items).toMatchObject([{ kind: 'added', code: '9', left: [{ code: '1', name: 'A' }] }])
    expect(items.map(isCertain)).toEqual([true])
    expect(items.map(accepting)).toEqual([{ do: 'part', of: [{ scheme: 'LAU', code: '1' }] }])
    const alone = planOf(before, list, []).items
    expect(alone.map(isCertain)).toEqual([false])
    expect(alone.map(accepting)).toEqual([{ do: 'add' }])
  })

  test('is no part of what is gone: that was split', () => {
    const moves = ['2', '9'].map((to) => ({ from: '1', to }))
    const { items } = planOf(before, list.slice(1), moves)
    expect(items).toMatchObject([
      { kind: 'gone', code: '1', split: [{ code: '2' }, { code: '9' }] },
      { kind: 'added', left: [] },
    ])
    expect(items.map(isCertain)).toEqual([true, false])
  })
})

describe('parts that are named', () => {
  const fold = (name: string) => name.toLowerCase()
  const named = [at('11', 'Nord'), at('12', 'Sued'), at('13', 'Au'), at('14', 'Au')]

  test('by code or name, with commas of any script; whoever is not known or not alone is asked about', () => {
    expect(wordsIn('11, Sued،12;\n 11 ,')).toEqual(['11', 'Sued', '12'])
    expect(refsNamed(['11', 'sued', 'LAU:13'], 'LAU', named, fold)).toEqual({
      refs: ['11', '12', '13'].map((code) => ({ scheme: 'LAU', code })),
    })
    expect(refsNamed(['11', 'West'], 'LAU', named, fold)).toEqual({ unknown: 'West' })
    expect(refsNamed(['Au'], 'LAU', named, fold)).toMatchObject({
      several: 'Au',
      refs: [{ code: '13' }, { code: '14' }],
    })
  })

  test('are offered: what is said first, then the nearest, each once, few', () => {
    const rows = Array.from({ length: 20 }, (_, index) => at(`${20 + index}`, `R${index}`, { km: 20 - index }))
    const said = rows.slice(0, 1)
    const codes = offeredParts(said, rows, { latitude: 47, longitude: 9 }).map(({ code }) => code)
    expect(codes.slice(0, 4)).toEqual(['20', '39', '38', '37'])
    expect(new Set(codes).size).toBe(10)
    expect(offeredParts([], rows, null)[0]).toMatchObject({ code: '20' })
  })
})

describe('a decision that cannot be carried out says why', () => {
  const before = [known('1', 'A'), known('2', 'B'), known('3', 'C')]
  const { items } = planOf(before, [listed('3', 'C'), listed('9', 'N')], [])
  const active = new Map(before.map(({ code, id }) => [`LAU:${code}`, id]))
  const ref = (code: string) => ({ scheme: 'LAU', code })
  /** By code of the item. */
  const faultsOf = (decisions: Readonly<Record<string, Decision>>) =>
    outcomeOf(
      items.map((item, index) => ({ number: index + 1, item, applied: false, decision: decisions[item.code] ?? null })),
      active,
    ).faults.map(({ fault }) => fault)

  test.each([
    ['nothing has the code', { 1: { do: 'merge', into: ref('8') } }, ['unknown']],
    ['it is its own code', { 1: { do: 'merge', into: ref('1') } }, ['itself']],
    [
      'the successor is merged itself, be it back',
      { 1: { do: 'merge', into: ref('2') }, 2: { do: 'merge', into: ref('1') } },
      ['goes-too', 'goes-too'],
    ],
    ['the new town is not taken over', { 1: { do: 'merge', into: ref('9') }, 9: { do: 'aside' } }, ['set-aside']],
    ['somebody has the code', { 1: { do: 'recode', to: ref('3') } }, ['not-new']],
    [
      'two would have the code',
      { 1: { do: 'recode', to: ref('9') }, 2: { do: 'recode', to: ref('9') } },
      ['twice', 'twice'],
    ],
    ['it would have one part only', { 1: { do: 'split', parts: [ref('3'), ref('3')] } }, ['few']],
    ['a part is itself', { 1: { do: 'split', parts: [ref('3'), ref('1')] } }, ['itself']],
    ['a part is unknown', { 1: { do: 'split', parts: [ref('3'), ref('8')] } }, ['unknown']],
    [
      'a part is merged away by the same plan',
      { 1: { do: 'split', parts: [ref('3'), ref('2')] }, 2: { do: 'merge', into: ref('3') } },
      ['goes-too'],
    ],
    [
      'somebody is merged into what is split',
      { 1: { do: 'split', parts: [ref('3'), ref('9')] }, 2: { do: 'merge', into: ref('1') }, 9: { do: 'add' } },
      ['goes-too'],
    ],
    ['a part is not taken over', { 1: { do: 'split', parts: [ref('3'), ref('9')] } }, ['set-aside']],
    [
      'what a part has left is gone',
      { 1: { do: 'merge', into: ref('3') }, 9: { do: 'part', of: [ref('1')] } },
      ['goes-too'],
    ],
    ['what a part has left is nobody', { 9: { do: 'part', of: [ref('9')] } }, ['unknown']],
    [
      'the part is somebody’s new code',
      { 1: { do: 'recode', to: ref('9') }, 9: { do: 'part', of: [ref('3')] } },
      ['not-new'],
    ],
    [
      'nothing is wrong with a split and a part',
      {
        1: { do: 'split', parts: [ref('3'), ref('9')] },
        2: { do: 'merge', into: ref('9') },
        9: { do: 'part', of: [ref('3')] },
      },
      [],
    ],
    ['nothing is wrong', { 1: { do: 'recode', to: ref('9') }, 2: { do: 'merge', into: ref('9') } }, []],
  ] as const)('%s', (_, decisions, wanted) => {
    expect(faultsOf(decisions)).toEqual(wanted)
  })
})
