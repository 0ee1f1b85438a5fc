/** From the front door: what a meeting concludes, from the draft to what the next meeting sees of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { publicPage } from '../../../tests/public-page.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import { association, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { writeMeeting } from '../meetings/index.ts'

let app: PeopleApp
const [sasha, olga, anna] = ['sasha@outcome.example', 'olga@outcome.example', 'anna@outcome.example'] as const
/** Far from the meetings of the demonstration. */
const [year, nextYear] = [2071, 2073] as const

beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  await app.give(olga, 'officer', app.townScope)
  await app.give(anna, 'coordinator', app.associationScope)
  await app.db.transaction().execute(async (tx) => {
    for (const each of [year, nextYear]) {
      const facts = {
        year: each,
        kind: 'signatories',
        starts: null,
        ends: null,
        place: 'Exampleborg',
        country: 'NL',
      } as const
      const more = { timeZone: 'Europe/Amsterdam', about: {}, source: '', demonstration: true }
      await writeMeeting(tx, { id: newId(), ...facts, ...more }, app.services.clock.now())
    }
  })
})
afterAll(() => app.close())

const { read, post } = visitorsOf(() => app)
const list = urls.officeConclusions(year)
const mine = { kind: 'authority', one: town } as const

const publicly = (path: string) => publicPage(app, path)

async function add(body: string): Promise<string> {
  const id = newId()
  const answer = await post(sasha, list, { id, language: 'en', body, asks: 'national associations' })
  expect(answer.headers.get('location')).toBe(`${list}?done=added`)
  return id
}

async function save(id: string, fields: Record<string, string>): Promise<Response> {
  const revision = value(await read(sasha, urls.officeConclusion(year, id)), 'revision')
  return post(sasha, urls.officeConclusion(year, id), { revision, ...fields })
}

const moveTo = (to: string) => post(sasha, urls.officeConclusionsStage(year), { to })
const amendmentIn = (html: string) => /amendments\/([0-9a-f-]{36})/.exec(html)?.[1] ?? ''

