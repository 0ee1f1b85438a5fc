/** Which authorities belong to an association. */
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { addTowns } from '../../app/areas/mergers/test-mergers.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { World } from './world.ts'

const at = (act: Parameters<typeof urls.associationMembersAct>[1]) => urls.associationMembersAct(association, act)

/** A town that is no member yet, and whoever may make it one; no list waits. */
async function stranger(world: World) {
  await world.db.deleteFrom('office.member_list').execute()
  const by = await world.somebody('coordinator', world.associationScope)
  const name = world.fresh('Lid')
  await addTowns(world.services, [{ code: name.replaceAll(' ', '-'), name }], association.country)
  return { by, name }
}

/** A list that waits to be looked through. */
async function waiting(world: World) {
  const { by, name } = await stranger(world)
  await by.post(at('bring'), { ...world.valuesOf(await by.read(at('bring')), 'id'), act: 'add', lines: name })
  return { by, fields: world.valuesOf(await by.read(at('list')), 'id') }
}

export const memberActs: readonly Act[] = [
  {
    audit: 'members.find',
    quiet: 'it shows what was found',
    prepare: async (world) => ({ path: at('find'), fields: { member: 'Example' }, by: (await stranger(world)).by }),
  },
  {
    audit: 'members.bring-list',
    prepare: async (world) => {
      const { by, name } = await stranger(world)
      const form = world.valuesOf(await by.read(at('bring')), 'id')
      return { path: at('bring'), fields: { ...form, act: 'add', lines: name }, by }
    },
  },
  {
    audit: 'members.bring-area',
    prepare: async (world) => {
      const { by } = await stranger(world)
      const form = world.valuesOf(await by.read(at('bring')), 'areaId')
      return { path: at('area'), fields: { ...form, areaAct: 'add', area: '' }, by }
    },
  },
  {
    audit: 'members.apply-list',
    prepare: async (world) => ({ path: at('list'), ...(await waiting(world)) }),
  },
  {
    audit: 'members.discard-list',
    prepare: async (world) => ({ path: at('list/discard'), ...(await waiting(world)) }),
  },
  {
    audit: 'members.end',
    prepare: async (world) => {
      const { by, fields } = await waiting(world)
      await by.post(at('list'), fields)
      const form = world.valuesOf(await by.read(urls.associationMembers(association)), 'authority')
      return { path: at('end'), fields: form, by }
    },
  },
]
