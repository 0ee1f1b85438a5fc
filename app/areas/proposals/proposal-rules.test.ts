import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, loadChecklist, type Service, service, standardWords } from '../checklist/index.ts'
import { type Publishing, proposalItems, usualLevel, type World } from './proposal-rules.ts'

const checklist = loadChecklist()
const id = (number: number) => `5afe7035-0000-8000-8000-${String(number).padStart(12, '0')}`
const named = (number: number) => ({ id: id(number), name: `Town ${number}`, names: {} })
const words = (text: string) => ({ nl: { text, origin: 'person' as const } })

const serviceOf = (number: number, given: Partial<Service> = {}): Service =>
  service.parse({
    id: id(number),
    kinds: ['trauma-therapy'],
    name: words('Therapie aan de Markt'),
    whatHappens: words('Je maakt kennis.'),
    phones: [{ number: '0800 0432' }],
    email: 'x@example.org',
    provider: 'Stichting',
    place: { type: 'addresses', addresses: [{ street: 'Markt 1', town: 'Verzinsel' }] },
    parentNeeded: 'no',
    tellsOthers: 'no',
    ...given,
  })

const empty: World = {
  checklist,
  answered: new Set(),
  served: new Set(),
  inherited: [],
  offered: [],
  texts: [],
  suggested: [],
  areas: [],
  neighbours: [],
  namesContact: (text) => /\d{3}|Markt/.test(text),
}
const publishing = (number: number, given: Partial<Publishing> = {}): Publishing => ({
  ...named(number),
  answers: [],
  services: [],
  ...given,
})
const text = {
  id: id(90),
  owner: { ...named(9), type: 'authority' as const },
  kind: 'trauma-therapy',
  version: 1,
  words: standardWords.parse({ whatHappens: words('Rustig') }),
  withdrawn: false,
}
const itemsFor = (kind: string, world: Partial<World>) =>
  proposalItems({ ...empty, ...world }).filter((item) => item.kind === kind)

test('a town without anybody near it hears from the checklist alone who usually does what', () => {
  const items = proposalItems(empty)
  expect(new Set(items.map(({ type }) => type))).toEqual(new Set(['level']))
  expect(items.map(({ kind }) => kind)).toEqual(
    [...checklist.kinds]
      .sort((a, b) => Number(b.core) - Number(a.core) || a.number - b.number)
      .filter((kind) => usualLevel(kind))
      .map(({ id: kind }) => kind),
  )
})

test.each([
  ['national helpline; municipality shows it', 'national'],
  ['region/state, shared by towns', 'region'],
  ['clinic, NGO (often regional or national)', 'region-or-national'],
  ['police, prosecutor, Barnahus', 'police'],
  ['municipality or district duty team, police', undefined],
])('%s', (typicalProvider, level) => {
  expect(usualLevel({ typicalProvider })).toBe(level)
})

test('words for a duty are shown as long as it is unanswered, and make no service', () => {
  const kind = 'safe-recruitment'
  const duty = { ...text, kind }
  expect(itemsFor(kind, { texts: [duty] })).toEqual([{ type: 'words', key: `words:${duty.id}`, kind, text: duty }])
  expect(itemsFor(kind, { texts: [duty], answered: new Set([kind]) })).toEqual([])
})

describe('a service of a neighbour', () => {
  const neighbours = [publishing(2, { services: [serviceOf(20)] })]

  test('is a pattern without name, contact, place, hours and promises', () => {
    const [item] = itemsFor('trauma-therapy', { neighbours })
    if (item?.type !== 'neighbour') throw new Error('not proposed')
    expect(item.pattern).toEqual({
      audiences: [],
      ages: null,
      whatHappens: words('Je maakt kennis.'),
      howDecided: {},
      howToComplain: {},
    })
  })

  test('loses words that name a street or a number', () => {
    const spoken = serviceOf(20, { whatHappens: words('Kom naar de Markt'), howDecided: words('Bel 123456') })
    const [item] = itemsFor('trauma-therapy', { neighbours: [publishing(2, { services: [spoken] })] })
    expect(item?.type === 'neighbour' && item.pattern).toMatchObject({ whatHappens: {}, howDecided: {} })
  })

  test('in a confidential place is not spoken of at all', () => {
    const hidden = serviceOf(20, { place: { type: 'confidential' } })
    expect(itemsFor('trauma-therapy', { neighbours: [publishing(2, { services: [hidden] })] })).toEqual([])
  })

  test('stands back where there is a standard text, an answer or a service of the town’s own', () => {
    const types = (world: Partial<World>) =>
      itemsFor('trauma-therapy', { neighbours, ...world }).map(({ type }) => type)
    expect(types({ texts: [text] })).toEqual(['standard'])
    expect(types({ answered: new Set(['trauma-therapy']) })).toEqual([])
    expect(types({ served: new Set(['trauma-therapy']), texts: [text] })).toEqual([])
  })
})

