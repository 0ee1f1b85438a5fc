/** An association, or the secretariat, enters when councils are elected. */
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { coordinator, secretariat } from './signing-acts.ts'

export const electionActs: readonly Act[] = [
  {
    audit: 'signing.add-election',
    prepare: async (world) => {
      const fields = {
        id: newId(),
        name: 'Municipal elections',
        on: '18.3.2026',
        scope: 'members',
        kinds: 'municipality',
      }
      return { path: urls.pactElections(association), fields, by: await coordinator(world) }
    },
  },
  {
    audit: 'signing.remove-election',
    prepare: async (world) => {
      const [by, election] = [await coordinator(world), newId()]
      const fields = { id: election, name: 'Municipal elections', on: '18.3.2026', scope: 'country', kinds: 'region' }
      await by.post(urls.pactElections(association), fields)
      return { path: urls.pactElectionRemove(association), fields: { election }, by }
    },
  },
  {
    audit: 'signing.add-election',
    which: 'of a country',
    prepare: async (world) => {
      const [by] = await secretariat(world)
      const fields = { id: newId(), name: 'Regional elections', on: '18.3.2026', scope: 'country', kinds: 'region' }
      return { path: urls.countryElections('IS'), fields, by }
    },
  },
  {
    audit: 'signing.remove-election',
    which: 'of a country',
    prepare: async (world) => {
      const [[by], election] = [await secretariat(world), newId()]
      const fields = { id: election, name: 'Regional elections', on: '18.3.2026', scope: 'country', kinds: 'region' }
      await by.post(urls.countryElections('IS'), fields)
      return { path: urls.countryElectionRemove('IS'), fields: { election }, by }
    },
  },
]
