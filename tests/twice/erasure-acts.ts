/** A person is taken out of what a town says. */
import { approver, town } from '../../app/areas/accounts/people/test-people.ts'
import { urls } from '../../app/urls.ts'
import { sentBy } from '../page-form.ts'
import type { Act } from './acts.ts'

export const erasureActs: readonly Act[] = [
  {
    audit: 'erasure.erase',
    prepare: async (world) => {
      const by = await world.browserOf(approver)
      // Lists that wait go with the first person who is taken out; other acts have left some.
      await world.db.deleteFrom('office.service_upload').execute()
      const introduction = urls.officeIntroduction(town)
      const revision = world.valuesOf(await by.read(introduction), 'revision')
      const name = world.fresh('Anna Voorbeeld')
      await by.post(introduction, { ...revision, 'introduction-nl': `Vraag naar ${name}.` })
      const path = urls.officeErasePerson(town)
      const found = await by.post(path, { words: name, instead: 'het bureau', step: 'look' })
      const { words, instead, shown, take } = sentBy((await found.text()).split('<main')[1] ?? '')
      const fields = { words: `${words}`, instead: `${instead}`, shown: `${shown}`, take: `${take}` }
      return { path, fields: { ...fields, step: 'erase' }, by }
    },
  },
]
