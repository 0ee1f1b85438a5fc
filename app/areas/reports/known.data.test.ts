/** From the front door: what a town has done around 18 November stands in its report without being typed again. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetDemonstration } from '../../../tests/forget-plans.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { type DemonstratedEvent, demonstrateEvent } from '../events/index.ts'
import { remindTowns } from './remind.ts'
import { readReport } from './report-store.ts'
import { measure, openCycle, publishedPlan } from './test-reports.ts'

let app: PeopleApp
const anna = 'anna@known.example'
const day = Temporal.Now.plainDateISO('UTC').subtract({ days: 3 })
const { read, post } = visitorsOf(() => app)

/** @param language in which its title is written. */
async function done(language: string, title: string, after: DemonstratedEvent['after']): Promise<void> {
  const act = actOf('test', 'events.publish', Temporal.Now.instant())
  const authority = app.townScope.kind === 'authority' ? app.townScope.id : ''
  const facts = {
    ...{ access: 'public', kind: 'talk', day: day.toString(), starts: '14:00', ends: null, language },
    ...{ words: { [language]: { title, what: 'We talk' } }, spoken: [language], resources: [], material: '' },
    ...{ audience: '', office: '', where: 'place', place: 'Town hall', link: '', entry: '' },
  }
  await app.db
    .transaction()
    .execute((tx) => demonstrateEvent(tx, act, { id: newId(), authority, facts, state: 'published', after }))
}

let id = ''
beforeAll(async () => {
  app = await openPeopleApp()
  const authority = app.townScope.kind === 'authority' ? app.townScope.id : ''
  const person = await app.give(anna, 'officer', app.townScope)
  await forgetDemonstration(app.db)
  await openCycle(app.services.reports, 1, 80)
  await publishedPlan(app.services.reports, { authority, person, measures: [measure({ title: 'Training' })] })
  await app.db.deleteFrom('published.event_version').execute()
  await app.db.deleteFrom('published.event').execute()
  await done('fr', 'Une marche', null)
  await done('en', 'Talk in the library', { done: 'We talked', people: 1234, said: '' })
  id = newId()
  await post(anna, urls.townProgress(town), { id, form: 'light' })
})
afterAll(() => app.close())

const withoutMarks = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '')

test('the overview says what is not known yet; a title keeps its language', async () => {
  const html = withoutMarks(await read(anna, urls.townReport(town, id)))
  expect(html).toContain('<span lang="fr">Une marche</span>. How many came is not said yet.')
  expect(html).toContain('Talk in the library. 1,234 people came.')
})

test('one tick makes it the answer, without what nobody has said', async () => {
  const page = (await read(anna, urls.townReport(town, id))).match(/\/questions\/\d/g) ?? []
  const paths = [...new Set(page)].map((_, at) => urls.townReportQuestions(town, id, at + 1))
  const pages = await Promise.all(paths.map(async (path) => ({ path, html: await read(anna, path) })))
  const asked = pages.find(({ html }) => html.includes('take-progress'))
  if (!asked) return expect.unreachable('the events are offered nowhere')
  expect(withoutMarks(asked.html)).toContain('<span lang="fr">Une marche</span></li>')
  const sent = { revision: value(asked.html, 'revision'), 'take-progress': 'yes', 'answer-progress': 'And a song' }
  expect((await post(anna, asked.path, sent)).status).toBe(303)
  const said = withoutMarks((await readReport(app.db, id))?.answers.progress?.text ?? '')
  expect(said.split('\n\n').map((line) => line.replace(/^[^:]+: /, ''))).toEqual(
    expect.arrayContaining(['Une marche', 'Talk in the library. 1,234 people came.', 'And a song']),
  )
  expect(await read(anna, asked.path)).not.toContain('take-progress')
})

test('whoever is reminded reads by when, what it takes, and how to switch it off', async () => {
  await app.db.deleteFrom('office.report').execute()
  await remindTowns(app.services.reports)
  const due = Temporal.Now.plainDateISO('UTC').add({ days: 80 }).toLocaleString('en-GB', { dateStyle: 'long' })
  const [mail] = (await app.mails(anna)).filter(({ subject }) => subject.includes('your progress report by'))
  const text = withoutMarks(mail?.text ?? '')
  expect(withoutMarks(mail?.subject ?? '')).toContain(due)
  for (const said of [
    `The report of Example Town is asked for by ${due}.`,
    'about twenty minutes',
    'switch these reminders off',
  ])
    expect(text).toContain(said)
  expect(text).toContain(urls.townProgress(town))
})
