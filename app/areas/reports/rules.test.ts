import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportMusts } from './check-rules.ts'
import { type Cycle, cycleFor, cycleOn, faultsOf, reminderOn } from './cycle-rules.ts'
import { type Assigned, conflictOf, type Reviewer } from './feedback/reviewer-rules.ts'
import { takenOver } from './known-rules.ts'
import { answerDifference, isEnough, readAnswer } from './question-rules.ts'
import { questionKey, sheetSays } from './sheet-rules.ts'
import { parseValue, reasonFault, reasonKept } from './update-rules.ts'

describe('reviewers', () => {
  const countries = ['NL', 'DE', 'FR', 'ES'] as const
  const towns = countries.flatMap((country) => [1, 2].map((number) => ({ id: `${country} ${number}`, country })))
  const reviewers = fc.array(fc.subarray(towns, { maxLength: 3 }), { minLength: 1, maxLength: 8 }).map((all) =>
    all.map((own, index): Reviewer => {
      const where = [...new Set(own.map(({ country }) => country))]
      return { person: `${index}`, towns: own.map(({ id }) => id), countries: where }
    }),
  )
  const wishes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...towns)), { maxLength: 40 })

  test('whatever the secretariat tries, nobody answers their own country, nor a town that answers them', () => {
    fc.assert(
      fc.property(reviewers, wishes, (people, tried) => {
        const assigned: Assigned[] = []
        for (const [number, place] of tried) {
          const town = { ...place, carriers: [place.id] }
          const reviewer = people[number % people.length]
          if (reviewer && conflictOf(reviewer, town, assigned) === undefined) assigned.push({ town: town.id, reviewer })
        }
        const countryOf = (id: string) => id.split(' ')[0] ?? ''
        for (const { town, reviewer } of assigned) {
          expect(reviewer.towns.map(countryOf)).not.toContain(countryOf(town))
          expect(reviewer.towns.length).toBeGreaterThan(0)
          const back = assigned.filter((one) => reviewer.towns.includes(one.town))
          for (const one of back) expect(one.reviewer.towns).not.toContain(town)
        }
      }),
    )
  })

  const moves = fc.array(
    fc.record({
      act: fc.constantFrom('assign', 'give', 'move'),
      who: fc.nat(7),
      town: fc.constantFrom(...towns),
      homes: fc.subarray(towns, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 10, maxLength: 60 },
  )
  // Some carry a plan with a town of another country.
  const carriersOf = (id: string) => (id.endsWith('1') ? ['NL 1', 'DE 1', 'FR 1', 'ES 1'] : [id])

  type Place = (typeof towns)[number]
  interface Asked {
    readonly who: number
    readonly town: Place
    given: boolean
  }

  /** People who move, are asked and write, each as the rules let them. */
  function network() {
    const [homes, asked] = [new Map<number, readonly Place[]>(), [] as Asked[]]
    const reviewer = (who: number): Reviewer => {
      const own = homes.get(who) ?? []
      return { person: `${who}`, towns: own.map(({ id }) => id), countries: own.map(({ country }) => country) }
    }
    const mayAnswer = (who: number, town: Place, but?: Asked) => {
      const others = asked.filter((one) => one !== but)
      const assigned = others.map((one) => ({ town: one.town.id, reviewer: reviewer(one.who) }))
      return conflictOf(reviewer(who), { ...town, carriers: carriersOf(town.id) }, assigned) === undefined
    }
    const give = (who: number): Asked | undefined => {
      const open = asked.find((one) => one.who === who && !one.given)
      if (!open || !mayAnswer(who, open.town, open)) return undefined
      open.given = true
      return open
    }
    const assign = (who: number, town: Place) => {
      if (mayAnswer(who, town)) asked.push({ who, town, given: false })
    }
    return { homes, asked, reviewer, assign, give }
  }

  /** Of what was written: at that moment nothing stood against it. */
  function holds({ asked, reviewer }: ReturnType<typeof network>, { who, town }: Asked) {
    const mine = reviewer(who)
    expect(mine.countries).not.toContain(town.country)
    for (const id of carriersOf(town.id)) expect(mine.towns).not.toContain(id)
    const back = asked.filter((one) => one.given && mine.towns.includes(one.town.id))
    for (const one of back) expect(reviewer(one.who).towns).not.toContain(town.id)
  }

  test('whoever changes towns between being asked and writing writes nothing that they could not be asked for', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const world = network()
        const { homes, assign, give } = world
        for (const { act, who, town, homes: own } of all) {
          if (act === 'move') homes.set(who, own)
          if (act === 'assign') assign(who, town)
          const written = act === 'give' ? give(who) : undefined
          if (written) holds(world, written)
        }
      }),
    )
  })

  test('whoever works for no town and no association is no peer', () => {
    const nobody = { person: '1', towns: [], countries: [] }
    expect(conflictOf(nobody, { id: 'NL 1', country: 'NL', carriers: ['NL 1'] }, [])).toBe('no-home')
    const coordinator = { ...nobody, countries: ['DE'] }
    expect(conflictOf(coordinator, { id: 'NL 1', country: 'NL', carriers: ['NL 1'] }, [])).toBeUndefined()
  })
})

