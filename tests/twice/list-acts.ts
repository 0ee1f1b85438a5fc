/** Lists of services that officers bring. */
import { town } from '../../app/areas/accounts/people/test-people.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { World } from './world.ts'

const kind = 'child-helpline'

/** A list that waits, with what its columns stand for where that is decided. */
async function list(world: World, decided: boolean) {
  const by = await world.somebody()
  const start = urls.officeImport(town)
  const { id = '' } = world.valuesOf(await by.read(start), 'id')
  const name = world.fresh('Oor')
  const rows = `nummer;naam;soort\n${name};${name};${kind}\n`
  await by.post(start, { id, rows })
  const path = urls.officeUploadColumns(town, id)
  const fields = {
    ...{ source: '', listName: name, language: 'nl', defaultKind: '', idHeading: 'nummer' },
    ...{ 'column-0': 'source_id', 'column-1': 'name', 'column-2': 'kinds' },
  }
  if (decided) await by.post(path, fields)
  return { by, id, path, fields }
}

export const listActs: readonly Act[] = [
  {
    audit: 'checklist.upload-list',
    prepare: async (world) => {
      const by = await world.somebody()
      const path = urls.officeImport(town)
      const { id = '' } = world.valuesOf(await by.read(path), 'id')
      return { path, fields: { id, rows: `nummer;naam\n1;${world.fresh('Oor')}\n` }, by }
    },
  },
  {
    audit: 'checklist.choose-columns',
    prepare: async (world) => {
      await world.db.deleteFrom('office.import_columns').execute()
      return list(world, false)
    },
  },
  {
    audit: 'checklist.take-over',
    prepare: async (world) => {
      const { by, id } = await list(world, true)
      const path = urls.officeUpload(town, id)
      return { path, fields: world.valuesOf(await by.read(path), 'seen'), by }
    },
  },
  {
    audit: 'checklist.discard-list',
    prepare: async (world) => {
      const { by, id } = await list(world, false)
      return { path: urls.officeUploadDiscard(town, id), fields: {}, by }
    },
  },
]
