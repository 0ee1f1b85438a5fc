/** What an association, and the secretariat, give to towns. */
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { Browser, Fields, World } from './world.ts'

/** One more contact in the place of another. */
async function contact(world: World, by: Browser, path: string) {
  const form = async (): Promise<Fields> => ({
    ...world.valuesOf(await by.read(path), 'revision'),
    name: world.fresh('Advice'),
    email: 'advice@example.org',
    'day-1': '9-12',
    languages: 'Nederlands, English',
  })
  await by.post(path, await form())
  return { path, fields: await form(), by }
}

export const associationActs: readonly Act[] = [
  {
    audit: 'associations.keep-contact',
    prepare: async (world) =>
      contact(world, await world.somebody('coordinator', world.associationScope), urls.associationContact(association)),
  },
  {
    audit: 'associations.keep-contact',
    which: 'of the secretariat',
    prepare: async (world) =>
      contact(world, await world.somebody('secretariat', { kind: 'instance' }), urls.instanceContact()),
  },
]
