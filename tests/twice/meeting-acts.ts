/** How the host of a meeting is found, and what it leaves: the call, bids, scores, the choice. */
import { town } from '../../app/areas/accounts/people/test-people.ts'
import {
  insertReviewer,
  type NewChoice,
  writeBid,
  writeChoice,
  writeScores,
} from '../../app/areas/meetings/call/bid-store.ts'
import { insertQuestion, writeCall, writeCallFiles } from '../../app/areas/meetings/call/call-store.ts'
import { writeHost, writeMeeting } from '../../app/areas/meetings/index.ts'
import { insertLeft } from '../../app/areas/meetings/left-store.ts'
import { freshBody } from '../../app/areas/signing/test-signing.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

const secretariat = perWorld((world) => world.somebody('secretariat', { kind: 'instance' }))
const officer = perWorld((world) => world.somebody('officer', world.townScope))
const rival = perWorld(async (world) => (await freshBody(world.db)).id)

/** Works for a town of a country that does not bid. */
const reviewer = perWorld(async (world) => {
  const by = await world.somebody('reviewer', { kind: 'instance' })
  const abroad = world.db.selectFrom('published.authority').select('id').where('country', '=', 'DE').limit(1)
  await world.give(by.email, 'officer', { kind: 'authority', id: (await abroad.executeTakeFirstOrThrow()).id })
  return by
})

const townId = ({ townScope }: World): string => (townScope.kind === 'authority' ? townScope.id : '')
const writing = <T>({ db }: World, write: Parameters<ReturnType<World['db']['transaction']>['execute']>[0]) =>
  db.transaction().execute(write) as Promise<T>
const now = ({ services }: World) => services.clock.now()

/** Behind those of all other tests. */
const years = perWorld(() => ({ next: 2500 }))

interface Held {
  readonly id: string
  readonly year: number
}

async function meeting(world: World): Promise<Held> {
  const held = { id: newId(), year: years(world).next++ }
  const known = { kind: 'signatories', starts: null, ends: null, place: 'Exampleborg', country: 'NL' } as const
  const facts = { ...known, timeZone: 'Europe/Amsterdam', about: {}, source: '', demonstration: true }
  await writing(world, (tx) => writeMeeting(tx, { ...held, ...facts }, now(world)))
  return held
}

/** @param days how long bids still count. */
async function writeDeadline(world: World, { id }: Held, days: number): Promise<void> {
  const at = now(world)
  const deadline = at.add({ hours: 24 * days })
  const text = { requirements: { en: 'Room for 300' }, documents: [] }
  const criteria = [
    { weight: 3, names: { en: 'Safe for children' } },
    { weight: 2, names: { en: 'Easy to reach' } },
  ]
  const scoresBy = deadline.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const facts = { opens: at.subtract({ hours: 24 * 5 }), deadline, zone: 'UTC', scoresBy, criteria, ...text }
  await writing(world, (tx) => writeCall(tx, id, facts, { at, published: true }))
}

async function called(world: World): Promise<Held> {
  const held = await meeting(world)
  await writeDeadline(world, held, 3)
  return held
}

const texts = {
  ...{ venue: 'The old market hall', rooms: 'Six', access: 'Step-free', travel: 'By rail', hotels: 'Many' },
  ...{ languages: 'English', safeguarding: 'Two trained persons', budget: 'By the city' },
} as const

const sha256 = 'e'.repeat(64)
const paper = (world: World) => ({
  title: world.fresh('Mayor'),
  file: { sha256, type: 'pdf', bytes: 1_000 } as const,
})

async function bidding(world: World, state: 'draft' | 'handed', authority = townId(world), held?: Held) {
  const of = held ?? (await called(world))
  const said = { facts: { ...texts, capacity: 400, letters: [] }, files: [paper(world)] }
  const bid = { id: newId(), meeting: of.id, authority, ...said, state }
  await writing(world, (tx) => writeBid(tx, bid, { by: null, at: now(world) }))
  return { ...of, bid: bid.id }
}

/** Two bids, the days of bidding and of scoring over. */
async function sealed(world: World) {
  const held = await bidding(world, 'handed')
  await bidding(world, 'handed', await rival(world), held)
  await writeDeadline(world, held, -2)
  return held
}

async function reviewing(world: World) {
  const [held, by] = [await sealed(world), await reviewer(world)]
  await writing(world, (tx) => insertReviewer(tx, held.id, by.id, now(world)))
  return { ...held, by }
}

