/** Directories that a town, or an association for its towns, follows. */
import { association, town } from '../../app/areas/accounts/people/test-people.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { Fields, World } from './world.ts'

const feeds = urls.officeFeeds(town)
const ofAssociation = urls.associationFeeds(association)
const when = { every: 'day', hour: '3', language: 'nl', defaultKind: '' }
const settings = { ...when, conflict: 'ask' }

/** The form of a new one. */
async function form(world: World, list = feeds) {
  // A few at most are followed; the one of the demonstration stays.
  await world.db.deleteFrom('office.service_feed').where('fictional', '=', false).execute()
  const by = await (list === feeds ? world.somebody() : world.somebody('coordinator', world.associationScope))
  const path = urls.feedNew(list)
  // Nothing of an association's own stands against what a directory says.
  const asked: Fields = list === feeds ? settings : when
  const { id = '' } = world.valuesOf(await by.read(path), 'id')
  const source = world.fresh('Region')
  return { by, path, source, fields: { id, source, url: 'https://region.example/hsds.json', ...asked } }
}

async function feed(world: World, list = feeds) {
  const { by, path, source, fields } = await form(world, list)
  await by.post(path, fields)
  return { by, source, id: fields.id }
}

export const feedActs: readonly Act[] = [
  { audit: 'checklist.add-feed', prepare: (world) => form(world) },
  { audit: 'checklist.add-feed', which: 'of an association', prepare: (world) => form(world, ofAssociation) },
  {
    audit: 'checklist.follow-feed',
    prepare: async (world) => {
      const { by, id } = await feed(world, ofAssociation)
      return { path: urls.feedFollow(ofAssociation, id), fields: { gone: '3' }, by }
    },
  },
  {
    audit: 'checklist.change-feed',
    prepare: async (world) => {
      const { by, id } = await feed(world)
      const path = urls.feedEdit(feeds, id)
      const { revision = '' } = world.valuesOf(await by.read(path), 'revision')
      return { path, fields: { revision, url: 'https://region.example/other.json', ...settings, every: 'week' }, by }
    },
  },
  {
    audit: 'checklist.look-at-feed',
    prepare: async (world) => {
      const { by, id } = await feed(world)
      return { path: urls.feedLook(feeds, id), fields: {}, by }
    },
  },
  {
    audit: 'checklist.end-feed',
    prepare: async (world) => {
      const { by, id } = await feed(world)
      return { path: urls.feedEnd(feeds, id), fields: {}, by }
    },
  },
  {
    audit: 'checklist.keep-service',
    prepare: async (world) => {
      const { by, id, source } = await feed(world)
      const draft = world.db.selectFrom('office.draft_service').where('removed_at', 'is', null)
      const followed = world.db.selectFrom('office.service_feed').select('authority').where('id', '=', id)
      const { id: service } = await draft.select('id').where('authority', 'in', followed).executeTakeFirstOrThrow()
      const origin = { source, source_id: newId() }
      await world.db.updateTable('office.draft_service').set(origin).where('id', '=', service).execute()
      await world.db
        .updateTable('office.service_feed')
        .set({ gone: JSON.stringify([service]) })
        .where('id', '=', id)
        .execute()
      return { path: urls.feedKeep(feeds, id), fields: { service }, by }
    },
  },
]
