/** Peers from other countries answer a report, the town answers back; public is what both sides want to be. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../../tests/eventually.ts'
import { inputValue, signIn, type Visitor } from '../../../../tests/sign-in.ts'
import { newId } from '../../../platform/ids.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { openPeopleApp, type PeopleApp, town } from '../../accounts/people/test-people.ts'
import { reportDocument } from '../schema.ts'
import { measure, publishedPlan } from '../test-reports.ts'

let app: PeopleApp
let [secretariat, officer, peer, neighbour]: Visitor[] = []
const report = newId()
const cycle = 2
beforeAll(async () => {
  app = await openPeopleApp()
  const authority = app.townScope.kind === 'authority' ? app.townScope.id : ''
  const { db } = app
  const homeIn = async (country: string) => {
    const found = db.selectFrom('published.authority').select('id').where('country', '=', country).limit(1)
    return { kind: 'authority', id: (await found.executeTakeFirstOrThrow()).id } as const
  }
  const reviewer = { role: 'reviewer', scope: { kind: 'instance' } } as const
  secretariat = await signIn(app, 'Sasha', [{ role: 'secretariat', scope: { kind: 'instance' } }])
  officer = await signIn(app, 'Olga', [{ role: 'officer', scope: app.townScope }])
  peer = await signIn(app, 'Petra', [reviewer, { role: 'officer', scope: await homeIn('DE') }])
  neighbour = await signIn(app, 'Nico', [reviewer, { role: 'coordinator', scope: app.associationScope }])
  const measures = [measure({ title: 'Training for coaches' })]
  const plan = await publishedPlan(app.services.reports, { authority, person: officer.id, measures })
  const given = { report, version: 1, published_at: new Date(), sha256: '0'.repeat(64) }
  const document = reportDocument.parse({
    ...{ format: 'safe-towns-report/1', authority, cycle, form: 'light', language: 'en', plan, planVersion: 1 },
    ...{ answers: { next: { text: 'The music school' } }, checklist: null },
  })
  const at = new Date()
  await db
    .insertInto('published.report')
    .values({ id: report, authority, country: 'NL', cycle, version: 1, given_at: at, changed_at: at })
    .execute()
  await db
    .insertInto('published.report_version')
    .values({ ...given, document: JSON.stringify(document) })
    .execute()
})
afterAll(() => app.close())

const publicPage = async () => (await app.nobody.get(urls.planReport('en', town, cycle))).text()
const assign = (reviewer: Visitor | undefined) =>
  secretariat?.post(urls.reportCycleAssign(cycle), { id: newId(), report, reviewer: reviewer?.id ?? '' })

test('a peer is asked, answers, is answered, and both sides choose what everybody reads', async () => {
  const own = await assign(neighbour)
  const refused = (await own?.text()) ?? ''
  expect([own?.status, htmlFaults(refused)]).toEqual([422, []])
  expect(refused).toContain('Nobody answers a report of their own country')
  expect((await assign(peer))?.status).toBe(303)
  expect((await app.mails('petra@people.example')).at(-1)?.subject).toContain('Please answer the progress report')
  expect(await peer?.read(urls.office())).toContain('Answer a progress report as a peer')
  const list = (await peer?.read(urls.reportReviews())) ?? ''
  // Nothing that a reviewer is led to is closed to them.
  const led = [...`${await peer?.read(urls.office())}${list}`.matchAll(/href="(\/office[^"]*)"/g)].map(
    ([, to]) => to ?? '',
  )
  expect(led).toEqual(expect.arrayContaining([urls.instancePractices(), urls.reportReviews()]))
  for (const to of new Set(led)) expect([to, (await peer?.get(to))?.status]).toEqual([to, 200])
  const id = /reviews\/([0-9a-f-]{36})/.exec(list)?.[1] ?? ''
  expect((await neighbour?.get(urls.reportReview(id)))?.status).toBe(404)
  expect((await officer?.get(urls.townFeedback(town, id)))?.status).toBe(404)

  const form = (await peer?.read(urls.reportReview(id))) ?? ''
  expect(htmlFaults(form)).toEqual([])
  const words = { strong: 'Every club has a name', ask: 'And the schools?', helped: '', agrees: 'yes' }
  const place = { revision: inputValue(form, 'revision'), ...words, ask: 'And the shelter at Kerkstraat 12?' }
  const placed = await peer?.post(urls.reportReview(id), place)
  const why = (await placed?.text()) ?? ''
  expect([placed?.status, why.includes('looks like a street address')]).toEqual([422, true])
  // Who moves to the country of the town between being asked and writing writes nothing.
  const moved = await app.give('petra@people.example', 'officer', app.townScope)
  const home = app.townScope.kind === 'authority' ? app.townScope.id : ''
  const before = await peer?.post(urls.reportReview(id), { revision: inputValue(form, 'revision'), ...words })
  const refusal = (await before?.text()) ?? ''
  expect([before?.status, htmlFaults(refusal)]).toEqual([422, []])
  expect(refusal).toContain('nobody answers a report of their own country')
  expect(refusal).toContain('Every club has a name')
  await app.db.deleteFrom('accounts.role').where('person', '=', moved).where('authority', '=', home).execute()
  const sent = await peer?.post(urls.reportReview(id), { revision: inputValue(form, 'revision'), ...words })
  expect(sent?.status).toBe(303)
  expect(await publicPage()).not.toContain('Every club has a name')

  const answering = (await officer?.read(urls.townFeedback(town, id))) ?? ''
  expect(htmlFaults(answering)).toEqual([])
  expect(answering).toContain('And the schools?')
  const answer = { revision: inputValue(answering, 'revision'), answer: 'Next year', agrees: 'yes' }
  const telling = { ...answer, answer: 'Call 020 7946 0123, Elm Street 14' }
  expect((await officer?.post(urls.townFeedback(town, id), telling))?.status).toBe(422)
  expect((await officer?.post(urls.townFeedback(town, id), answer))?.status).toBe(303)
  const shown = await eventually(async () => {
    const page = await publicPage()
    for (const text of ['A peer from Germany', 'Every club has a name', 'Next year']) expect(page).toContain(text)
    return page
  })
  expect(htmlFaults(shown)).toEqual([])
  expect(shown).not.toContain('Petra')

  const again = inputValue((await peer?.read(urls.reportReview(id))) ?? '', 'revision')
  await peer?.post(urls.reportReview(id), { revision: again, strong: words.strong, ask: words.ask, helped: '' })
  await eventually(async () => expect(await publicPage()).not.toContain('Every club has a name'))
})