async function scored(world: World) {
  const held = await reviewing(world)
  const scores = [0, 1].map(() => ({ score: 4, reason: 'Trained' }))
  const bids = world.db.selectFrom('office.host_bid').select('id').where('meeting', '=', held.id)
  for (const { id } of await bids.execute())
    await writing(world, (tx) => writeScores(tx, id, held.by.id, { scores, at: now(world) }))
  return held
}

/** Decided before; it goes on from there. */
async function chosen(world: World, choice: NewChoice): Promise<Held> {
  const held = await sealed(world)
  await writing(world, async (tx) => {
    await writeChoice(tx, held.id, choice, { by: null, at: now(world) })
    await writeHost(tx, held.id, choice.host, now(world))
  })
  return held
}

async function hosted(world: World): Promise<Held> {
  return chosen(world, { host: townId(world), runnerUp: await rival(world), state: 'chosen' })
}

const lesson = (world: World) => ({
  ...({ id: newId(), kind: 'lesson', title: world.fresh('Book early'), text: 'A year ahead' } as const),
  ...{ link: 'https://www.example.org/early', language: 'en' },
})

async function left(world: World, held: Held): Promise<Fields> {
  const one = { ...lesson(world), meeting: held.id, authority: townId(world) }
  await writing(world, (tx) => insertLeft(tx, one, now(world)))
  return { id: one.id }
}

interface Made {
  readonly path: string
  readonly fields: Fields
}

const of =
  (who: (world: World) => Promise<Browser>) =>
  (audit: string, make: (world: World, by: Browser) => Promise<Made>): Act => ({
    audit,
    prepare: async (world) => {
      const by = await who(world)
      return { ...(await make(world, by)), by }
    },
  })
const [bySecretariat, byReviewer, byTown] = [of(secretariat), of(reviewer), of(officer)]

const facts = { starts: '', ends: '', country: 'NL', zone: 'Europe/Amsterdam', source: '' }

const ofSecretariat: readonly Act[] = [
  bySecretariat('meetings.add', async (world) => ({
    path: urls.officeMeetings(),
    fields: { id: newId(), year: `${years(world).next++}`, place: 'Exampleborg', 'about-en': 'Two years on', ...facts },
  })),
  bySecretariat('meetings.change', async (world, by) => {
    const path = urls.officeMeeting((await meeting(world)).year)
    const revision = world.valuesOf(await by.read(path), 'revision')
    return { path, fields: { ...revision, place: world.fresh('Samplewijk'), 'about-en': 'Next', ...facts } }
  }),
  bySecretariat('meetings.call', async (world, by) => {
    const { year } = await meeting(world)
    const path = urls.officeCall(year, 'call')
    const days = { opens: `1.2.${year} 9:00`, deadline: `1.5.${year} 17:00`, scoresBy: `1.7.${year}` }
    const criteria = { weights: '3, 2', 'criteria-en': 'Safe for children\nEasy to reach' }
    const words = { 'requirements-en': 'Room for 300', 'requirements-fr': 'Pour 300 personnes', publish: 'yes' }
    const fields = {
      ...days,
      zone: 'Europe/Paris',
      ...criteria,
      ...words,
      documents: 'Guide https://example.org/guide',
    }
    return { path, fields: { ...world.valuesOf(await by.read(path), 'revision'), ...fields } }
  }),
  bySecretariat('meetings.remove-document', async (world) => {
    const { id, year } = await called(world)
    await writing(world, (tx) => writeCallFiles(tx, id, [paper(world)], now(world)))
    return { path: urls.officeDocument(year, sha256, 'remove'), fields: {} }
  }),
  bySecretariat('meetings.take-out-letter', async (world) => {
    const { year, bid } = await sealed(world)
    return { path: urls.bidLetter(year, bid, sha256, 'take-out'), fields: {} }
  }),
  bySecretariat('meetings.answer', async (world) => {
    const [{ id, year }, question, at] = [await called(world), newId(), now(world)]
    const asked = { id: question, meeting: id, authority: townId(world), text: 'Apart?' }
    await writing(world, (tx) => insertQuestion(tx, asked, { by: null, at }))
    const words = { text: 'May rooms be apart?', answer: 'Ten minutes at most' }
    return { path: urls.officeCall(year, 'questions'), fields: { question, ...words } }
  }),
  bySecretariat('meetings.assign', async (world) => ({
    path: urls.officeChoiceAct((await sealed(world)).year, 'assign'),
    fields: { person: (await reviewer(world)).id },
  })),
  bySecretariat('meetings.choose', async (world) => ({
    path: urls.officeCall((await sealed(world)).year, 'choice'),
    fields: {
      host: townId(world),
      runnerUp: await rival(world),
      reasons: 'Children come first',
      unscored: 'No reviewer was free',
    },
  })),
  bySecretariat('meetings.offer', async (world) => {
    const { year } = await chosen(world, { host: null, runnerUp: await rival(world), state: 'withdrawn' })
    return { path: urls.officeChoiceAct(year, 'offer'), fields: {} }
  }),
  bySecretariat('meetings.reopen', async (world) => {
    const { year } = await chosen(world, { host: null, runnerUp: null, state: 'withdrawn' })
    return { path: urls.officeChoiceAct(year, 'reopen'), fields: {} }
  }),
  bySecretariat('meetings.leave', async (world) => ({
    path: urls.officeLeft((await meeting(world)).year),
    fields: lesson(world),
  })),
  bySecretariat('meetings.take-out', async (world) => {
    const held = await meeting(world)
    return { path: urls.officeLeftRemove(held.year), fields: await left(world, held) }
  }),
]

