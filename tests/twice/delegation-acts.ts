/** The programme of a meeting, and who comes to it. The town of these tests receives the others. */
import { approver, town } from '../../app/areas/accounts/people/test-people.ts'
import { meetingOfYear, writeHost, writeMeeting } from '../../app/areas/meetings/index.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

/** No other meeting has it. */
const year = 2091
const host = perWorld((world) => world.browserOf(approver))

/** One for all, with its host. */
const meeting = perWorld(async (world) => {
  const [id, at] = [newId(), Temporal.Now.instant()]
  await world.db.transaction().execute(async (tx) => {
    if (await meetingOfYear(tx, year)) return
    const place = { place: 'Example Town', country: 'NL', timeZone: 'Europe/Amsterdam', about: {}, source: '' }
    const days = { starts: `${year}-10-10`, ends: `${year}-10-12` }
    await writeMeeting(tx, { id, year, kind: 'signatories', demonstration: false, ...place, ...days }, at)
    await writeHost(tx, id, world.townScope.kind === 'authority' ? world.townScope.id : null, at)
  })
  return year
})

type Made = { readonly path: string; readonly fields: Fields }

const byHost = (audit: string, make: (world: World, by: Browser) => Promise<Made>, which?: string): Act => ({
  audit,
  ...(which === undefined ? {} : { which }),
  prepare: async (world) => {
    await meeting(world)
    const by = await host(world)
    return { ...(await make(world, by)), by }
  },
})

const valueIn = async (world: World, by: Browser, path: string, name: 'id' | 'revision'): Promise<string> =>
  world.valuesOf(await by.read(path), name)[name] ?? ''

const session = { day: `10.10.${year}`, starts: '10:00', ends: '11:00', what: 'We talk.', language: 'en' }

async function begin(world: World, by: Browser): Promise<Made & { readonly id: string }> {
  const id = await valueIn(world, by, urls.hostSessionNew(town, year), 'id')
  return { id, path: urls.hostProgramme(town, year), fields: { id, title: world.fresh('Session'), ...session } }
}

async function begun(world: World, by: Browser): Promise<string> {
  const { id, ...sent } = await begin(world, by)
  await world.send({ ...sent, by })
  return id
}

const release = (world: World, by: Browser) =>
  world.send({ path: urls.hostProgrammeAct(town, year, 'release'), fields: {}, by })

const today = Temporal.Now.plainDateISO('UTC')
const typed = ({ day, month, year: of }: Temporal.PlainDate) => `${day}.${month}.${of}`
let places = 10

async function registration(world: World, by: Browser): Promise<Made> {
  const path = urls.hostRegistration(town, year)
  const revision = await valueIn(world, by, path, 'revision')
  const days = { opens: typed(today.subtract({ days: 2 })), closes: typed(today.add({ days: 60 })) }
  // Each time another number.
  places += 1
  return { path, fields: { revision, ...days, 'quota-town': `${places}`, 'quota-region': '1', 'quota-other': '0' } }
}

async function person(world: World, by: Browser): Promise<Made & { readonly id: string }> {
  await world.send({ ...(await registration(world, by)), by })
  const id = await valueIn(world, by, urls.delegateNew(town, year, 'adult'), 'id')
  const fields = { id, who: 'adult', name: world.fresh('Kim'), function: 'Mayor', diet: 'everything' }
  return { id, path: urls.delegation(town, year), fields }
}

async function registered(world: World, by: Browser): Promise<string> {
  const { id, ...sent } = await person(world, by)
  await world.send({ ...sent, by })
  return id
}

const guest = async (world: World, by: Browser): Promise<Fields> => {
  const page = await by.read(urls.hostRegistration(town, year))
  const after = page.slice(page.indexOf(urls.hostGuests(town, year)))
  const { id = '' } = world.valuesOf(after, 'id')
  return {
    id,
    kind: 'observer',
    name: world.fresh('Organisation'),
    email: `${world.fresh('o').toLowerCase().replaceAll(' ', '-')}@guests.example`,
  }
}

const rooms = async (world: World, by: Browser): Promise<Made> => ({
  path: urls.hostProgrammeAct(town, year, 'rooms'),
  fields: {
    revision: await valueIn(world, by, urls.hostProgramme(town, year), 'revision'),
    rooms: world.fresh('Hall'),
  },
})

