/** Lists of two years in which a fictional town becomes several and another loses a part, for tests. */
import { actOf } from '../../platform/audit/audit.ts'
import type { Services } from '../../services.ts'
import { applyPlan } from './apply-plan.ts'
import { agreeToCertain, decideItem } from './decide.ts'
import { addTowns, country, planOfRows, publishTown, townOf, written } from './test-mergers.ts'

/** Grossau becomes Nordau, Suedau and a piece of Mitten; Unterland leaves Oberland. */
export const district = [{ code: 'D', name: 'Bezirk', kind: 'district' }]
export const before = [
  { code: '1', name: 'Grossau', areas: 'D', latitude: '47.10', longitude: '9.50' },
  { code: '2', name: 'Mitten', areas: 'D', latitude: '47.12', longitude: '9.52' },
  { code: '6', name: 'Oberland', areas: 'D', latitude: '47.20', longitude: '9.55' },
]
export const after = [
  { code: '11', name: 'Nordau', areas: 'D', latitude: '47.11', longitude: '9.50' },
  { code: '12', name: 'Suedau', areas: 'D', latitude: '47.09', longitude: '9.50' },
  ...before.slice(1),
  { code: '61', name: 'Unterland', areas: 'D', latitude: '47.21', longitude: '9.55' },
]
export const movements = [
  ...['11', '12', '2'].map((to) => ({ from: '1', to })),
  ...['6', '61'].map((to) => ({ from: '6', to })),
]

/** Grossau, with one service, has become Nordau and Suedau; nobody has looked through it. @returns id of the service. */
export async function splitTown(services: Services): Promise<string> {
  const act = actOf('test', 'mergers.apply', services.clock.now())
  await addTowns(services, district)
  await addTowns(services, before.slice(0, 2))
  const { id } = await townOf(services, '1')
  const [service = ''] = await publishTown(services, id, { services: [{ name: written('Ohr') }] })
  await planOfRows(services, after.slice(0, 3), movements.slice(0, 2))
  await agreeToCertain(services.mergers, act, country)
  const added = { revision: 1, decision: { do: 'add' } } as const
  for (const number of [2, 3]) await decideItem(services.mergers, act, country, { number, ...added })
  const outcome = await applyPlan(services.mergers, act, country, 'setup')
  if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome))
  return service
}
