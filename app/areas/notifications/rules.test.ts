import { describe, expect, test } from 'vitest'
import { noticeKinds } from '../../platform/mail/notice.ts'
import {
  choosableKinds,
  deliveryOf,
  digestAfterChoice,
  fixedKinds,
  groupWaiting,
  isChoosable,
  nextDigest,
  timingOf,
  timings,
} from './rules.ts'

const at = (text: string) => Temporal.Instant.from(text)
/** A Tuesday. */
const tuesday = at('2026-03-03T10:00:00Z')

test('every kind can either be chosen for or is told at once', () => {
  expect([...choosableKinds, ...fixedKinds].sort()).toEqual([...noticeKinds].sort())
})

test('what protects somebody is told at once, whatever stands in the choices', () => {
  for (const timing of timings) {
    const choices = Object.fromEntries(noticeKinds.map((kind) => [kind, timing]))
    for (const kind of noticeKinds) expect(timingOf(kind, choices)).toBe(isChoosable(kind) ? timing : 'at-once')
  }
  expect(noticeKinds.map((kind) => timingOf(kind, {}))).toEqual(noticeKinds.map(() => 'at-once'))
})

describe('the next mail that tells things together', () => {
  test.each([
    ['daily', '2026-03-03T05:59:59Z', '2026-03-03T06:00:00Z'],
    ['daily', '2026-03-03T06:00:00Z', '2026-03-04T06:00:00Z'],
    ['daily', '2026-12-31T10:00:00Z', '2027-01-01T06:00:00Z'],
    ['weekly', '2026-03-03T10:00:00Z', '2026-03-09T06:00:00Z'],
    ['weekly', '2026-03-09T05:00:00Z', '2026-03-09T06:00:00Z'],
    ['weekly', '2026-03-09T06:00:00Z', '2026-03-16T06:00:00Z'],
    ['weekly', '2026-03-08T23:00:00Z', '2026-03-09T06:00:00Z'],
  ] as const)('%s after %s is %s', (timing, now, next) => {
    expect(nextDigest(timing, at(now)).toString()).toBe(at(next).toString())
  })
})

describe('a notice', () => {
  test('goes at once, is kept or is dropped as the person chose', () => {
    expect(deliveryOf('at-once', tuesday)).toEqual({ way: 'at-once' })
    expect(deliveryOf('never', tuesday, tuesday)).toEqual({ way: 'drop' })
    expect(deliveryOf('weekly', tuesday)).toEqual({ way: 'keep', digestAt: at('2026-03-09T06:00:00Z') })
  })

  test.each([
    ['daily', '2026-03-05T05:59:00Z', 'at-once'],
    ['daily', '2026-03-05T06:00:00Z', 'keep'],
    ['weekly', '2026-03-10T05:59:00Z', 'at-once'],
    ['weekly', '2026-03-10T06:00:00Z', 'keep'],
    ['weekly', '2026-03-01T00:00:00Z', 'at-once'],
  ] as const)('that could wait for the %s mail and is due %s: %s', (timing, due, way) => {
    expect(deliveryOf(timing, tuesday, at(due)).way).toBe(way)
  })

  test('that waits already follows a new choice', () => {
    expect(digestAfterChoice('never', tuesday)).toBeUndefined()
    expect(digestAfterChoice('at-once', tuesday)).toEqual(tuesday)
    expect(digestAfterChoice('daily', tuesday)).toEqual(at('2026-03-04T06:00:00Z'))
  })
})

test('together, the kind with what is due first comes first; without a day, what has waited longest', () => {
  const entry = (kind: string, kept: number, due?: number) => ({
    kind,
    keptAt: tuesday.add({ hours: kept }),
    due: due === undefined ? undefined : tuesday.add({ hours: due }),
  })
  const late = entry('approval', 1, 90)
  const soon = entry('approval', 5, 50)
  const old = entry('people', 0)
  const young = entry('people', 9)
  const soonest = entry('support', 9, 40)
  expect(groupWaiting([young, old, late, soon, soonest])).toEqual([
    { kind: 'support', entries: [soonest] },
    { kind: 'approval', entries: [soon, late] },
    { kind: 'people', entries: [old, young] },
  ])
})