/** What the first of them begins stands already: each is one change. */
const again =
  (make: (world: World, by: Browser) => Promise<Made>) =>
  async (world: World, by: Browser): Promise<Made> => {
    await world.send({ ...(await make(world, by)), by })
    return make(world, by)
  }

/** A practice of the town that is public. */
const practice = async (world: World): Promise<string> => {
  const own = world.townScope.kind === 'authority' ? world.townScope.id : ''
  const rows = world.db.selectFrom('published.practice').select('id').where('authority', '=', own)
  return (await rows.where('status', '=', 'published').executeTakeFirstOrThrow()).id
}

export const delegationActs: readonly Act[] = [
  byHost('market.offer', async (world) => {
    const id = await practice(world)
    await world.db.deleteFrom('published.market_stand').where('practice', '=', id).execute()
    return { path: urls.townMarket(town, year), fields: { practice: id } }
  }),
  byHost('market.place', async (world, by) => {
    const id = await practice(world)
    await world.send({ path: urls.townMarket(town, year), fields: { practice: id }, by })
    const path = urls.hostMarket(town, year)
    const placed = { [`stand-${id}`]: world.fresh('Table'), [`day-${id}`]: `10.10.${year}` }
    const hours = { [`starts-${id}`]: '10:00', [`ends-${id}`]: '11:00' }
    return { path, fields: { practice: id, revision: await valueIn(world, by, path, 'revision'), ...placed, ...hours } }
  }),
  byHost('programme.keep-rooms', again(rooms)),
  byHost('programme.begin', async (world, by) => {
    const { path, fields } = await begin(world, by)
    return { path, fields }
  }),
  byHost('programme.save', async (world, by) => {
    const id = await begun(world, by)
    const path = urls.hostSession(town, year, id)
    const revision = await valueIn(world, by, path, 'revision')
    return { path, fields: { revision, ...session, title: world.fresh('Changed') } }
  }),
  byHost('programme.release', async (world, by) => {
    await begun(world, by)
    return { path: urls.hostProgrammeAct(town, year, 'release'), fields: {} }
  }),
  byHost('programme.take-out', async (world, by) => ({
    path: urls.hostSessionAct(town, year, await begun(world, by), 'take-out'),
    fields: {},
  })),
  byHost('programme.bring-back', async (world, by) => {
    const id = await begun(world, by)
    await release(world, by)
    await world.send({ path: urls.hostSessionAct(town, year, id, 'take-out'), fields: {}, by })
    return { path: urls.hostSessionAct(town, year, id, 'bring-back'), fields: {} }
  }),
  byHost('delegations.keep-registration', again(registration)),
  byHost('delegations.invite', async (world, by) => ({
    path: urls.hostGuests(town, year),
    fields: await guest(world, by),
  })),
  byHost('delegations.uninvite', async (world, by) => {
    const fields = await guest(world, by)
    await world.send({ path: urls.hostGuests(town, year), fields, by })
    return { path: urls.hostGuestRemove(town, year), fields: { guest: `${fields['id']}` } }
  }),
  byHost('delegations.add', async (world, by) => {
    const { path, fields } = await person(world, by)
    return { path, fields }
  }),
  byHost(
    'delegations.add',
    async (world, by) => {
      const adult = await registered(world, by)
      const id = await valueIn(world, by, urls.delegateNew(town, year, 'child'), 'id')
      const child = { ageGroup: '12-15', adult, safeguarding: 'Youth office', consent: 'yes' }
      return {
        path: urls.delegation(town, year),
        fields: { id, who: 'child', name: 'Eli', diet: 'everything', ...child },
      }
    },
    'child',
  ),
  byHost('delegations.save', async (world, by) => {
    const path = urls.delegate(town, year, await registered(world, by))
    const revision = await valueIn(world, by, path, 'revision')
    return { path, fields: { revision, who: 'adult', name: world.fresh('Lou'), function: 'Mayor', diet: 'vegan' } }
  }),
  byHost('delegations.take-out', async (world, by) => ({
    path: urls.delegateOut(town, year, await registered(world, by)),
    fields: {},
  })),
]
