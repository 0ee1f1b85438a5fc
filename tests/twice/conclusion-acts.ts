/** Conclusions of meetings: written, amended, adopted, taken on, looked at again. */
import { sql } from 'kysely'
import { association, town } from '../../app/areas/accounts/people/test-people.ts'
import { writeMeeting } from '../../app/areas/meetings/index.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, World } from './world.ts'

const officer = perWorld((world) => world.somebody('officer', world.townScope))
const secretariat = perWorld((world) => world.somebody('secretariat', { kind: 'instance' }))
const coordinator = perWorld((world) => world.somebody('coordinator', world.associationScope))

/** Behind those of the demonstration. */
const years = perWorld(() => ({ next: 2040 }))

async function meeting(world: World): Promise<number> {
  const year = years(world).next++
  const known = { kind: 'signatories', starts: null, ends: null, place: 'Exampleborg', country: 'NL' } as const
  const facts = { year, ...known, timeZone: 'Europe/Amsterdam', about: {}, source: '' }
  await world.db
    .transaction()
    .execute((tx) => writeMeeting(tx, { id: newId(), demonstration: true, ...facts }, world.services.clock.now()))
  return year
}

const adding = (world: World) => ({
  ...{ id: newId(), language: 'en', body: world.fresh('Every town says where help is.'), asks: 'towns' },
})

/** A draft with one line. */
async function drafted(world: World) {
  const [by, year, line] = [await secretariat(world), await meeting(world), adding(world)]
  await world.send({ path: urls.officeConclusions(year), fields: line, by })
  return { by, year, id: line.id }
}

const moving = (by: Browser, year: number, to: string) => ({
  path: urls.officeConclusionsStage(year),
  fields: { to },
  by,
})

async function opened(world: World) {
  const draft = await drafted(world)
  await world.send(moving(draft.by, draft.year, 'open'))
  return draft
}

const proposing = (world: World, conclusion: string) => ({
  ...{ id: newId(), conclusion, kind: 'replace', body: world.fresh('Each town says it.'), reason: 'Shorter.' },
})

async function proposed(world: World) {
  const [draft, by] = [await opened(world), await officer(world)]
  const fields = proposing(world, draft.id)
  await world.send({ path: urls.partyConclusions(town, draft.year), fields, by })
  return { ...draft, officer: by, amendment: fields.id }
}

const unionPlace = { association } as const

/** Somebody of the association has a place at the meeting. */
async function unionComes(world: World, year: number): Promise<void> {
  const union = world.associationScope.kind === 'association' ? world.associationScope.id : ''
  await sql`
    insert into office.delegate (id, meeting, association, name, child, function, email, languages, diet, diet_note, access,
      access_note, companion, visa, registered_at, changed_at, place_since)
    select ${newId()}, id, ${union}, 'Kim', false, 'Chair', '', '{}', 'everything', '', '{}', '', '', false, now(), now(), now()
    from published.meeting where year = ${year}`.execute(world.db)
}

const hands = { 'for-all': '40', 'against-all': '1', 'abstained-all': '2' }
const adopting = (by: Browser, year: number) => ({
  ...{ path: urls.officeConclusionsAdopt(year), fields: { on: '1.1.2024', ...hands }, by },
})

async function closed(world: World) {
  const draft = await opened(world)
  await world.send(moving(draft.by, draft.year, 'closed'))
  return draft
}

async function adopted(world: World, owner: Readonly<Record<string, string>> = {}) {
  const draft = await closed(world)
  await world.send(adopting(draft.by, draft.year))
  const path = urls.officeConclusion(draft.year, draft.id)
  await world.send({
    path,
    fields: { ...world.valuesOf(await draft.by.read(path), 'revision'), ...owner },
    by: draft.by,
  })
  return draft
}

const theirs = {
  town: { owner: 'authority', country: 'NL', name: 'Example Town' },
  association: { owner: 'association', country: 'NL', name: '' },
} as const
const mine = { kind: 'authority', one: town } as const
const unions = { kind: 'association', one: association } as const
const ours = { kind: 'secretariat' } as const
const telling = (world: World) => ({ id: newId(), state: 'under-way', note: world.fresh('Begun.') })

const asking = (world: World) => ({ id: newId(), body: world.fresh('Who pays for it?') })

