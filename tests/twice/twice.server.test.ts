/** Every form of the product sent twice at the same time and once more: one effect. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Act, acts, notSent } from './acts.ts'
import { between, countAll, type Effects } from './effects.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('every form has its row, and no row is left over', () => {
  const forms = world.routes.filter(({ method }) => method === 'POST').map(({ audit }) => audit)
  const rows = [...acts.map(({ audit }) => audit), ...Object.keys(notSent)]
  expect([...new Set(rows)].sort()).toEqual([...new Set(forms)].sort())
})

/** @returns what sending the form so often left behind, and how it was answered. */
async function effectsOf(act: Act, send: (once: () => Promise<Response>) => Promise<readonly Response[]>) {
  const form = await act.prepare(world)
  const before = await countAll(world.db)
  const answers = await send(() => world.send(form))
  await act.settle?.(world)
  return { effects: between(before, await countAll(world.db)), statuses: answers.map(({ status }) => status) }
}

const once = async (send: () => Promise<Response>) => [await send()]
const thrice = async (send: () => Promise<Response>) => [...(await Promise.all([send(), send()])), await send()]
const nothing: Effects = {}

describe('a form sent twice at the same time and once more', () => {
  test.each(acts.map((act) => [[act.audit, act.which].filter(Boolean).join(': '), act] as const))(
    '%s',
    async (_, act) => {
      const single = await effectsOf(act, once)
      const repeated = await effectsOf(act, thrice)
      for (const status of [...single.statuses, ...repeated.statuses]) expect(status).toBeLessThan(500)
      expect(single.statuses.every((status) => status < 400)).toBe(true)
      expect(repeated.statuses.some((status) => status >= 400)).toBe(act.refused !== undefined)
      if (act.different) return
      expect(repeated.effects).toEqual(single.effects)
      if (act.quiet) expect(single.effects).toEqual(nothing)
      else expect(single.effects).not.toEqual(nothing)
    },
  )
})
