/** Which towns are in an area that does not nest. */
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { addTowns } from '../../app/areas/mergers/test-mergers.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { World } from './world.ts'

const at = (act: Parameters<typeof urls.catchmentsAct>[1]) => urls.catchmentsAct(association, act)

/** A town in no area, and whoever may put it into one; no list waits. */
async function town(world: World) {
  await world.db.deleteFrom('office.area_list').execute()
  const by = await world.somebody('coordinator', world.associationScope)
  const name = world.fresh('Wijk')
  const code = name.replaceAll(' ', '-')
  await addTowns(world.services, [{ code, name }], association.country)
  return { by, code, area: `Gebied ${code}` }
}

/** A new area that waits to be looked through. */
async function waiting(world: World) {
  const { by, code, area } = await town(world)
  const form = world.valuesOf(await by.read(at('new')), 'id')
  await by.post(at('new'), { ...form, name: area, kind: 'court', towns: code })
  const slug = area.toLowerCase().replaceAll(' ', '-')
  return { by, code, slug, fields: world.valuesOf(await by.read(at('list')), 'id') }
}

/** An area with one town. */
async function made(world: World) {
  const { by, code, slug, fields } = await waiting(world)
  await by.post(at('list'), fields)
  return { by, code, slug, page: urls.catchment(association, slug) }
}

export const catchmentActs: readonly Act[] = [
  {
    audit: 'catchments.bring-list',
    prepare: async (world) => {
      const { by, code, area } = await town(world)
      const form = world.valuesOf(await by.read(at('bring')), 'id')
      return { path: at('bring'), fields: { ...form, act: 'add', pasted: `area;code\n${area};${code}\n` }, by }
    },
  },
  {
    audit: 'catchments.bring-new',
    prepare: async (world) => {
      const { by, code, area } = await town(world)
      const form = world.valuesOf(await by.read(at('new')), 'id')
      return { path: at('new'), fields: { ...form, name: area, kind: 'health', towns: code }, by }
    },
  },
  {
    audit: 'catchments.apply-list',
    prepare: async (world) => {
      const { by, fields } = await waiting(world)
      return { path: at('list'), fields, by }
    },
  },
  {
    audit: 'catchments.discard-list',
    prepare: async (world) => {
      const { by, fields } = await waiting(world)
      return { path: at('list/discard'), fields, by }
    },
  },
  {
    audit: 'catchments.bring-towns',
    prepare: async (world) => {
      const { by, code, slug, page } = await made(world)
      const form = world.valuesOf(await by.read(page), 'id')
      return { path: urls.catchmentAct(association, slug, 'towns'), fields: { ...form, act: 'end', towns: code }, by }
    },
  },
  {
    audit: 'catchments.describe',
    prepare: async (world) => {
      const { by, slug, page } = await made(world)
      const form = world.valuesOf(await by.read(page), 'wasName', 'wasKind')
      const fields = { ...form, name: world.fresh('Rechtbank'), kind: 'court' }
      return { path: urls.catchmentAct(association, slug, 'describe'), fields, by }
    },
  },
  {
    audit: 'catchments.delete',
    prepare: async (world) => {
      const { by, slug } = await made(world)
      return { path: urls.catchmentAct(association, slug, 'delete'), fields: {}, by }
    },
  },
]
