/** What a new town does with the proposal to begin with. */
import { findBySlug } from '../../app/areas/authorities/index.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { World } from './world.ts'

const town = { country: 'NL', slug: 'example-quiet-town' } as const
const path = urls.officeProposal(town)

/** The first open item of a sort, with what is wished for it. */
async function decision(world: World, start: string, wish: string) {
  const id = (await findBySlug(world.db, town.country, town.slug))?.authority?.id ?? ''
  const by = await world.somebody('officer', { kind: 'authority', id })
  let html = ''
  for (const page of [1, 2, 3]) html += await by.read(urls.officeProposal(town, page))
  const [, item = ''] = new RegExp(`name="item" value="(${start}:[^"]+)"`).exec(html) ?? []
  return { path, fields: { item, do: wish }, by }
}

const deciding = (which: string, start: string, wish: string): Act => ({
  audit: 'proposals.decide',
  which,
  prepare: (world) => decision(world, start, wish),
})

export const proposalActs: readonly Act[] = [
  deciding('accept an answer', 'inherited', 'accept'),
  deciding('accept and change a service', 'neighbour', 'change'),
  deciding('refuse', 'neighbour', 'refuse'),
  deciding('accept what a directory says', 'directory', 'accept'),
  {
    ...deciding('fetch back', 'answer', 'fetch'),
    prepare: async (world) => {
      const refused = await decision(world, 'answer', 'refuse')
      await world.send(refused)
      return { ...refused, fields: { ...refused.fields, do: 'fetch' } }
    },
  },
]
