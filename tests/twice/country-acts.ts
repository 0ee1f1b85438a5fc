/** What an association says for its whole country. */
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { nationalAuthorities } from '../../app/areas/authorities/index.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { Browser, World } from './world.ts'

const writer = (world: World) => world.somebody('coordinator', world.associationScope)

const topic = 'child-at-police'
const note = urls.officeLegalNote('NL', topic)

/** Each time the first note of all: what is kept takes the place of what was there. */
async function withoutNotes({ db }: World): Promise<void> {
  await db.deleteFrom('office.legal_note').where('topic', '=', topic).execute()
  await db.deleteFrom('published.legal_note').where('topic', '=', topic).execute()
  await db.deleteFrom('office.country_two_pairs').execute()
}

async function noteForm(world: World, by: Browser) {
  await withoutNotes(world)
  const { revision = '0' } = world.valuesOf(await by.read(note), 'revision')
  const source = { law: 'Voorbeeldwet', article: '', url: 'https://law.example/police', checkedOn: '2026-03-03' }
  return { path: note, fields: { revision, into: 'nl', text: world.fresh('Kom'), ...source }, by }
}

async function savedNote(world: World) {
  const by = await writer(world)
  await world.send(await noteForm(world, by))
  return { by, revision: world.valuesOf(await by.read(note), 'revision') }
}

const letters = urls.associationLetters(association)

async function letterStart(world: World, by: Browser) {
  const { id = '' } = world.valuesOf(await by.read(letters), 'id')
  return { path: letters, fields: { id, language: 'nl', title: world.fresh('Aan'), body: 'Dag {town}' }, by }
}

async function begunLetter(world: World) {
  const by = await writer(world)
  const start = await letterStart(world, by)
  await world.send(start)
  const path = urls.associationLetter(association, start.fields.id)
  return { by, path, revision: world.valuesOf(await by.read(path), 'revision') }
}

/** A country where nobody coordinates. */
const empty = 'IS'

async function withoutNational({ db }: World): Promise<void> {
  const ids = (await nationalAuthorities(db, empty)).map(({ id }) => id)
  if (ids.length === 0) return
  await db.deleteFrom('published.authority_name').where('authority', 'in', ids).execute()
  await db.deleteFrom('published.authority').where('id', 'in', ids).execute()
}

export const countryActs: readonly Act[] = [
  {
    audit: 'national.open',
    prepare: async (world) => {
      await withoutNational(world)
      const by = await world.somebody('secretariat', { kind: 'instance' })
      return { path: urls.officeNational(empty), fields: {}, by }
    },
  },
  { audit: 'legal.save', prepare: async (world) => noteForm(world, await writer(world)) },
  {
    audit: 'legal.publish',
    prepare: async (world) => {
      const { by, revision } = await savedNote(world)
      return { path: urls.officeLegalAct('NL', topic, 'publish'), fields: revision, by }
    },
  },
  {
    audit: 'legal.withdraw',
    prepare: async (world) => {
      const { by } = await savedNote(world)
      return { path: urls.officeLegalAct('NL', topic, 'withdraw'), fields: {}, by }
    },
  },
  {
    audit: 'legal.two-pairs',
    prepare: async (world) => {
      // Alone one could never publish again.
      await writer(world)
      await withoutNotes(world)
      return { path: urls.officeLegalTwoPairs('NL'), fields: { on: 'yes' }, by: await writer(world) }
    },
  },
  { audit: 'letters.start', prepare: async (world) => letterStart(world, await writer(world)) },
  {
    audit: 'letters.save',
    prepare: async (world) => {
      const { by, path, revision } = await begunLetter(world)
      return { path, fields: { ...revision, into: 'nl', title: world.fresh('Aan'), body: 'Dag' }, by }
    },
  },
  {
    audit: 'letters.publish',
    prepare: async (world) => {
      const { by, path, revision } = await begunLetter(world)
      return { path: `${path}/publish`, fields: revision, by }
    },
  },
  {
    audit: 'letters.withdraw',
    prepare: async (world) => {
      const { by, path } = await begunLetter(world)
      return { path: `${path}/withdraw`, fields: {}, by }
    },
  },
]
