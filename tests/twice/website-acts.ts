/** A look at the town's own website. */
import { approver, town } from '../../app/areas/accounts/people/test-people.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'

export const websiteActs: readonly Act[] = [
  {
    audit: 'websites.look',
    prepare: async (world) => {
      const by = await world.browserOf(approver)
      // Each time the first look of all: what is kept takes the place of what was there.
      await world.db.deleteFrom('office.website_look').execute()
      const path = urls.officeWebsite(town)
      const fields = world.valuesOf(await by.read(path), 'revision')
      return { path, fields: { ...fields, address: 'https://www.example-town.example/help' }, by }
    },
  },
]
