/** What associations and the secretariat share with each other. */
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

const [union, instance] = [urls.exchange(association), urls.exchange()]
// The same in each act: whoever else comes would be told, too.
const coordinator = perWorld((world) => world.somebody('coordinator', world.associationScope))
const secretariat = perWorld((world) => world.somebody('secretariat', { kind: 'instance' }))

async function sharing(world: World, by: Browser, exchange: string, kind = 'letter', more: Fields = {}) {
  const form = world.valuesOf(await by.read(urls.exchangeNew(exchange, { kind })), 'id', 'kind')
  const words =
    kind === 'letter' ? { letter: 'Dear town' } : { whatHappens: 'Somebody listens', serviceKind: 'safe-sport' }
  const fields: Fields = {
    ...form,
    ...words,
    language: 'nl',
    title: world.fresh('Invitation'),
    licence: 'cc-by',
    ...more,
  }
  return { path: urls.exchangeShare(exchange), fields, by }
}

/** @returns the id of a piece. */
async function shared(world: World, by: Browser, exchange: string, kind = 'letter'): Promise<string> {
  const sent = await sharing(world, by, exchange, kind)
  await world.send(sent)
  return sent.fields['id'] ?? ''
}

export const exchangeActs: readonly Act[] = [
  { audit: 'exchange.share', prepare: async (world) => sharing(world, await coordinator(world), union) },
  {
    audit: 'exchange.share',
    which: 'a text of the secretariat',
    prepare: async (world) => sharing(world, await secretariat(world), instance, 'text'),
  },
  {
    audit: 'exchange.change',
    prepare: async (world) => {
      const by = await coordinator(world)
      const path = urls.pieceChange(union, await shared(world, by, union))
      const form = await by.read(path)
      const fields = {
        ...world.valuesOf(form, 'revision', 'title'),
        language: 'nl',
        letter: 'Dear all',
        licence: 'cc0',
      }
      return { path, fields, by }
    },
  },
  {
    audit: 'exchange.withdraw',
    prepare: async (world) => {
      const by = await coordinator(world)
      return { path: urls.pieceAct(union, await shared(world, by, union), 'withdraw'), fields: {}, by }
    },
  },
  {
    audit: 'exchange.say-used',
    prepare: async (world) => {
      const id = await shared(world, await secretariat(world), instance)
      const fields = { sentence: world.fresh('For our spring letter') }
      return { path: urls.pieceAct(union, id, 'use'), fields, by: await coordinator(world) }
    },
  },
  {
    audit: 'exchange.take-down',
    prepare: async (world) => {
      const id = await shared(world, await coordinator(world), union)
      const fields = { reason: 'It names somebody' }
      return { path: urls.pieceAct(instance, id, 'take-down'), fields, by: await secretariat(world) }
    },
  },
  {
    audit: 'exchange.copy',
    prepare: async (world) => {
      const id = await shared(world, await secretariat(world), instance, 'text')
      // An association has one text for each kind: what another act has begun makes room.
      await world.db.deleteFrom('office.standard_draft').where('kind', '=', 'safe-sport').execute()
      return { path: urls.pieceAct(union, id, 'copy'), fields: { id: newId() }, by: await coordinator(world) }
    },
  },
  {
    audit: 'exchange.find',
    quiet: 'it shows what was found, and keeps nothing of what was typed',
    prepare: async (world) => ({
      path: urls.exchangeFind(union),
      fields: { words: 'invitation', kind: 'letter', language: 'nl' },
      by: await coordinator(world),
    }),
  },
]
