import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { service } from '../checklist/index.ts'
import { type EffectiveService, effectivePage, type OwnerKind, servicesOfKind } from './effective-page.ts'
import { needs } from './needs.ts'

const helpKinds = needs.flatMap(({ kinds }) => [...kinds])
const dutyKinds = ['safe-recruitment', 'staff-training']
const ownerKinds: OwnerKind[] = ['municipality', 'district', 'region', 'country', 'joint']

function effective(id: number, kinds: readonly string[], ownerKind: OwnerKind, own: boolean): EffectiveService {
  return {
    service: service.parse({
      id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
      kinds,
      name: { en: { text: `Service ${id}`, origin: 'person' } },
    }),
    owner: { id: `owner-${ownerKind}`, kind: ownerKind, name: ownerKind, names: {} },
    own,
  }
}

const services = fc
  .array(
    fc.record({
      kinds: fc.uniqueArray(fc.constantFrom(...helpKinds, ...dutyKinds), { minLength: 1, maxLength: 4 }),
      owner: fc.constantFrom(...ownerKinds),
      own: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((given) => given.map(({ kinds, owner, own }, index) => effective(index, kinds, owner, own)))

const answer = (kind: string) => ({
  kind,
  status: 'not-available' as const,
  plannedFor: null,
  note: {},
  answeredOn: '2026-11-01',
})

function allKinds(page: ReturnType<typeof effectivePage>) {
  return [...page.needs.flatMap(({ kinds }) => kinds), ...page.duties]
}

describe('every service that serves the town', () => {
  test('has one card, and is named under each of its kinds', () => {
    fc.assert(
      fc.property(services, (given) => {
        const kinds = allKinds(effectivePage(dutyKinds, [], given))
        for (const { service: each } of given) {
          const cards = kinds.filter((kind) => kind.services.some(({ service: card }) => card.id === each.id))
          const named = kinds.filter((kind) => kind.alsoHere.some(({ service: link }) => link.id === each.id))
          expect(cards).toHaveLength(1)
          expect([...cards, ...named].map(({ kind }) => kind).sort()).toEqual([...each.kinds].sort())
        }
      }),
    )
  })

  test('stands with the own ones first, then from near to far', () => {
    fc.assert(
      fc.property(services, (given) => {
        const distance = { municipality: 0, joint: 1, district: 2, region: 3, country: 4 }
        const rank = ({ own, owner }: EffectiveService) => (own ? 0 : 10) + distance[owner.kind]
        for (const kind of allKinds(effectivePage(dutyKinds, [], given))) {
          const ranks = kind.services.map(rank)
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        }
      }),
    )
  })
})

test('a large page shows the first few of each kind, each of them once, and counts all', () => {
  const given = Array.from({ length: 201 }, (_, id) =>
    effective(id, id % 2 === 0 ? helpKinds.slice(0, 2) : helpKinds.slice(0, 1), 'municipality', true),
  )
  const [first, second] = allKinds(effectivePage(dutyKinds, [], given))
  const ids = (services: readonly EffectiveService[] = []) => services.map(({ service: { id } }) => id)
  expect(ids(first?.services)).toEqual(ids(given.slice(0, 5)))
  expect([first?.total, second?.total]).toEqual([201, 101])
  expect(ids(second?.services)).toEqual(ids([6, 8, 10, 12, 14].flatMap((at) => given[at] ?? [])))
  expect(ids(second?.alsoHere)).toEqual(ids([0, 2, 4].flatMap((at) => given[at] ?? [])))
  expect(ids(servicesOfKind(helpKinds[1] ?? '', given))).toHaveLength(101)
  expect(allKinds(effectivePage(dutyKinds, [], given.slice(1)))[0]?.services).toHaveLength(200)
})

test('a town that said nothing shows no empty kinds', () => {
  expect(allKinds(effectivePage(dutyKinds, [], []))).toEqual([])
})

test('an explicit no is shown though no service is there', () => {
  const page = effectivePage(dutyKinds, [answer('childrens-house')], [])
  expect(allKinds(page).map(({ kind, answer: given }) => [kind, given?.status])).toEqual([
    ['childrens-house', 'not-available'],
  ])
})

test('duties of the town stand apart from help to call', () => {
  const page = effectivePage(dutyKinds, [answer('staff-training')], [])
  expect(page.needs).toEqual([])
  expect(page.duties.map(({ kind }) => kind)).toEqual(['staff-training'])
})
