/** What towns tell of their own work, who reads it, and what others do with it. */
import { town } from '../../app/areas/accounts/people/test-people.ts'
import { findBySlug } from '../../app/areas/authorities/index.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

const elsewhere = { country: 'FR', slug: 'example-ville' } as const
const [practices, others] = [urls.townPractices(town), urls.townPractices(elsewhere)]
// The same in each act: whoever else comes would be told, too.
const officer = perWorld((world) => world.somebody())
const secretariat = perWorld((world) => world.somebody('secretariat', { kind: 'instance' }))
const stranger = perWorld(async (world) => {
  const found = await findBySlug(world.db, elsewhere.country, elsewhere.slug)
  return world.somebody('officer', { kind: 'authority', id: found?.authority?.id ?? '' })
})

const words = {
  ...{ language: 'en', section: 'prevention', cost: 'low', targets: 'parents', category: 'training' },
  ...{ action: 'network', yearFrom: '2024', articles: '5', kinds: 'safe-sport', nobody: 'yes' },
  ...{ summary: 'Parents meet.', problem: 'Nobody asked.', done: 'We met.', results: 'Forty came.' },
  ...{ costNote: 'Little.', needs: 'A room.', evidence: 'https://town.example/report' },
  ...{ contactOffice: 'Youth office', contactMail: 'youth@town.example', contactLanguages: 'English' },
}

async function beginning(world: World) {
  const by = await officer(world)
  const form = world.valuesOf(await by.read(urls.practiceNew(practices)), 'id')
  const fields: Fields = { ...form, ...words, title: world.fresh('Evenings') }
  return { path: urls.practiceNew(practices), fields, by }
}

/** @returns the id of a draft. */
async function begun(world: World): Promise<string> {
  const sent = await beginning(world)
  await world.send(sent)
  return sent.fields['id'] ?? ''
}

async function submitted(world: World): Promise<string> {
  const id = await begun(world)
  await (await officer(world)).post(urls.practiceAct(practices, id, 'submit'))
  return id
}

async function deciding(world: World, id: string, fields: Fields) {
  const by = await secretariat(world)
  const path = urls.practiceReview(id)
  return { path, fields: { ...world.valuesOf(await by.read(path), 'revision'), ...fields }, by }
}

async function published(world: World): Promise<string> {
  const id = await submitted(world)
  await world.send(await deciding(world, id, { decision: 'publish', reasons: '' }))
  return id
}

async function translating(world: World) {
  const [by, id] = [await stranger(world), await published(world)]
  const form = await by.read(urls.practiceTranslate(others, id, 'fr'))
  const said = { title: 'Soirées', summary: 'S', problem: 'P', done: 'D', results: 'R', costNote: 'C', needs: 'N' }
  const fields = { ...world.valuesOf(form, 'into', 'version', 'revision'), ...said }
  return { id, path: urls.practiceTranslate(others, id), fields, by }
}

async function collecting(world: World, by: Browser) {
  const form = world.valuesOf(await by.read(urls.practiceCollectionNew()), 'id', 'revision')
  const practice = urls.practice('en', await published(world))
  const fields: Fields = {
    ...{ ...form, language: 'en', title: world.fresh('Begin'), sentence: 'Small steps.', practices: practice },
  }
  return { path: urls.practiceCollectionNew(), fields, by }
}

async function collected(world: World, by: Browser): Promise<string> {
  const sent = await collecting(world, by)
  await world.send(sent)
  return sent.fields['id'] ?? ''
}

async function asking(world: World) {
  const id = await published(world)
  const fields = { id: newId(), text: world.fresh('How many rooms?') }
  return { path: urls.otherPracticeAct(others, id, 'ask'), fields, by: await stranger(world) }
}