describe('reasons', () => {
  const checks = { namesContact: () => false, givesPlaceAway: () => false }
  const underWay = { state: 'under-way', reason: '' } as const
  const late = { state: 'delayed', reason: 'No room' } as const

  test('are never thrown away without a word, and end with the delay', () => {
    expect(reasonFault({ ...underWay, reason: 'We wait' }, underWay, checks)).toBe('reasonUnasked')
    expect(reasonFault({ ...underWay, reason: 'Better now' }, late, checks)).toBe('reasonUnasked')
    expect(reasonFault({ ...underWay, reason: 'No room' }, late, checks)).toBeUndefined()
    expect(reasonKept({ ...underWay, reason: 'No room' }, late)).toBe('')
    expect(reasonKept(late, underWay)).toBe('No room')
  })

  test('that a plan gives of another state stay until somebody takes them out', () => {
    const done = { state: 'done', reason: 'Earlier than planned' } as const
    expect([reasonFault(done, done, checks), reasonKept(done, done)]).toEqual([undefined, done.reason])
    expect(reasonKept({ ...done, reason: '' }, done)).toBe('')
  })
})

describe('values', () => {
  test('are read as they are written in any country, and refused where they could be two numbers', () => {
    expect(['40', '64,5', '64.5', '-3', '1 250', '٤٠', '1250,75', '0.125'].map(parseValue)).toEqual([
      ...[40, 64.5, 64.5, -3, 1250, 40, 1250.75, 0.125],
    ])
    expect(['1,234', '12.345', '1.234,5', 'many', '', '1e3', '5 %'].map(parseValue)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    )
  })

  test('a number without signs between its thousands comes back as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (value) => {
        expect(parseValue(`${value}`)).toBe(value)
      }),
    )
  })
})

describe('answers', () => {
  const reading = {
    last: { next: { text: 'A box', same: false } },
    namesContact: () => false,
    givesPlaceAway: () => false,
  }

  test('"still true" takes the last answer, and never hides a new one', () => {
    const same = { question: 'next', same: true } as const
    expect(readAnswer({ ...same, text: '' }, reading)).toEqual({ text: 'A box', same: true })
    expect(readAnswer({ ...same, text: 'Two boxes' }, reading)).toEqual({ question: 'next', code: 'both' })
    expect(readAnswer({ question: 'help', same: true, text: 'Money' }, reading)).toEqual({ text: 'Money', same: false })
  })

  test('"still true" in a spreadsheet is the last answer, in quotation marks, too', () => {
    const said = (question: 'next' | 'help') =>
      sheetSays(
        {
          ...{ measures: [], indicators: [] },
          questions: [{ row: 2, cells: [questionKey(question, ''), '', '', '«\u00a0Toujours Vrai\u00a0»'] }],
        },
        {
          ...{ ...reading, report: { revision: 1, answers: {} }, measures: [], today: '2027-01-01' },
          ...{
            states: new Map(),
            stillTrue: new Set(['still true', 'toujours vrai']),
            parseDate: () => null,
            isFew: () => false,
          },
        },
      )
    expect(said('next')).toMatchObject({ sheet: { answers: { next: { text: 'A box', same: true } } } })
    expect(said('help')).toMatchObject({ faults: [{ code: 'noLast', row: 2, title: 'help' }] })
  })

  test('what may be left out is not missing', () => {
    expect(isEnough(['budget', 'next'], reading.last)).toBe(true)
    expect(isEnough(['budget', 'help'], reading.last)).toBe(false)
  })

  test('what was written before anybody looked is not handed in', () => {
    const answers = { next: { text: 'At Elm Street 14', same: false } }
    const checks = { ...reading, givesPlaceAway: (text: string) => text.includes('Street'), today: '2027-01-01' }
    const musts = reportMusts({ form: 'light', answers, looked: [] }, [], checks)
    expect(musts.at(-1)).toEqual({ of: 'question', code: 'words', question: 'next' })
    const still = { question: 'next', same: true, text: '' } as const
    expect(readAnswer(still, { ...checks, last: answers })).toEqual({ question: 'next', code: 'place' })
  })

  test('the difference is what is said otherwise', () => {
    const next = { text: 'Two boxes', same: false }
    expect(answerDifference(reading.last, { next, help: { text: 'Money', same: false } })).toEqual([
      { question: 'help', before: '', after: 'Money' },
      { question: 'next', before: 'A box', after: 'Two boxes' },
    ])
  })
})