export const conclusionActs: readonly Act[] = [
  {
    audit: 'meeting.ask',
    prepare: async (world) => ({
      path: urls.partyAtMeeting(town, await meeting(world)),
      fields: asking(world),
      by: await officer(world),
    }),
  },
  {
    audit: 'meeting.ask',
    which: 'of an association',
    prepare: async (world) => {
      const year = await meeting(world)
      await unionComes(world, year)
      return { path: urls.partyAtMeeting(unionPlace, year), fields: asking(world), by: await coordinator(world) }
    },
  },
  {
    audit: 'meeting.chair',
    prepare: async (world) => {
      const [year, by, fields] = [await meeting(world), await secretariat(world), asking(world)]
      await world.send({ path: urls.partyAtMeeting(town, year), fields, by: await officer(world) })
      const path = urls.officeMeetingQuestion(year, fields.id)
      const revision = world.valuesOf(await by.read(path), 'revision')
      const words = { position: '1', answer: world.fresh('Each town.'), answered: 'yes', published: 'yes' }
      return { path, fields: { ...revision, ...words }, by }
    },
  },
  {
    audit: 'conclusions.add',
    prepare: async (world) => ({
      path: urls.officeConclusions(await meeting(world)),
      fields: adding(world),
      by: await secretariat(world),
    }),
  },
  {
    audit: 'conclusions.save',
    prepare: async (world) => {
      const { by, year, id } = await drafted(world)
      const path = urls.officeConclusion(year, id)
      const revision = world.valuesOf(await by.read(path), 'revision')
      const words = {
        body: world.fresh('Every town says it.'),
        asks: 'towns',
        owner: 'secretariat',
        't-fr': 'On le dit.',
      }
      return { path, fields: { ...revision, ...words, due: '1.2.2031' }, by }
    },
  },
  {
    audit: 'conclusions.remove',
    prepare: async (world) => {
      const { by, year, id } = await drafted(world)
      return { path: urls.officeConclusionRemove(year, id), fields: {}, by }
    },
  },
  {
    audit: 'conclusions.move-on',
    prepare: async (world) => {
      const { by, year } = await drafted(world)
      return moving(by, year, 'open')
    },
  },
  {
    audit: 'conclusions.adopt',
    prepare: async (world) => {
      const { by, year } = await closed(world)
      return adopting(by, year)
    },
  },
  {
    audit: 'conclusions.propose',
    prepare: async (world) => {
      const { year, id } = await opened(world)
      return { path: urls.partyConclusions(town, year), fields: proposing(world, id), by: await officer(world) }
    },
  },
  {
    audit: 'conclusions.take-back',
    prepare: async (world) => {
      const { year, amendment, officer: by } = await proposed(world)
      return { path: urls.partyAmendmentBack(town, year, amendment), fields: {}, by }
    },
  },
  {
    audit: 'conclusions.propose',
    which: 'of an association',
    prepare: async (world) => {
      const { year, id } = await opened(world)
      await unionComes(world, year)
      const path = urls.partyConclusions(unionPlace, year)
      return { path, fields: proposing(world, id), by: await coordinator(world) }
    },
  },
  {
    audit: 'conclusions.take-back',
    which: 'of an association',
    prepare: async (world) => {
      const [{ year, id }, by] = [await opened(world), await coordinator(world)]
      await unionComes(world, year)
      const fields = proposing(world, id)
      await world.send({ path: urls.partyConclusions(unionPlace, year), fields, by })
      return { path: urls.partyAmendmentBack(unionPlace, year, fields.id), fields: {}, by }
    },
  },
  {
    audit: 'conclusions.decide',
    prepare: async (world) => {
      const { by, year, amendment } = await proposed(world)
      await world.send(moving(by, year, 'closed'))
      return { path: urls.officeAmendment(year, amendment), fields: { state: 'accepted', answer: 'Clearer.' }, by }
    },
  },
  {
    audit: 'conclusions.answer',
    prepare: async (world) => {
      const { id } = await adopted(world, theirs.town)
      return { path: urls.taskAnswer(mine, id), fields: { agrees: 'yes' }, by: await officer(world) }
    },
  },
  {
    audit: 'conclusions.answer',
    which: 'of an association, which does not',
    prepare: async (world) => {
      const { id } = await adopted(world, theirs.association)
      return { path: urls.taskAnswer(unions, id), fields: { agrees: 'no' }, by: await coordinator(world) }
    },
  },
  {
    audit: 'conclusions.tell',
    prepare: async (world) => {
      const { by, id } = await adopted(world)
      return { path: urls.task(ours, id), fields: telling(world), by }
    },
  },
  {
    audit: 'conclusions.tell',
    which: 'of a town',
    prepare: async (world) => {
      const [{ id }, by] = [await adopted(world, theirs.town), await officer(world)]
      await world.send({ path: urls.taskAnswer(mine, id), fields: { agrees: 'yes' }, by })
      return { path: urls.task(mine, id), fields: telling(world), by }
    },
  },
  {
    audit: 'conclusions.tell',
    which: 'of an association',
    prepare: async (world) => {
      const [{ id }, by] = [await adopted(world, theirs.association), await coordinator(world)]
      await world.send({ path: urls.taskAnswer(unions, id), fields: { agrees: 'yes' }, by })
      return { path: urls.task(unions, id), fields: telling(world), by }
    },
  },
  {
    audit: 'conclusions.follow-first',
    prepare: async (world) => {
      // As if nobody had followed them: it happens once.
      const ofFirst = sql`(select id from published.meeting where year = 2015)`
      for (const table of [
        'published.conclusion',
        'published.conclusion_set',
        'office.conclusion',
        'office.conclusion_set',
      ])
        await sql`delete from ${sql.table(table)} where meeting in ${ofFirst}`.execute(world.db)
      await sql`delete from published.meeting where year = 2015`.execute(world.db)
      return { path: urls.followFirst(), fields: {}, by: await secretariat(world) }
    },
  },
  {
    audit: 'conclusions.look',
    prepare: async (world) => {
      const { by, id } = await adopted(world)
      const later = await meeting(world)
      return { path: urls.officeConclusionsReview(later), fields: { conclusion: id }, by }
    },
  },
]
