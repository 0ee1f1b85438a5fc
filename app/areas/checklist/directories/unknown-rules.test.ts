import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ServiceFacts } from '../schema.ts'
import { at, facts, text } from '../test-town.ts'
import { unknownHere } from './unknown-rules.ts'

const phone = (number: string): ServiceFacts['phones'] => facts({ phones: [{ number }] as never }).phones
const one = (given: Partial<ServiceFacts>) => ({ facts: facts(given) })
const hidden = { type: 'confidential' } as const
const left = (suggested: Partial<ServiceFacts>, ...here: Partial<ServiceFacts>[]) =>
  unknownHere([one(suggested)], here.map(one), 'NL').length

test('what the town has probably already is not suggested', () => {
  expect(left({ name: text('Het Luisterend Oor', 'nl') }, { name: text('Luisterend Oor, Het', 'nl') })).toBe(1)
  expect(left({ name: text('Oor', 'nl') }, { name: text('OOR', 'nl') })).toBe(0)
  const same = { name: text('Jeugdhulp Noord', 'nl'), phones: phone('020 123 45 67') }
  expect(left({ ...same, name: text('Jeugdhulp Noort', 'nl'), phones: phone('+31 20 1234567') }, same)).toBe(0)
  expect(left(same, { name: text('Iets anders', 'nl') })).toBe(1)
})

test('two of a directory are not held against each other', () => {
  const twins = [one({ name: text('Oor', 'nl') }), one({ name: text('Oor', 'nl') })]
  expect(unknownHere(twins, [], 'NL')).toEqual(twins)
})

test('what may be a confidential place of the town is left out where anything tells it', () => {
  const refuge = { name: text('Toevlucht', 'nl'), place: hidden, phones: phone('020 123 45 67') }
  expect(left({ name: text('Blijf', 'nl'), place: at('Markt 1'), phones: phone('020 1234567') }, refuge)).toBe(0)
  expect(
    left(
      { name: text('Blijf', 'nl'), place: at('Markt 1'), web: 'https://x.org/a' },
      { ...refuge, web: 'https://x.org/a/' },
    ),
  ).toBe(0)
  // The website of a whole organisation tells nothing of one of its houses.
  expect(left({ name: text('Blijf', 'nl'), web: 'https://x.org' }, { ...refuge, web: 'https://x.org/' })).toBe(1)
})

test('what shares nothing with anything here is always suggested, in the order of the directory', () => {
  const word = fc.stringMatching(/^[a-z]{3,12}$/)
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 12 }), fc.nat(12), (words, cut) => {
      const all = words.map((name) => one({ name: text(`${name}${name}`, 'nl'), kinds: [`kind-${name}`] }))
      const [there, here] = [all.slice(0, cut), all.slice(cut)]
      const kept = unknownHere(there, here, 'NL')
      expect(kept).toEqual(there.filter((each) => kept.includes(each)))
      expect(unknownHere(there, [], 'NL')).toEqual(there)
      expect(unknownHere(here, here, 'NL')).toEqual([])
    }),
  )
})