describe('what others do', () => {
  const said: Answer = {
    kind: 'trauma-therapy',
    status: 'not-our-task',
    plannedFor: null,
    note: words('De regio doet het.'),
    answeredOn: '2026-11-01',
  }

  test('areas speak before neighbours, and a note with a number is nobody’s to copy', () => {
    const world = {
      areas: [publishing(1, { answers: [{ ...said, note: words('Bel 0800 0432') }] })],
      neighbours: [publishing(2, { answers: [said] }), publishing(3, { answers: [said] })],
    }
    expect(itemsFor('trauma-therapy', world)).toMatchObject([{ type: 'answer', owner: { id: id(2) } }])
    const areas = [publishing(1, { answers: [said] })]
    expect(itemsFor('trauma-therapy', { ...world, areas })).toMatchObject([{ type: 'answer', owner: { id: id(1) } }])
  })

  test('a service that serves the town already comes first; another one later is another suggestion', () => {
    const one = { service: serviceOf(30), owner: named(1) }
    const two = { service: serviceOf(31), owner: named(1) }
    const [first] = itemsFor('trauma-therapy', { inherited: [one], areas: [publishing(1, { answers: [said] })] })
    expect(first?.type).toBe('inherited')
    const [later] = itemsFor('trauma-therapy', { inherited: [two, one] })
    const [again] = itemsFor('trauma-therapy', { inherited: [one, two] })
    expect(later?.key).not.toBe(first?.key)
    expect(later?.key).toBe(again?.key)
  })

  test('what somebody offers waits for an answer, also where the town has said something about the kind', () => {
    const one = { service: serviceOf(30), owner: named(1) }
    const [offered] = itemsFor('trauma-therapy', { offered: [one], answered: new Set(['trauma-therapy']) })
    expect(offered).toMatchObject({ type: 'offered', service: { id: id(30) }, owner: { id: id(1) } })
    expect(itemsFor('trauma-therapy', { offered: [one], served: new Set(['trauma-therapy']) })).toEqual([])
  })
})

test('no two items have the same name, and each fits its column', () => {
  const kinds = checklist.kinds.map((kind) => kind.id)
  const services = fc.array(
    fc.record({ number: fc.integer({ min: 1, max: 999 }), kinds: fc.subarray(kinds, { minLength: 1 }) }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(services, services, (inherited, theirs) => {
      const items = proposalItems({
        ...empty,
        inherited: inherited.map((one) => ({ service: serviceOf(one.number, { kinds: one.kinds }), owner: named(1) })),
        neighbours: [2, 3, 4].map((number) =>
          publishing(number, {
            services: theirs.map((one) => serviceOf(number * 1000 + one.number, { kinds: one.kinds })),
          }),
        ),
      })
      const keys = items.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.filter((key) => key.length > 200)).toEqual([])
    }),
    { numRuns: 50 },
  )
})

describe('what a directory suggests', () => {
  const suggested = (given: Partial<Service> = {}, sha256 = 'a'.repeat(64)) => {
    const { id: _, ...facts } = serviceOf(1, given)
    const [feed, association] = [id(70), { ...named(7) }]
    return { feed, directory: 'Wegwijzer', association, facts, sha256, by: 'area', fetchedAt: at } as const
  }
  const at = Temporal.Instant.from('2026-03-10T02:00:00Z')
  const keysOf = (kind: string, world: Partial<World>) =>
    itemsFor(kind, world).flatMap(({ type, key }) => (type === 'directory' ? [key] : []))

  test('stands there also where the town has answered, or has another service of the kind', () => {
    const [one] = [suggested()]
    for (const world of [{}, { answered: new Set(['trauma-therapy']) }, { served: new Set(['trauma-therapy']) }]) {
      expect(keysOf('trauma-therapy', { ...world, suggested: [one] })).toHaveLength(1)
    }
  })

  test('stands there once, under the first of its kinds that is help to call', () => {
    const duty = checklist.kinds.find((kind) => kind.duty)?.id ?? ''
    const all = proposalItems({
      ...empty,
      suggested: [suggested({ kinds: [duty, 'trauma-therapy', 'child-helpline'] })],
    }).filter(({ type }) => type === 'directory')
    expect(all.map(({ kind }) => kind)).toEqual([
      checklist.kinds.find(({ id: kind }) => kind === 'trauma-therapy' || kind === 'child-helpline')?.id,
    ])
    expect(proposalItems({ ...empty, suggested: [suggested({ kinds: [duty] })] })).toEqual(proposalItems(empty))
  })

  test('is another suggestion when it says something else', () => {
    const keys = ['a', 'b'].map((letter) => keysOf('trauma-therapy', { suggested: [suggested({}, letter.repeat(64))] }))
    expect(new Set(keys.flat()).size).toBe(2)
    expect(Math.max(...keys.flat().map((key) => key.length))).toBeLessThanOrEqual(200)
  })
})
