import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actsIn, afterAct, campaignActs, campaignStates, didNothing, languageFor, missingIn } from './campaign-rules.ts'
import { kindsToBeginWith, stepsDone } from './joining/first-rules.ts'
import { roomNow } from './send/send-waiting.ts'
import { startFrom } from './when-rules.ts'

const anyState = fc.constantFrom(...campaignStates)
const anyAct = fc.constantFrom(...campaignActs)

test('what is stopped or finished never goes on, and nothing that has begun is a draft again', () => {
  fc.assert(
    fc.property(anyState, fc.array(anyAct), (from, acts) => {
      let state = from
      for (const act of acts) state = afterAct(state, act) ?? state
      if (from === 'stopped' || from === 'finished') expect(state).toBe(from)
      if (from !== 'draft' && from !== 'scheduled') expect(['draft', 'scheduled']).not.toContain(state)
    }),
  )
  expect(actsIn('running')).toEqual(['pause', 'stop'])
})

const steps = ['silent', 'invited', 'staffed', 'published']
test('whoever came a step further, whose page gained something, or who wrote or published, is not reminded; whoever stands still is', () => {
  const standing = fc.record({
    step: fc.constantFrom(...steps),
    marks: fc.subarray(['core', 'fresh', 'embedded', 'event']),
    version: fc.nat(2),
    written: fc.nat(2),
  })
  fc.assert(
    fc.property(standing, standing, (before, now) => {
      const further = steps.indexOf(now.step) > Math.max(1, steps.indexOf(before.step))
      const gained = now.marks.some((mark) => !before.marks.includes(mark))
      const worked = now.version > before.version || now.written > before.written
      expect(didNothing(before, now)).toBe(!further && !gained && !worked)
      // Of letters that went before it was kept, nobody is said to have done something.
      const unknown = { ...before, version: null, written: null }
      expect(didNothing(unknown, now)).toBe(!further && !gained)
    }),
  )
})

test('a town is written to in a language in which there is a letter: its contact’s, its own, else the first', () => {
  const language = fc.constantFrom('nl', 'fy', 'en', 'de')
  fc.assert(
    fc.property(
      fc.option(language),
      fc.array(language),
      fc.uniqueArray(language),
      language,
      (contact, official, letters, first) => {
        const chosen = languageFor({ contact, official }, letters, first)
        expect([...letters, first]).toContain(chosen)
        if (contact !== null && letters.includes(contact)) expect(chosen).toBe(contact)
      },
    ),
  )
  expect(languageFor({ contact: 'de', official: ['fy', 'nl'] }, ['nl'], 'en')).toBe('nl')
})

test('nothing is missing once there is a letter for all, a mailbox, and somebody', () => {
  const letters = [{ language: 'nl', subject: 'x', body: '{link}' }]
  expect(missingIn({ firstLanguage: 'nl' }, { letters, replyConfirmed: true, reached: 1 })).toEqual([])
  expect(missingIn({ firstLanguage: 'fy' }, { letters, replyConfirmed: false, reached: 0 })).toEqual([
    'letter',
    'reply',
    'nobody',
  ])
})

const now = Temporal.Instant.from('2026-11-29T12:00:00Z')
test('however long nobody looked, no more than two minutes are caught up with', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6_000 }), fc.integer({ min: 0, max: 1_000_000 }), (pace, seconds) => {
      const room = roomNow(pace, now.subtract({ seconds }), now)
      expect(room).toBeLessThanOrEqual(pace * 2)
      expect(room).toBeLessThanOrEqual((pace * seconds) / 60)
    }),
  )
  expect(roomNow(120, now.subtract({ seconds: 60 }), now)).toBe(120)
  expect(roomNow(120, undefined, now)).toBe(120)
})

test.each([
  [{ when: 'now', day: '', month: '', year: '' }, '2026-11-29T12:00:00Z'],
  [{ when: 'day', day: '1', month: '12', year: '2026' }, '2026-12-01T08:00:00Z'],
  [{ when: 'day', day: '29', month: '11', year: '2026' }, 'past'],
  [{ when: 'day', day: '31', month: '6', year: '2027' }, 'date'],
  [{ when: 'day', day: '1', month: '12', year: '2030' }, 'far'],
  [{ when: '', day: '', month: '', year: '' }, 'choose'],
])('%j starts at %s', (typed, expected) => {
  const read = startFrom(typed, now, 'Europe/Amsterdam')
  expect('fault' in read ? read.fault.code : read.startAt.toString()).toBe(expected)
})

test('a town begins with ten kinds of the core set that are help to call, in the order of the checklist', () => {
  const kinds = Array.from({ length: 40 }, (_, index) => ({
    ...{ id: `kind-${index}`, number: 40 - index, core: index % 2 === 0, duty: index % 8 === 0 },
  }))
  const chosen = kindsToBeginWith(kinds)
  expect(chosen).toHaveLength(10)
  expect(chosen[0]).toBe('kind-38')
  // What families look for comes first; what is a duty, or not in the core set, does not come for that.
  expect(kindsToBeginWith(kinds, ['kind-2', 'kind-8', 'kind-1', 'kind-36']).slice(0, 3)).toEqual([
    'kind-2',
    'kind-36',
    'kind-38',
  ])
  expect(stepsDone({ answered: 10, kinds: 10, published: true })).toBe(3)
  expect(stepsDone({ answered: 9, kinds: 10, published: false })).toBe(1)
})
