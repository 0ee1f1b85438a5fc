import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentFrom, papersFrom, typedMoment } from './call-form.ts'
import { asksSame, type ChoiceState, mayMoveDeadline, stageOfCall } from './call-rules.ts'
import {
  choiceFault,
  conflictWith,
  pointsOf,
  type ReviewerSheet,
  sheetsForReviewer,
  sheetsForSecretariat,
  unscored,
} from './score-rules.ts'
import { standStep } from './stand-rules.ts'

/** One that holds for whatever is given. */
const prop =
  <A extends [unknown, ...unknown[]]>(given: { [K in keyof A]: fc.Arbitrary<A[K]> }) =>
  (name: string, check: (...each: A) => void) =>
    test(name, () => fc.assert(fc.property(...given, check)))

const country = fc.constantFrom('NL', 'FR', 'RS', 'SE')
const bids = fc.array(country, { maxLength: 5 }).map((all) => all.map((one, at) => ({ id: `bid ${at}`, country: one })))
const scores = fc.array(fc.record({ score: fc.integer({ min: 0, max: 5 }), reason: fc.constant('Because') }), {
  ...{ minLength: 2, maxLength: 2 },
})
const sheetOf = (person: string) =>
  fc
    .record({ given: fc.boolean(), bids: fc.dictionary(fc.constantFrom('bid 0', 'bid 1', 'bid 2'), fc.option(scores)) })
    .map(({ given, bids: written }): ReviewerSheet => ({ person, given, bids: new Map(Object.entries(written)) }))
const sheets = fc.tuple(sheetOf('a'), sheetOf('b'), sheetOf('c'))

describe('conflicts', () => {
  prop([bids, fc.array(country), sheetOf('a')])(
    'nobody has to score, or may score, their own country',
    (all, countries, sheet) => {
      for (const bid of all) {
        const conflict = conflictWith({ countries }, bid, sheet)
        if (countries.includes(bid.country) || countries.length === 0) expect(conflict).toBeDefined()
        if (conflict) expect(unscored({ countries }, all, sheet)).not.toContain(bid)
      }
    },
  )

  prop([bids, fc.array(country, { minLength: 1 })])(
    'whoever declares a conflict is out of that bid',
    (all, countries) => {
      const sheet = { person: 'a', given: false, bids: new Map(all.map(({ id }) => [id, null])) }
      expect(unscored({ countries }, all, sheet)).toEqual([])
      for (const bid of all) expect(conflictWith({ countries }, bid, sheet)).toBeDefined()
    },
  )
})

describe('secrecy', () => {
  prop([sheets])('nobody sees what others gave before they have handed in their own', (all) => {
    const seen = sheetsForReviewer(all, 'a')
    const [own] = all
    expect(seen).toContain(own)
    if (!own.given) expect(seen).toEqual([own])
    for (const one of seen) expect(one === own || one.given).toBe(true)
  })

  prop([sheets, fc.boolean()])(
    'the secretariat sees nothing before all have given or the day has passed',
    (all, late) => {
      const days = { scoresBy: '2027-01-31', today: late ? '2027-02-01' : '2027-01-31' }
      const seen = sheetsForSecretariat(all, days)
      expect(seen !== undefined).toBe(late || all.every(({ given }) => given))
      for (const one of seen ?? []) expect(one.given).toBe(true)
    },
  )

  prop([sheets])('points lie between 0 and 100, and conflicts do not count', (all) => {
    const points = pointsOf('bid 0', all, [3, 2])
    expect(points === undefined).toBe(all.every(({ bids: written }) => !written.get('bid 0')))
    expect(points ?? 0).toBeGreaterThanOrEqual(0)
    expect(points ?? 0).toBeLessThanOrEqual(100.000001)
  })
})

describe('a choice', () => {
  const town = fc.constantFrom('a', 'b', 'c')

  prop([town, fc.option(town), fc.subarray(['a', 'b', 'c']), fc.constantFrom('', 'Nobody was free')])(
    'is made by scores, or says why it is not',
    (host, runnerUp, scored, unscored) => {
      const fault = choiceFault({ host, runnerUp, unscored }, (one) => scored.includes(one))
      if (scored.length === 0) expect(fault?.field).toBe(unscored === '' ? 'unscored' : undefined)
      if (scored.length === 3) expect(fault).toBeUndefined()
      if (scored.includes(host) && runnerUp !== null && !scored.includes(runnerUp))
        expect(fault?.field).toBe('runnerUp')
    },
  )

  test('stays by the same criteria where they weigh another time, or are said in one more language', () => {
    const before = [{ weight: 3, names: { en: 'Safe' } }]
    expect(asksSame(before, [{ weight: 1, names: { en: 'Safe', fr: 'Sûr' } }])).toBe(true)
    for (const after of [[], [{ weight: 3, names: { en: 'Near' } }], [...before, ...before]])
      expect(asksSame(before, after)).toBe(false)
  })
})

