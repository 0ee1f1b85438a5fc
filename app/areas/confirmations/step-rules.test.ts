import { expect, test } from 'vitest'
import { letterStepToTake, type Step, stepToTake, unansweredSteps } from './step-rules.ts'

const asked = Temporal.Instant.from('2026-03-10T10:00:00Z')

/** The days after the first mail on which each step is taken, by a look on every day. */
function played(
  hasDeputy: boolean,
  days: number,
  looksOn: (day: number) => boolean = () => true,
  refused: readonly ('email' | 'deputy')[] = [],
): [Step, number][] {
  const reachable = {
    email: !refused.includes('email'),
    deputy: hasDeputy && !refused.includes('deputy'),
  }
  const taken: [Step, number][] = []
  for (let day = 0; day <= days; day += 1) {
    if (!looksOn(day)) continue
    const now = asked.add({ hours: 24 * day })
    const step = stepToTake(
      asked,
      taken.map(([one]) => one),
      reachable,
      now,
    )
    if (step) taken.push([step, day])
  }
  return taken
}

test('each step is taken once, on its day', () => {
  expect(played(true, 400)).toEqual(unansweredSteps.map(({ step, afterDays }) => [step, afterDays]))
})

test('without a deputy the office is next, on its own day', () => {
  expect(played(false, 400)).toEqual([
    ['second', 14],
    ['office', 42],
    ['association', 70],
  ])
})

test('after months in which nothing ran, nobody is passed over and nobody comes twice', () => {
  expect(played(true, 400, (day) => day >= 100)).toEqual([
    ['second', 100],
    ['deputy', 101],
    ['office', 102],
    ['association', 103],
  ])
})

test('where the first address takes no mail, the second is asked at once; it has its time to answer', () => {
  expect(played(true, 400, undefined, ['email'])).toEqual([
    ['deputy', 0],
    ['office', 42],
    ['association', 70],
  ])
})

test.each([true, false])('where no address takes mail, the office is told at once, its association later', (deputy) => {
  expect(played(deputy, 400, undefined, ['email', 'deputy'])).toEqual([
    ['office', 0],
    ['association', 70],
  ])
})

/** The days after the first letter was due, where it and the second one are posted so many days after they are due. */
function playedByLetter(hasDeputy: boolean, first: number | undefined, second = 0): [Step, number][] {
  const taken: [Step, number][] = []
  const at = (day: number) => asked.add({ hours: 24 * day })
  for (let day = 0; day <= 400; day += 1) {
    const again = taken.find(([step]) => step === 'second')?.[1]
    const posted = {
      first: first !== undefined && day >= first ? at(first) : undefined,
      second: again !== undefined && day >= again + second ? at(again + second) : undefined,
    }
    const steps = taken.map(([one]) => one)
    const step = letterStepToTake({ dueAt: asked, ...posted }, steps, hasDeputy, at(day))
    if (step) taken.push([step, day])
  }
  return taken
}

test('letters have a week more than mails, counted from the day on which they were posted', () => {
  expect(playedByLetter(true, 0)).toEqual(unansweredSteps.map(({ step, afterDays }) => [step, afterDays + 7]))
  expect(playedByLetter(false, 10)).toEqual([
    ['second', 31],
    ['office', 59],
    ['association', 87],
  ])
})

test('a second letter that lay in the office gives its provider the time that this took', () => {
  expect(playedByLetter(true, 0, 5)).toEqual([
    ['second', 21],
    ['deputy', 40],
    ['office', 54],
    ['association', 82],
  ])
})

test('a letter that nobody posts is not followed by another, but neither is the provider forgotten', () => {
  expect(playedByLetter(true, undefined)).toEqual([
    ['deputy', 35],
    ['office', 49],
    ['association', 77],
  ])
})