const sentIn: readonly Act[] = [
  { audit: 'practices.write', prepare: beginning },
  {
    audit: 'practices.save',
    prepare: async (world) => {
      const [by, id] = [await officer(world), await begun(world)]
      const path = urls.practiceEdit(practices, id)
      const form = world.valuesOf(await by.read(path), 'revision')
      return { path, fields: { ...form, ...words, title: world.fresh('Mornings') }, by }
    },
  },
  {
    audit: 'practices.submit',
    prepare: async (world) => {
      const id = await begun(world)
      return { path: urls.practiceAct(practices, id, 'submit'), fields: {}, by: await officer(world) }
    },
  },
  {
    audit: 'practices.withdraw',
    prepare: async (world) => {
      const id = await published(world)
      return { path: urls.practiceAct(practices, id, 'withdraw'), fields: {}, by: await officer(world) }
    },
  },
  {
    audit: 'practices.decide',
    prepare: async (world) => deciding(world, await submitted(world), { decision: 'publish', reasons: '' }),
  },
  {
    audit: 'practices.decide',
    which: 'returned',
    prepare: async (world) => deciding(world, await submitted(world), { decision: 'return', reasons: 'Who came?' }),
  },
]

export const practiceActs: readonly Act[] = [
  ...sentIn,
  { audit: 'practices.translate', prepare: translating },
  {
    audit: 'practices.remove-translation',
    prepare: async (world) => {
      const { id, ...sent } = await translating(world)
      await world.send(sent)
      return { path: urls.practiceTranslationRemove(others, id), fields: { into: 'fr' }, by: sent.by }
    },
  },
  {
    audit: 'practices.use',
    prepare: async (world) => {
      const id = await published(world)
      const fields = { sentence: world.fresh('It works') }
      return { path: urls.otherPracticeAct(others, id, 'use'), fields, by: await stranger(world) }
    },
  },
  {
    audit: 'practices.end-use',
    prepare: async (world) => {
      const [id, by] = [await published(world), await stranger(world)]
      await by.post(urls.otherPracticeAct(others, id, 'use'), { sentence: 'It works' })
      return { path: urls.otherPracticeAct(others, id, 'end-use'), fields: {}, by }
    },
  },
  { audit: 'practices.ask', prepare: asking },
  {
    audit: 'practices.answer',
    prepare: async (world) => {
      const sent = await world.send(await asking(world))
      const question = (sent.headers.get('location') ?? '').split('?')[0]?.split('/').at(-1) ?? ''
      const fields = { id: newId(), text: 'Two.' }
      return { path: urls.practiceQuestion(practices, question), fields, by: await officer(world) }
    },
  },
  {
    audit: 'practices.take-out',
    prepare: async (world) => {
      const asked = await asking(world)
      const sent = await world.send(asked)
      const question = (sent.headers.get('location') ?? '').split('?')[0]?.split('/').at(-1) ?? ''
      const path = urls.practiceTakeOut(practices, question)
      return { path, fields: { id: asked.fields.id }, by: await officer(world) }
    },
  },
  { audit: 'practices.collect', prepare: async (world) => collecting(world, await secretariat(world)) },
  {
    audit: 'practices.change-collection',
    prepare: async (world) => {
      const by = await secretariat(world)
      const path = urls.practiceCollectionEdit(await collected(world, by))
      const html = await by.read(path)
      const practice = urls.practice('en', await published(world))
      const given = { language: 'en', title: 'Go on', sentence: 'Next steps.', practices: practice }
      return { path, fields: { ...world.valuesOf(html, 'revision'), ...given }, by }
    },
  },
  {
    audit: 'practices.remove-collection',
    prepare: async (world) => {
      const by = await secretariat(world)
      return { path: urls.practiceCollectionRemove(await collected(world, by)), fields: {}, by }
    },
  },
  {
    audit: 'practices.search',
    quiet: 'it shows what was found, and keeps nothing of what was typed',
    prepare: async () => ({ path: urls.practices('en'), fields: { q: 'evenings', cost: 'low' } }),
  },
]
