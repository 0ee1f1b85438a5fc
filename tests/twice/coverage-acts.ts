/** Members of an association that are worked through. */
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { addTowns } from '../../app/areas/mergers/test-mergers.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'

export const coverageActs: readonly Act[] = [
  {
    audit: 'coverage.fill-places',
    prepare: async (world) => {
      const by = await world.somebody('coordinator', world.associationScope)
      const code = world.fresh('Plek').replaceAll(' ', '-')
      await addTowns(world.services, [{ code, name: code }], association.country)
      const fields = { pasted: `code;latitude;longitude\n${code};52.1;5.2\n` }
      return { path: urls.coveragePlaces(association), fields, by }
    },
  },
  {
    audit: 'coverage.put-aside',
    prepare: async (world) => {
      const by = await world.somebody('coordinator', world.associationScope)
      await world.db.deleteFrom('office.silent_aside').execute()
      const fields = world.valuesOf(await by.read(urls.coverageSilent(association)), 'authority')
      return { path: urls.coverageAside(association), fields: { ...fields, do: 'aside' }, by }
    },
  },
]