describe('what the secretariat does next', () => {
  const at = Temporal.Instant.from('2027-02-01T16:00Z')
  const call = {
    ...{
      meeting: '',
      opens: at.subtract({ hours: 9 }),
      deadline: at,
      zone: 'UTC',
      scoresBy: '2027-02-20',
      revision: 1,
    },
    ...{ requirements: {}, criteria: [], documents: [], files: [], published: true },
  }
  const sheet = (given: boolean): ReviewerSheet => ({ person: 'a', given, bids: new Map() })
  const choice = (state: ChoiceState, runnerUp: string | null = null, days = 1) => ({
    ...{ state, runnerUp, at: at.add({ hours: 24 * days }) },
  })

  test.each([
    ['askReviewers', { bids: 2 }, '2027-02-02'],
    ['noBids', {}, '2027-02-02'],
    [undefined, { bids: 2, sheets: [sheet(true), sheet(false)] }, '2027-02-20'],
    ['chooseLate', { bids: 2, sheets: [sheet(true), sheet(false)] }, '2027-02-21'],
    ['choose', { bids: 2, sheets: [sheet(true)] }, '2027-02-02'],
    [undefined, { bids: 2, choice: choice('chosen') }, '2027-02-21'],
    ['withdrawn', { bids: 2, choice: choice('withdrawn', 'b') }, '2027-02-21'],
    ['nobodyLeft', { bids: 2, choice: choice('withdrawn') }, '2027-02-21'],
    ['reopened', { bids: 2, choice: choice('reopened') }, '2027-02-21'],
    // Its new deadline has passed, too.
    ['askReviewers', { bids: 2, choice: choice('reopened', null, -9) }, '2027-02-02'],
  ])('%s where %o', (step, known, today) => {
    const now = Temporal.Instant.from(`${today}T12:00Z`)
    expect(standStep({ call, choice: undefined, bids: 0, sheets: [], ...known }, { now, today })).toBe(step)
  })

  test('nothing before bids are sealed', () => {
    const days = { now: at, today: '2027-02-01' }
    expect(standStep({ call, choice: undefined, bids: 0, sheets: [] }, days)).toBeUndefined()
  })
})

describe('the deadline', () => {
  const moment = fc
    .integer({ min: 1, max: 4_000_000 })
    .map((minutes) => Temporal.Instant.fromEpochMilliseconds(minutes * 60_000))

  prop([moment, moment, moment])(
    'a published one only ever moves later, and never once it has passed',
    (before, after, now) => {
      const moves = mayMoveDeadline({ published: true, deadline: before }, after, { now, reopened: false })
      const isLater = Temporal.Instant.compare(after, before) > 0 && Temporal.Instant.compare(now, before) <= 0
      expect(moves).toBe(before.equals(after) || isLater)
    },
  )

  prop([moment])('is read as it is written, in its zone', (at) => {
    expect(momentFrom(typedMoment(at, 'Europe/Belgrade'), 'Europe/Belgrade')?.toString()).toBe(at.toString())
  })

  test('the very moment still counts, the next does not', () => {
    const [opens, deadline] = ['2027-01-01T00:00Z', '2027-02-01T16:00Z'].map((one) => Temporal.Instant.from(one))
    if (!opens || !deadline) throw new Error('no moment')
    expect(stageOfCall({ published: true, opens, deadline }, deadline)).toBe('open')
    expect(stageOfCall({ published: true, opens, deadline }, deadline.add({ milliseconds: 1 }))).toBe('sealed')
  })

  test('papers are links that begin with https', () => {
    expect(papersFrom('Letter https://a.example/x\nhttps://b.example/')).toEqual([
      { title: 'Letter', url: 'https://a.example/x' },
      { title: 'https://b.example/', url: 'https://b.example/' },
    ])
    expect(papersFrom('http://a.example')).toBeUndefined()
  })
})
