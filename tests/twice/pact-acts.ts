/** The Pact's texts, and the documents by which a council decides. */
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, World } from './world.ts'

/** Who writes, and a colleague. The same in each act: whoever else comes would be told, too. */
const secretariat = perWorld(
  async (world) =>
    [
      await world.somebody('secretariat', { kind: 'instance' }),
      await world.somebody('secretariat', { kind: 'instance' }),
    ] as const,
)
const writer = async (world: World) => (await secretariat(world))[0]
const colleague = async (world: World) => (await secretariat(world))[1]

/** Each time a version after all others. */
let minor = 0
function textStart(by: Browser) {
  minor += 1
  const place = { id: newId(), version: `800.${minor}`, language: 'nl' }
  return { path: urls.pactTextNew(), fields: { ...place, title: 'Pact', body: 'Woorden' }, by }
}

async function waitingText(world: World) {
  const start = textStart(await writer(world))
  await world.send(start)
  return { ...start, id: start.fields.id }
}

const document = urls.associationPactDocument(association, 'letter', 'nl')

async function documentForm(world: World) {
  const by = await world.somebody('coordinator', world.associationScope)
  const revision = world.valuesOf(await by.read(document), 'revision')
  const form = { path: document, fields: { ...revision, title: world.fresh('Aan'), body: 'Dag {town}' }, by }
  return { form, by, revision }
}

export const pactActs: readonly Act[] = [
  { audit: 'pact-texts.start', prepare: async (world) => textStart(await writer(world)) },
  {
    audit: 'pact-texts.save',
    prepare: async (world) => {
      const { by, id } = await waitingText(world)
      return { path: urls.pactDraftEdit(id), fields: { revision: '1', title: 'Pact', body: 'Andere woorden' }, by }
    },
  },
  {
    audit: 'pact-texts.approve',
    prepare: async (world) => {
      const { id } = await waitingText(world)
      return { path: urls.pactDraftAct(id, 'approve'), fields: { revision: '1' }, by: await colleague(world) }
    },
  },
  {
    audit: 'pact-texts.discard',
    prepare: async (world) => {
      const { by, id } = await waitingText(world)
      return { path: urls.pactDraftAct(id, 'discard'), fields: { revision: '1' }, by }
    },
  },
  {
    audit: 'pact-documents.save',
    prepare: async (world) => {
      // Each time the first words of all: a second writing adds no row.
      await world.db.deleteFrom('office.pact_model').execute()
      return (await documentForm(world)).form
    },
  },
  {
    audit: 'pact-documents.revert',
    prepare: async (world) => {
      await world.send((await documentForm(world)).form)
      const { by, revision } = await documentForm(world)
      const path = urls.associationPactDocumentRevert(association, 'letter', 'nl')
      return { path, fields: revision, by }
    },
  },
]