const ofReviewers: readonly Act[] = [
  byReviewer('meetings.score', async (world) => {
    const { year, bid } = await reviewing(world)
    const fields = { 'score-0': '5', 'reason-0': 'Trained people', 'score-1': '3', 'reason-1': 'By rail' }
    return { path: urls.hostReviewBid(year, bid), fields }
  }),
  byReviewer('meetings.declare', async (world) => {
    const { year, bid } = await reviewing(world)
    return { path: urls.hostConflict(year, bid), fields: {} }
  }),
  byReviewer('meetings.give-scores', async (world) => ({
    path: urls.hostReview((await scored(world)).year),
    fields: {},
  })),
]

const ofTown: readonly Act[] = [
  byTown('meetings.ask', async (world) => ({
    path: urls.townAsk(town, (await called(world)).year),
    fields: { id: newId(), text: 'May rooms be apart?' },
  })),
  byTown('meetings.save-bid', async (world, by) => {
    const path = urls.townBid(town, (await called(world)).year)
    const seen = world.valuesOf(await by.read(path), 'id', 'revision')
    return { path, fields: { ...seen, ...texts, capacity: '400', letters: 'Mayor https://example.org/letter' } }
  }),
  byTown('meetings.remove-letter', async (world, by) => {
    const { year } = await bidding(world, 'handed')
    const seen = world.valuesOf(await by.read(urls.townLetters(town, year)), 'revision')
    return { path: urls.townLetter(town, year, sha256, 'remove'), fields: seen }
  }),
  byTown('meetings.hand-in', async (world, by) => {
    const { year } = await bidding(world, 'draft')
    const seen = world.valuesOf(await by.read(urls.townBid(town, year)), 'id', 'revision')
    return { path: urls.townBidAct(town, year, 'hand-in'), fields: seen }
  }),
  byTown('meetings.withdraw-bid', async (world) => ({
    path: urls.townBidAct(town, (await bidding(world, 'handed')).year, 'withdraw'),
    fields: {},
  })),
  byTown('meetings.step-back', async (world) => ({
    path: urls.townHostAct(town, (await hosted(world)).year, 'step-back'),
    fields: {},
  })),
  byTown('meetings.accept', async (world) => {
    const { year } = await chosen(world, { host: null, runnerUp: townId(world), state: 'offered' })
    return { path: urls.townHostAct(town, year, 'accept'), fields: {} }
  }),
  byTown('meetings.decline', async (world) => {
    const { year } = await chosen(world, { host: null, runnerUp: townId(world), state: 'offered' })
    return { path: urls.townHostAct(town, year, 'decline'), fields: {} }
  }),
  byTown('meetings.town-leave', async (world) => ({
    path: urls.townLeft(town, (await hosted(world)).year),
    fields: lesson(world),
  })),
  byTown('meetings.town-take-out', async (world) => {
    const held = await hosted(world)
    return { path: urls.townLeftRemove(town, held.year), fields: await left(world, held) }
  }),
]

/** Forms with a file, which a test of words cannot send. */
export const fileForms = {
  letter: async (world: World) => {
    const { year } = await bidding(world, 'draft')
    const by = await officer(world)
    const path = urls.townLetters(town, year)
    return { path, fields: world.valuesOf(await by.read(path), 'revision'), by }
  },
  document: async (world: World) => {
    const [{ year }, by] = [await called(world), await secretariat(world)]
    const path = urls.callDocuments(year)
    return { path, fields: world.valuesOf(await by.read(path), 'revision'), by }
  },
} as const

export const meetingActs: readonly Act[] = [...ofSecretariat, ...ofReviewers, ...ofTown]
