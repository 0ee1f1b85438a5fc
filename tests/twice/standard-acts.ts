/** Standard texts: written and published by an association, taken over by a town. */
import { approver, association, town } from '../../app/areas/accounts/people/test-people.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { nextOf } from './per-world.ts'
import type { Browser, World } from './world.ts'

const texts = urls.associationTexts(association)
const writer = (world: World) => world.somebody('coordinator', world.associationScope)

const kindLeft = nextOf(({ services }) =>
  services.reference.checklist.kinds
    .filter(({ id, duty }) => !duty && id !== 'child-protection-team')
    .map(({ id }) => id),
)

const dutyLeft = nextOf(({ services }) => [...services.reference.checklist.duties])

/** One for each act that is prepared: an association writes one text for each kind. */
function nextKind(world: World): string {
  const kind = kindLeft(world)
  if (!kind) throw new Error('no kind is left')
  return kind
}

async function start(world: World, by: Browser) {
  const { id = '' } = world.valuesOf(await by.read(texts), 'id')
  return { path: texts, fields: { id, kind: nextKind(world), language: 'nl' }, by }
}

/** A text with something to save. */
async function form(world: World, by: Browser, kind = nextKind(world)) {
  const { id = '' } = world.valuesOf(await by.read(texts), 'id')
  await by.post(texts, { id, kind, language: 'nl' })
  return words(world, by, urls.standardText(texts, id))
}

async function words(world: World, by: Browser, path: string) {
  const fields = { ...world.valuesOf(await by.read(path), 'revision'), into: 'nl', whatHappens: world.fresh('Kom') }
  return { path, fields, by }
}

async function saved(world: World, by: Browser, kind?: string) {
  const sent = await form(world, by, kind)
  await world.send(sent)
  return { path: `${sent.path}/publish`, fields: world.valuesOf(await by.read(sent.path), 'revision'), by }
}

/** A published text for a service of the town. */
async function offered(world: World) {
  const writes = await writer(world)
  const kind = nextKind(world)
  const publish = await saved(world, writes, kind)
  await world.send(publish)
  const by = await world.browserOf(approver)
  const fresh = urls.officeNewService(town, kind)
  const made = world.valuesOf(await by.read(fresh), 'id', 'revision')
  await by.post(fresh, { ...made, language: 'nl', name: world.fresh('Oor'), kinds: kind, place: 'none' })
  const path = urls.officeServiceStandard(town, made['id'] ?? '')
  const fields = {
    ...world.valuesOf(await by.read(path), 'revision', 'text'),
    do: 'use',
    'slot-whatHappens': 'standard',
  }
  return { use: { path, fields, by }, writes, text: publish.path.replace(/\/publish$/, ''), service: made['id'] ?? '' }
}

export const standardActs: readonly Act[] = [
  { audit: 'standards.start', prepare: async (world) => start(world, await writer(world)) },
  { audit: 'standards.save', prepare: async (world) => form(world, await writer(world)) },
  { audit: 'standards.publish', prepare: async (world) => saved(world, await writer(world)) },
  {
    audit: 'standards.withdraw',
    prepare: async (world) => {
      const publish = await saved(world, await writer(world))
      await world.send(publish)
      return { path: publish.path.replace(/publish$/, 'withdraw'), fields: {}, by: publish.by }
    },
  },
  { audit: 'checklist.use-standard', prepare: async (world) => (await offered(world)).use },
  {
    audit: 'checklist.use-standard',
    which: 'keep',
    prepare: async (world) => {
      const { use } = await offered(world)
      await world.send(use)
      const { path, by } = use
      return { path, fields: { ...world.valuesOf(await by.read(path), 'revision', 'version'), do: 'keep' }, by }
    },
  },
  {
    audit: 'checklist.see-answer-standard',
    prepare: async (world) => {
      const writes = await writer(world)
      const kind = dutyLeft(world)
      if (!kind) throw new Error('no duty is left')
      const publish = await saved(world, writes, kind)
      await world.send(publish)
      const text = publish.path.replace(/\/publish$/, '')
      const by = await world.browserOf(approver)
      const path = urls.officeKind(town, kind)
      const began = world.valuesOf(
        await by.read(urls.officeKind(town, kind, text.split('/').at(-1))),
        'revision',
        'began',
      )
      await by.post(path, { ...began, status: 'available', 'note-available-nl': world.fresh('Wij leren') })
      await world.send(await words(world, writes, text))
      await writes.post(`${text}/publish`, world.valuesOf(await writes.read(text), 'revision'))
      return {
        path: urls.officeKindStandardSeen(town, kind),
        fields: world.valuesOf(await by.read(path), 'version'),
        by,
      }
    },
  },
  {
    audit: 'checklist.see-standard',
    prepare: async (world) => {
      const { use, writes, text, service } = await offered(world)
      await world.send(use)
      await world.send(await words(world, writes, text))
      await writes.post(`${text}/publish`, world.valuesOf(await writes.read(text), 'revision'))
      const fields = world.valuesOf(await use.by.read(use.path), 'version')
      return { path: urls.officeServiceStandardSeen(town, service), fields, by: use.by }
    },
  },
]