test('a draft is amended, adopted, published, taken on, and seen again at the next meeting', async () => {
  const first = await add('Every town tells its children where help is.')
  const second = await add('Associations write to their members.')
  await save(first, {
    body: 'Every town tells its children where help is.',
    asks: 'towns',
    't-fr': 'Chaque ville le dit.',
  })

  // Only the secretariat reads a draft, and nobody in public.
  expect((await (await app.signIn(olga)).get(urls.partyConclusions(town, year))).status).toBe(404)
  expect((await app.request(urls.conclusions('en', year))).status).toBe(404)
  expect((await moveTo('published')).status).toBe(422)
  await moveTo('open')

  // A town that took part proposes; nobody reads it before proposals are closed.
  expect(await read(olga, urls.office())).toContain(urls.partyConclusions(town, year))
  const proposal = { conclusion: first, kind: 'replace', body: 'Every town tells every child where help is.' }
  const refused = await post(olga, urls.partyConclusions(town, year), { ...proposal, reason: '' })
  expect([refused.status, (await refused.text()).includes('tells every child')]).toEqual([422, true])
  await post(olga, urls.partyConclusions(town, year), { id: newId(), ...proposal, reason: 'None is left out.' })
  await post(olga, urls.partyConclusions(town, year), {
    id: newId(),
    conclusion: second,
    kind: 'delete',
    reason: 'Known.',
  })
  expect(await read(sasha, list)).not.toContain('None is left out.')
  const amendments = await app.db.selectFrom('office.conclusion_amendment').select(['id', 'kind']).execute()
  const [replace, remove] = ['replace', 'delete'].map((kind) => amendments.find((one) => one.kind === kind)?.id ?? '')
  expect((await app.request(urls.officeAmendment(year, replace ?? ''))).status).not.toBe(200)
  await moveTo('closed')
  expect((await post(olga, urls.partyConclusions(town, year), { ...proposal, reason: 'Late.' })).status).toBe(422)

  // Each is decided, with a reason that the town reads; the translation is now of an earlier text.
  expect(amendmentIn(await read(sasha, list))).not.toBe('')
  expect(
    (
      await post(sasha, urls.officeConclusionsAdopt(year), {
        on: '1.1.2026',
        'for-all': '1',
        'against-all': '0',
        'abstained-all': '0',
      })
    ).status,
  ).toBe(422)
  await post(sasha, urls.officeAmendment(year, replace ?? ''), { state: 'accepted', answer: 'Clearer.' })
  await post(sasha, urls.officeAmendment(year, remove ?? ''), { state: 'refused', answer: 'Still needed.' })
  const seen = await read(olga, urls.partyConclusions(town, year))
  for (const text of ['tells every child', 'Clearer.', 'Still needed.']) expect(seen).toContain(text)
  expect(await read(sasha, list)).toContain('Translation of an earlier text: French')

  // Hands are counted for each; then the text stays as it is.
  const hands = { [`for-${first}`]: '41', [`against-${first}`]: '2', [`abstained-${first}`]: '3' }
  expect((await post(sasha, urls.officeConclusionsAdopt(year), { on: '1.1.2026', ...hands })).status).toBe(422)
  const all = { ...hands, [`for-${second}`]: '46', [`against-${second}`]: '0', [`abstained-${second}`]: '0' }
  const adopted = await post(sasha, urls.officeConclusionsAdopt(year), { on: '1.1.2026', ...all })
  expect(adopted.headers.get('location')).toBe(`${list}?done=adopted`)
  const set = await app.db
    .selectFrom('office.conclusion_set as set')
    .innerJoin('published.meeting as meeting', 'meeting.id', 'set.meeting')
    .select('set.sha256')
    .where('meeting.year', '=', year)
    .executeTakeFirstOrThrow()
  await save(first, {
    body: 'Something else.',
    owner: 'authority',
    country: 'NL',
    name: 'Example Town',
    due: '1.2.2070',
  })
  await save(second, { owner: 'association', country: 'NL', name: '', 't-fr': 'Les associations écrivent.' })
  await moveTo('published')
  // Whoever is asked hears it by mail; a form that changes nothing asks nobody again.
  await save(first, { owner: 'authority', country: 'NL', name: 'Example Town', due: '1.2.2070', 't-fr': '' })
  for (const [who, office, number] of [
    [olga, 'Example Town', 1],
    [anna, 'Example Association', 2],
  ] as const) {
    const mails = (await app.mails(who)).filter(({ subject }) => subject.includes('will you answer'))
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining(`conclusion ${number} of the meeting ${year}`),
    ])
    expect(JSON.stringify(mails)).toContain(office)
  }

  const page = await publicly(urls.conclusions('en', year))
  for (const text of ['tells every child', 'For: 41, against: 2, abstained: 3', set.sha256 ?? '?', 'not begun']) {
    expect(page).toContain(text)
  }
  for (const text of ['Something else', 'Answers for it: Example Town']) expect(page).not.toContain(text)
  const french = await publicly(urls.conclusions('fr', year))
  expect(french).toContain('Les associations écrivent.')
  expect(french).toContain('<p lang="en-GB" dir="ltr" class="said">Every town tells every child')
  expect(french).not.toContain('Chaque ville le dit.')

  // The town is asked, takes it on, and tells how far it is.
  const task = urls.task(mine, first)
  expect(await read(olga, urls.office())).toContain(task)
  expect((await post(olga, task, { state: 'done', note: 'Done.' })).status).toBe(422)
  await post(olga, urls.taskAnswer(mine, first), { agrees: 'yes' })
  expect((await post(olga, task, { state: 'done', note: '' })).status).toBe(422)
  await post(olga, task, { id: newId(), state: 'under-way', note: 'Half of our schools have the poster.' })
  app.wait({ hours: 40 * 24 })
  await post(olga, task, { id: newId(), state: 'done', note: 'All schools have it.' })
  expect(await read(olga, urls.tasks(mine))).toContain('State: done')
  await eventually(async () => {
    const now = await publicly(urls.conclusions('en', year))
    for (const text of ['Answers for it: Example Town', 'State: done']) expect(now).toContain(text)
    expect(now).not.toContain('All schools have it.')
  })
  // The association does not take it on: it stays with the secretariat.
  const theirs = { kind: 'association', one: association } as const
  expect(await read(anna, urls.task(theirs, second))).toContain('You are asked')
  await post(anna, urls.taskAnswer(theirs, second), { agrees: 'no' })
  expect(await read(sasha, urls.tasks({ kind: 'secretariat' }))).toContain(urls.task({ kind: 'secretariat' }, second))

  // At the next meeting.
  const review = urls.officeConclusionsReview(nextYear)
  const before = await read(sasha, review)
  for (const text of ['Half of our schools', 'All schools have it.', 'State: done']) expect(before).toContain(text)
  expect((await post(sasha, review, { conclusion: first })).headers.get('location')).toBe(`${review}?done=looked`)
  await eventually(async () =>
    expect(await publicly(urls.conclusions('en', year))).toMatch(
      /Looked at on .* at the meeting of 2073; it stood then: done/,
    ),
  )
  const notes = app.db.selectFrom('office.conclusion_note').select('id').where('conclusion', 'in', [first, second])
  expect(await notes.execute()).toHaveLength(3)
})

