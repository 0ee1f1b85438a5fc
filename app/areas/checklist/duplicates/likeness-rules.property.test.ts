import fc from 'fast-check'
import { getCountries, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { expect, test } from 'vitest'
import { alikePairs, groupsOf, isPossible, isProbable, namesAreNear, tellingMarks } from '../alike-rules.ts'
import type { ServiceFacts } from '../schema.ts'
import { at, facts, text } from '../test-town.ts'
import { type Comparable, likeServices } from './likeness-rules.ts'

const phone = (number: string): ServiceFacts['phones'] => facts({ phones: [{ number }] as never }).phones
const from = (id: string, given: Partial<ServiceFacts>, own = true): Comparable => ({ id, own, facts: facts(given) })
const reasonsOf = (...services: Comparable[]) => likeServices(services, 'NL').map(({ reasons }) => reasons)

const words = fc.constantFrom('Oor', 'Jeugdhulp Noord', 'Jeugdhulp Noort', 'Listening Ear', 'Het Luisterend Oor')
const given = fc.record({
  name: words.map((name) => text(name, 'nl')),
  phones: fc.constantFrom('020 123 45 67', '+31 20 1234567', '0800 1111').map(phone),
  web: fc.constantFrom(null, 'https://www.example.org/', 'http://example.org'),
  email: fc.constantFrom(null, 'a@example.org', 'A@example.org'),
  kinds: fc.constantFrom<string[]>(['child-helpline'], ['crisis-counselling']),
  place: fc.constantFrom(at('Market 1'), at('market 1'), { type: 'none' } as const, { type: 'confidential' } as const),
})
const services = fc
  .array(fc.tuple(given, fc.boolean()), { maxLength: 12 })
  .map((all) => all.map(([each, own], index) => from(`service-${index + 10}`, each, own)))

test('comparing only those that share something finds what comparing each with each finds', () => {
  fc.assert(
    fc.property(services, (all) => {
      const each = all.flatMap((one, index) =>
        all.slice(index + 1).flatMap((other) => likeServices([one, other], 'NL').map((like) => JSON.stringify(like))),
      )
      expect(
        likeServices(all, 'NL')
          .map((like) => JSON.stringify(like))
          .sort(),
      ).toEqual(each.sort())
    }),
  )
})

test('nothing of a confidential place is compared, and no two services of others', () => {
  fc.assert(
    fc.property(services, (all) => {
      const byId = new Map(all.map((one) => [one.id, one]))
      for (const { one, other } of likeServices(all, 'NL')) {
        expect(byId.get(one)?.own).toBe(true)
        expect([one, other].map((id) => byId.get(id)?.facts.place.type)).not.toContain('confidential')
      }
    }),
  )
})

test('the order in which services come changes nothing', () => {
  fc.assert(
    fc.property(services, (all) => {
      expect(likeServices(all.toReversed(), 'NL')).toEqual(likeServices(all, 'NL'))
    }),
  )
})

test('a number is the same however it is written', () => {
  const [one, other] = [{ name: text('Jeugdhulp Noord') }, { name: text('Jeugdhulp  Noord-') }]
  expect(
    reasonsOf(
      from('a', { ...one, phones: phone('020 624 11 11'), kinds: ['child-helpline'] }),
      from('b', { ...other, phones: phone('+31206241111'), kinds: ['crisis-counselling'] }),
    ),
  ).toEqual([['name', 'phone']])
})

test('also in every country: as one dials it there, and from abroad', () => {
  for (const country of getCountries()) {
    const example = getExampleNumber(country, examples)
    if (!example || example.nationalNumber.length < 7) continue
    const marks = [example.formatNational(), example.formatInternational(), example.number].map((number) => {
      const all = tellingMarks(facts({ phones: phone(number) }), country)
      return new Set(all.filter((mark) => mark.startsWith('phone ')))
    })
    for (const one of marks)
      for (const other of marks) expect([country, one.isDisjointFrom(other)]).toEqual([country, false])
  }
})

test('a similar name needs a second sign; another figure in it is another name', () => {
  const near = { name: text('Youth help north side') }
  expect(reasonsOf(from('a', near), from('b', { name: text('Youth help, north-side.s') }))).toEqual([])
  const withNumber = (name: string) => ({ name: text(name), phones: phone('0800 1111') })
  expect(
    reasonsOf(from('a', withNumber('Youth help north side')), from('b', withNumber('Youth help north sides'))),
  ).toEqual([['nearName', 'phone', 'kind']])
  expect(namesAreNear('youth help team 1', 'youth help team 2')).toBe(false)
})

test('the same machine-made translation makes no two services one', () => {
  const name = (nl: string): ServiceFacts['name'] => ({
    ...text(nl, 'nl'),
    en: { text: 'Youth counselling', origin: 'machine' },
  })
  expect(reasonsOf(from('a', { name: name('Jongerenwerk') }), from('b', { name: name('Praathuis') }))).toEqual([])
})

test('what very many share tells nothing', () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    from(`service-${index + 100}`, {
      name: text(`House at the river ${String.fromCharCode(97 + index / 26, 97 + (index % 26))}`),
      phones: phone('020 624 11 11'),
      web: 'https://example.org',
      place: at('Market 1'),
    }),
  )
  expect(likeServices(many, 'NL')).toEqual([])
  expect(likeServices(many.slice(0, 3), 'NL')).toHaveLength(3)
})

