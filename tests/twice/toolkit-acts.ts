/** Wishes of readers, and translations of the toolkit. */
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

const union = urls.officeToolkit(association)
const resource = 'first-steps'
const coordinator = perWorld((world) => world.somebody('coordinator', world.associationScope))
const secretariat = perWorld((world) => world.somebody('secretariat', { kind: 'instance' }))

/** Each in a language of its own: an office has one under way in each. */
const languages = ['nl', 'de', 'pl', 'it', 'es', 'pt', 'sv', 'da', 'fi', 'et', 'lv', 'lt', 'cs', 'sk', 'hu', 'ro']
const next = new WeakMap<World, number>()
function freshLanguage(world: World): string {
  const index = next.get(world) ?? 0
  next.set(world, index + 1)
  const language = languages[index]
  if (!language) throw new Error('the test has no more languages')
  return language
}

async function translating(world: World): Promise<{ path: string; fields: Fields; by: Browser }> {
  const by = await coordinator(world)
  const into = freshLanguage(world)
  const form = await by.read(urls.resourceTranslate(union, resource, into))
  const fields = { ...world.valuesOf(form, 'into', 'made_from', 'revision'), read: 'yes', act: 'send' }
  const words = { title: 'Eerste stappen', summary: 'Om te beginnen', body: '## Dag 1\n\nKijk eerst.' }
  return { path: urls.resourceTranslate(union, resource), fields: { ...fields, ...words }, by }
}

/** @returns the address at which it is decided about. */
async function sent(world: World): Promise<string> {
  const one = await translating(world)
  await world.send(one)
  const office = await (await secretariat(world)).read(urls.officeToolkit(undefined))
  const ids = [...office.matchAll(/toolkit\/offers\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? '')
  return ids.at(-1) ?? ''
}

const writer = perWorld((world) => world.somebody('secretariat', { kind: 'instance' }))
let originals = 0

/** An original of its own each time. */
async function writing(world: World, act = 'send'): Promise<{ path: string; fields: Fields; by: Browser }> {
  const by = await secretariat(world)
  const form = await by.read(urls.resourceOriginal())
  originals += 1
  const facts = {
    kind: 'guide',
    audiences: 'clubs',
    ages: 'adults',
    parts: 'prevention',
    articles: '5',
    language: 'en',
  }
  const words = { title: `Twice ${originals}`, summary: 'Once is enough.', body: 'Once.', link: '', sources: '' }
  const fields = {
    ...world.valuesOf(form, 'draft', 'made_from', 'revision'),
    ...facts,
    ...words,
    licence: 'CC0-1.0',
    act,
  }
  return { path: urls.resourceOriginal(), fields, by }
}

/** @returns the address at which it is decided about. */
async function written(world: World): Promise<string> {
  const one = await writing(world)
  await world.send(one)
  return urls.resourceDraft(`${one.fields['draft']}`)
}

/** One of the first stock each time. */
const links = [
  'link-pact-in-brief',
  'link-one-in-five',
  'link-european-day',
  'link-start-to-talk',
  'link-barnahus-network',
]
const nextLink = new WeakMap<World, number>()
async function withdrawing(world: World): Promise<{ path: string; fields: Fields; by: Browser; one: string }> {
  const index = nextLink.get(world) ?? 0
  nextLink.set(world, index + 1)
  const one = links[index]
  if (!one) throw new Error('the test has no more resources')
  const by = await secretariat(world)
  return { path: urls.resourceWithdraw(one), fields: { what: 'all', reason: 'outdated' }, by, one }
}

export const toolkitActs: readonly Act[] = [
  {
    audit: 'toolkit.search',
    quiet: 'it shows what was found, and keeps nothing of what was typed',
    prepare: async () => ({ path: urls.toolkit('en'), fields: { q: 'steps', kind: 'guide' } }),
  },
  {
    audit: 'toolkit.want',
    different: 'nothing tells one reader from another: whoever says it twice is counted twice',
    prepare: async () => ({ path: urls.resourceWanted('en', resource), fields: { language: 'el' } }),
  },
  { audit: 'toolkit.translate', prepare: translating },
  { audit: 'toolkit.withdraw', prepare: withdrawing },
  {
    audit: 'toolkit.bring-back',
    prepare: async (world) => {
      const { one, ...act } = await withdrawing(world)
      await world.send(act)
      return { path: urls.resourceBringBack(one), fields: { what: 'all' }, by: act.by }
    },
  },
  { audit: 'toolkit.write', prepare: writing },
  {
    audit: 'toolkit.discard-original',
    prepare: async (world) => ({
      ...{ path: `${await written(world)}/discard`, fields: {}, by: await secretariat(world) },
    }),
  },
  {
    audit: 'toolkit.decide-original',
    prepare: async (world) => {
      const [path, by] = [await written(world), await writer(world)]
      const fields = { ...world.valuesOf(await by.read(path), 'revision'), decision: 'publish', reasons: '' }
      return { path, fields, by }
    },
  },
  {
    audit: 'toolkit.discard',
    prepare: async (world) => {
      const path = urls.resourceOfferDiscard(union, await sent(world))
      return { path, fields: {}, by: await coordinator(world) }
    },
  },
  {
    audit: 'toolkit.decide',
    prepare: async (world) => {
      const [path, by] = [urls.resourceOfferReview(await sent(world)), await secretariat(world)]
      const fields = { ...world.valuesOf(await by.read(path), 'revision'), decision: 'publish', reasons: '' }
      return { path, fields, by }
    },
  },
]
