/** Events of a town around 18 November, and the years that the secretariat keeps. */
import { approver, town } from '../../app/areas/accounts/people/test-people.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

const officer = perWorld((world) => world.somebody('officer', world.townScope))
const secretariat = perWorld((world) => world.somebody('secretariat', { kind: 'instance' }))

const words = {
  ...{ kind: 'talk', day: '18.11.2024', starts: '10:00', ends: '12:00', where: 'place', place: 'Town hall' },
  ...{ what: 'We talk.', language: 'en' },
}

async function beginning(world: World, by: Browser) {
  const id = world.valuesOf(await by.read(urls.townEventNew(town)), 'id')['id'] ?? ''
  return { id, sent: { path: urls.townEvents(town), fields: { id, title: world.fresh('Talk'), ...words }, by } }
}

async function begun(world: World, by: Browser): Promise<string> {
  const { id, sent } = await beginning(world, by)
  await world.send(sent)
  return id
}

const revisionOf = async (world: World, by: Browser, id: string, page: 'edit' | 'publish' | 'after'): Promise<Fields> =>
  world.valuesOf(await by.read(urls.townEventPage(town, id, page)), 'revision')

async function published(world: World, by: Browser): Promise<string> {
  const id = await begun(world, by)
  // Another act may have asked for two pairs of eyes.
  await world.db.deleteFrom('office.two_pairs').execute()
  const fields = await revisionOf(world, by, id, 'publish')
  await world.send({ path: urls.townEventPage(town, id, 'publish'), fields, by })
  return id
}

async function asked(world: World, by: Browser): Promise<string> {
  const id = await begun(world, by)
  const fields = await revisionOf(world, by, id, 'publish')
  await world.send({ path: urls.townEventAct(town, id, 'ask'), fields, by })
  return id
}

/** Each time another year. */
let year = 2040
const edition = (world: World) => ({
  ...{ year: `${++year}`, 'theme-en': world.fresh('Being heard'), source: 'https://www.example.org/theme' },
})

const ofEvent = (
  audit: string,
  make: (world: World, by: Browser) => Promise<{ readonly path: string; readonly fields: Fields }>,
): Act => ({
  audit,
  prepare: async (world) => {
    const by = await officer(world)
    return { ...(await make(world, by)), by }
  },
})

export const eventActs: readonly Act[] = [
  { audit: 'events.begin', prepare: async (world) => (await beginning(world, await officer(world))).sent },
  ofEvent('events.save', async (world, by) => {
    const id = await begun(world, by)
    const fields = { ...(await revisionOf(world, by, id, 'edit')), ...words, title: world.fresh('Walk') }
    return { path: urls.townEventPage(town, id, 'edit'), fields }
  }),
  ofEvent('events.discard', async (world, by) => ({
    path: urls.townEventAct(town, await begun(world, by), 'discard'),
    fields: {},
  })),
  ofEvent('events.repeat', async (world, by) => ({
    path: urls.townEventAct(town, await begun(world, by), 'repeat'),
    fields: { id: newId() },
  })),
  ofEvent('events.publish', async (world, by) => {
    // The first event of a year makes its edition.
    await published(world, by)
    const id = await begun(world, by)
    return { path: urls.townEventPage(town, id, 'publish'), fields: await revisionOf(world, by, id, 'publish') }
  }),
  ofEvent('events.cancel', async (world, by) => ({
    path: urls.townEventAct(town, await published(world, by), 'cancel'),
    fields: {},
  })),
  ofEvent('events.tell', async (world, by) => {
    const id = await published(world, by)
    const revision = await revisionOf(world, by, id, 'after')
    const fields = { ...revision, done: world.fresh('We talked.'), people: '12', said: 'Again.' }
    return { path: urls.townEventPage(town, id, 'after'), fields }
  }),
  ofEvent('events.ask-approval', async (world, by) => {
    const id = await begun(world, by)
    return { path: urls.townEventAct(town, id, 'ask'), fields: await revisionOf(world, by, id, 'publish') }
  }),
  ofEvent('events.take-back', async (world, by) => ({
    path: urls.townEventAct(town, await asked(world, by), 'take-back'),
    fields: {},
  })),
  {
    audit: 'events.send-back',
    prepare: async (world) => {
      const path = urls.townEventAct(town, await asked(world, await officer(world)), 'send-back')
      return { path, fields: { answer: 'Who is there for children?' }, by: await world.browserOf(approver) }
    },
  },
  {
    audit: 'events.add-edition',
    prepare: async (world) => ({
      path: urls.eventEditions(),
      fields: edition(world),
      by: await secretariat(world),
    }),
  },
  {
    audit: 'events.change-edition',
    prepare: async (world) => {
      const by = await secretariat(world)
      const fields = edition(world)
      await world.send({ path: urls.eventEditions(), fields, by })
      const path = urls.eventEdition(Number(fields.year))
      const form = world.valuesOf(await by.read(path), 'revision')
      return { path, fields: { ...form, ...fields, 'theme-en': world.fresh('Being safe') }, by }
    },
  },
  {
    audit: 'review.choose-day',
    quiet: 'it leads to the review of the day, and keeps nothing',
    prepare: async () => ({
      path: urls.reviewDay('en'),
      fields: { day: Temporal.Now.plainDateISO('UTC').toString() },
    }),
  },
  {
    audit: 'events.narrow',
    quiet: 'it leads to the list so narrowed, and keeps nothing',
    prepare: async () => ({ path: urls.events('en', 2026), fields: { country: 'nl', kind: 'talk' } }),
  },
]
