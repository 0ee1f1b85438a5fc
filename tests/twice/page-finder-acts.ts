/** The websites of an association's members. */
import { association, town } from '../../app/areas/accounts/people/test-people.ts'
import { findBySlug } from '../../app/areas/authorities/index.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { World } from './world.ts'

/** Nothing looked at, nothing said, and a member with an address. */
async function fresh(world: World) {
  for (const table of ['office.site_search', 'office.town_site', 'office.site_finding'] as const) {
    await world.db.deleteFrom(table).execute()
  }
  const id = (await findBySlug(world.db, town.country, town.slug))?.authority?.id ?? ''
  await world.db
    .updateTable('published.authority')
    .set({ domains: ['example-town.example'] })
    .where('id', '=', id)
    .execute()
  return { by: await world.somebody('coordinator', world.associationScope), id }
}

export const pageFinderActs: readonly Act[] = [
  {
    audit: 'page-finder.start',
    prepare: async (world) => {
      const { by } = await fresh(world)
      return { path: urls.associationWebsitesAct(association, 'start'), fields: {}, by }
    },
  },
  {
    audit: 'page-finder.stop',
    prepare: async (world) => {
      const { by } = await fresh(world)
      await by.post(urls.associationWebsitesAct(association, 'start'))
      return { path: urls.associationWebsitesAct(association, 'stop'), fields: {}, by }
    },
  },
  {
    audit: 'page-finder.find',
    quiet: 'it shows what was found',
    prepare: async (world) => {
      const { by } = await fresh(world)
      return { path: urls.associationWebsitesAct(association, 'find'), fields: { member: 'Example' }, by }
    },
  },
  {
    audit: 'page-finder.say',
    prepare: async (world) => {
      const { by, id } = await fresh(world)
      const path = urls.associationWebsite(association, id)
      const form = world.valuesOf(await by.read(path), 'revision')
      return { path, fields: { ...form, saying: 'page', page: 'www.example-town.example/children' }, by }
    },
  },
  {
    audit: 'page-finder.look-again',
    prepare: async (world) => {
      const { by, id } = await fresh(world)
      return { path: urls.associationWebsiteAct(association, id, 'look'), fields: {}, by }
    },
  },
  {
    audit: 'page-finder.keep-address',
    prepare: async (world) => {
      const { by, id } = await fresh(world)
      const form = world.valuesOf(await by.read(urls.associationWebsite(association, id)), 'before')
      const fields = { ...form, address: 'www.example-town.example' }
      return { path: urls.associationWebsiteAct(association, id, 'address'), fields, by }
    },
  },
]
