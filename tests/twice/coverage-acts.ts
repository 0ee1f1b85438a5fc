/** Members of an association that are worked through. */
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'

export const coverageActs: readonly Act[] = [
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