test('what was concluded in 2015 is there in our words, with figures that are counted and links to their data', async () => {
  const page = await publicly(urls.conclusions('en', 2015))
  for (const href of [urls.register('en'), urls.review('en'), urls.practices('en'), urls.toolkitLanguages('en')]) {
    expect(page).toContain(`href="${href}"`)
  }
  expect(page.match(/has no figure for it yet/g)).toHaveLength(2)
  expect(page).toMatch(/Signatures in force: <b>[1-9]/)
  const arabic = await publicly(urls.conclusions('ar', 2015))
  expect(arabic).toContain('data-origin="machine"')
  expect(await publicly(urls.conclusions('de', 2015))).toContain('Wer unterzeichnet hat, kommt alle zwei Jahre')
})

test('the secretariat follows the conclusions of 2015: an owner is asked, tells, and everybody reads it in the same words', async () => {
  const tasks = urls.tasks({ kind: 'secretariat' })
  expect(await read(sasha, tasks)).toContain(`action="${urls.followFirst()}"`)
  for (const _ of [1, 2]) expect((await post(sasha, urls.followFirst(), {})).status).toBe(303)
  expect(await read(sasha, tasks)).toContain('Meeting of 2015, conclusion 6')
  const sixth = app.db.selectFrom('office.conclusion').select('id').where('body', 'like', 'The national association%')
  const { id } = await sixth.executeTakeFirstOrThrow()
  const line = urls.officeConclusion(2015, id)
  const revision = value(await read(sasha, line), 'revision')
  const owner = { owner: 'association', country: 'NL', name: '', due: '1.5.2090', 't-fr': 'De la main d’une personne.' }
  expect((await post(sasha, line, { revision, ...owner })).status).toBe(303)
  const theirs = { kind: 'association', one: association } as const
  await post(anna, urls.taskAnswer(theirs, id), { agrees: 'yes' })
  await post(anna, urls.task(theirs, id), { id: newId(), state: 'under-way', note: 'We write to all.' })
  await eventually(async () => {
    const page = await publicly(urls.conclusions('en', 2015))
    for (const text of ['Answers for it: Example Association', 'State: under way', 'Signatures in force']) {
      expect(page).toContain(text)
    }
    expect(page.match(/Answers for it: The secretariat/g)).toHaveLength(9)
  })
  expect(await publicly(urls.conclusions('fr', 2015))).toContain('De la main d’une personne.')
  expect(await publicly(urls.meeting('en', 2015))).toContain('Hertogenbosch')
})

test('a town asks the meeting; question and answer are public together, or not at all', async () => {
  const at = urls.partyAtMeeting(town, nextYear)
  expect(await read(olga, at)).toContain(urls.review('en'))
  const id = newId()
  await post(olga, at, { id, body: 'Who tells the schools?' })
  await post(olga, at, { id, body: 'Who tells the schools?' })
  const chair = urls.officeMeetingQuestion(nextYear, id)
  const fields = { revision: value(await read(sasha, chair), 'revision'), position: '1', published: 'yes' }
  expect((await post(sasha, chair, { ...fields, answer: '' })).status).toBe(422)
  expect(await publicly(urls.atMeeting('en', nextYear))).not.toContain('Who tells the schools?')
  await post(sasha, chair, { ...fields, answer: 'Each town its own.' })
  expect(await read(olga, at)).toContain('Each town its own.')
  await eventually(async () => {
    const page = await publicly(urls.atMeeting('de', nextYear))
    for (const text of ['Who tells the schools?', 'Each town its own.', 'Example Town']) expect(page).toContain(text)
  })
})
