/** The arms of a town, and printed copies. */
import { association, town } from '../../app/areas/accounts/people/test-people.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

const officer = perWorld((world) => world.somebody('officer', world.townScope))
const coordinator = perWorld((world) => world.somebody('coordinator', world.associationScope))

async function ordering(world: World): Promise<{ path: string; fields: Fields; by: Browser }> {
  const by = await officer(world)
  const path = urls.townPrintOrder(town)
  const fields = { ...world.valuesOf(await by.read(path), 'order'), what: 'a4 family', language: 'en', copies: '50' }
  return { path, fields: { ...fields, address: world.fresh('Town hall'), note: '' }, by }
}

export const printActs: readonly Act[] = [
  { audit: 'prints.order', prepare: ordering },
  {
    audit: 'prints.finish',
    prepare: async (world) => {
      const { fields, ...one } = await ordering(world)
      await world.send({ ...one, fields })
      return {
        path: urls.associationPrintDone(association, `${fields['order']}`),
        fields: {},
        by: await coordinator(world),
      }
    },
  },
  {
    audit: 'prints.keep-arms',
    prepare: async (world) => {
      const file = JSON.stringify({ sha256: 'c'.repeat(64), type: 'png', bytes: 1_000 })
      const { id } = await world.db
        .selectFrom('published.authority')
        .select('id')
        .where('country', '=', town.country)
        .where('slug', '=', town.slug)
        .executeTakeFirstOrThrow()
      await world.db
        .insertInto('published.town_arms')
        .values({ authority: id, file, changed_at: new Date() })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return { path: urls.townArms(town), fields: { without: 'yes' }, by: await officer(world) }
    },
  },
]