describe('cycles', () => {
  const cycle = (number: number, opens: string, due: string, meetingOn: string | null = null): Cycle => ({
    ...{ number, opens, due, meetingOn, demonstration: true, revision: 1 },
  })
  const first = cycle(1, '2027-01-01', '2027-10-01', '2027-11-01')

  test('stay open until the next one opens', () => {
    const second = cycle(2, '2029-01-01', '2029-10-01')
    expect(cycleOn([first, second], '2026-12-31')).toBeUndefined()
    expect(cycleOn([first, second], '2028-06-01')?.number).toBe(1)
    expect(cycleOn([first, second], '2029-01-01')?.number).toBe(2)
  })

  test('follow each other, and the next meeting comes within 24 months', () => {
    const codes = (facts: Cycle) => faultsOf(facts, 2, [first]).map(({ code }) => code)
    expect(codes(cycle(2, '2029-01-01', '2029-09-01', '2029-11-01'))).toEqual([])
    expect(codes(cycle(2, '2029-01-01', '2029-09-01', '2029-11-02'))).toEqual(['meetingLate'])
    expect(codes(cycle(2, '2026-01-01', '2025-09-01'))).toEqual(['order', 'dueOrder'])
    expect(codes(cycle(2, '2029-01-01', '2029-09-01', '2029-08-01'))).toEqual(['meetingEarly'])
  })

  test('belong to the meeting of their day; without one, the newest that is due within the two years before it', () => {
    const dated = cycle(2, '2029-01-01', '2029-09-01', '2029-11-01')
    const waiting = cycle(3, '2031-01-01', '2031-08-30')
    const all = [waiting, dated, cycle(1, '2027-01-01', '2027-10-01')]
    expect(cycleFor(all, '2029-11-01')).toBe(dated)
    expect(cycleFor(all, '2031-09-30')).toBe(waiting)
    expect(cycleFor(all, '2031-08-29')).toBeUndefined()
    expect(cycleFor(all, '2033-08-31')).toBeUndefined()
  })

  test('remind 90 and 30 days before, and never afterwards', () => {
    expect(
      ['2027-07-02', '2027-07-03', '2027-08-31', '2027-09-01', '2027-10-01', '2027-10-02'].map((day) =>
        reminderOn(first, day),
      ),
    ).toEqual([undefined, 90, 90, 30, 30, undefined])
  })
})

test('what is known is taken over above what was said before and what is new, each once', () => {
  const known = [{ text: 'Two towns joined.' }, { text: 'x'.repeat(4_000) }]
  expect(takenOver(known, 'We meet each month.', 'And a song.')).toBe(
    'Two towns joined.\n\nWe meet each month.\n\nAnd a song.',
  )
  expect(takenOver(known, 'The same', 'The same')).toBe('Two towns joined.\n\nThe same')
  expect(takenOver(known, '', '')).toBe('Two towns joined.')
})