test('what one organisation offers under other names is several things, whatever else is the same', () => {
  const all = {
    phones: phone('020 624 11 11'),
    web: 'https://example.org',
    email: 'a@example.org',
    place: at('Market 1'),
  }
  const named = ['Tuberculosis clinic', 'Vital statistics', 'School nurse', 'Team 1', 'Team 2'].map((name) =>
    text(name),
  )
  expect(
    likeServices(
      named.map((name, index) => from(`service-${index}`, { ...all, name })),
      'NL',
    ),
  ).toEqual([])
})

test('what is probably the same possibly is, whoever asks', () => {
  fc.assert(
    fc.property(services, (all) => {
      const pairs = alikePairs(all, 'NL')
      expect(pairs.filter((pair) => isProbable(pair) && !isPossible(pair))).toEqual([])
      const seen = new Set(pairs.filter(isProbable).map(({ one, other }) => [one.id, other.id].toSorted().join()))
      for (const { one, other } of likeServices(all, 'NL')) expect(seen.has([one, other].toSorted().join())).toBe(true)
    }),
  )
})

test('groups hold each service once, whatever pairs there are, and both sides of each pair', () => {
  fc.assert(
    fc.property(services, (all) => {
      const pairs = alikePairs(all, 'NL').filter(isPossible)
      const groups = groupsOf(all, pairs)
      expect(groups.flat().toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
        all.toSorted((a, b) => a.id.localeCompare(b.id)),
      )
      const groupOf = (id: string) => groups.findIndex((group) => group.some((one) => one.id === id))
      for (const { one, other } of pairs) expect(groupOf(one.id)).toBe(groupOf(other.id))
      expect(groups.map((group) => group.map(({ id }) => id).toSorted()).toSorted()).toEqual(
        groupsOf(all.toReversed(), pairs.toReversed())
          .map((group) => group.map(({ id }) => id).toSorted())
          .toSorted(),
      )
    }),
  )
})

test('a short number is everybody’s: it makes no two services one', () => {
  const helpline = (id: string, name: string) => from(id, { name: text(name), phones: phone('116 111') })
  expect(reasonsOf(helpline('a', 'Youth help north side'), helpline('b', 'Youth help north sides'))).toEqual([])
})

test('a number of a neighbouring country is the same with its country code and without', () => {
  const near = (id: string, name: string, number: string) => from(id, { name: text(name), phones: phone(number) })
  const [one, other] = [near('a', 'Offenes Ohr', '+41440000001'), near('b', 'Zuhören', '0440000001')]
  expect(alikePairs([one, other], 'LI').map(({ reasons }) => reasons)).toEqual([['phone', 'kind']])
})
