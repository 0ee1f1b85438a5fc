/** Progress reports: a town writes one about its plan, the secretariat keeps their cycles. */
import { putAside } from '../../app/areas/reports/keep-sheet.ts'
import { measure, publishedPlan } from '../../app/areas/reports/test-reports.ts'
import { freshBody } from '../../app/areas/signing/test-signing.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Fields, World } from './world.ts'

const secretariat = perWorld((world) => world.somebody('secretariat', { kind: 'instance' }))

/** A town of its own with a published plan of one measure. */
async function planning(world: World) {
  const body = await freshBody(world.db)
  const by = await world.somebody('approver', { kind: 'authority', id: body.id })
  const one = measure({ title: 'Training for coaches' })
  await publishedPlan(world.services.reports, { authority: body.id, person: by.id, measures: [one] })
  return { town: body, by, measure: one.id }
}

async function reporting(world: World) {
  const { town, by, measure: one } = await planning(world)
  const id = newId()
  await by.post(urls.townProgress(town), { id, form: 'light' })
  return { town, by, id, measure: one }
}

async function answered(world: World) {
  const { town, by, id } = await reporting(world)
  for (const page of [1, 2, 3]) {
    const path = urls.townReportQuestions(town, id, page)
    const html = await by.read(path)
    const names = [...html.matchAll(/name="(answer-[a-z]+)"/g)].map(([, name = '']) => name)
    const words = Object.fromEntries(names.map((name) => [name, 'As planned']))
    await by.post(path, { ...world.valuesOf(html, 'revision'), ...words })
  }
  return { town, by, id }
}

async function handingIn(world: World) {
  const { town, by, id } = await answered(world)
  const path = urls.townReportCheck(town, id)
  return { path, fields: world.valuesOf(await by.read(path), 'revision', 'stand'), by }
}

/** Of the demonstration, open now. */
const cycle = 2

/** A report that was given, and a reviewer from another country. */
async function given(world: World) {
  const { town, by, id } = await answered(world)
  const path = urls.townReportCheck(town, id)
  await by.post(path, world.valuesOf(await by.read(path), 'revision', 'stand'))
  const reviewer = await world.somebody('reviewer', { kind: 'instance' })
  const abroad = world.db.selectFrom('published.authority').select('id').where('country', '=', 'DE')
  const home = await abroad.limit(1).executeTakeFirstOrThrow()
  await world.give(reviewer.email, 'officer', { kind: 'authority', id: home.id })
  return { town, by, report: id, reviewer }
}

async function assigned(world: World) {
  const { report, reviewer, ...rest } = await given(world)
  const review = newId()
  const fields = { id: review, report, reviewer: reviewer.id }
  await (await secretariat(world)).post(urls.reportCycleAssign(cycle), fields)
  return { ...rest, review, reviewer }
}

async function feedback(world: World) {
  const { review, reviewer: by } = await assigned(world)
  const path = urls.reportReview(review)
  const form = world.valuesOf(await by.read(path), 'revision')
  return { path, fields: { ...form, strong: 'The training', ask: 'And schools?', helped: '', agrees: 'yes' }, by }
}

/** The next cycle, far in the future. */
async function nextCycle(world: World) {
  const by = await secretariat(world)
  const form = world.valuesOf(await by.read(urls.reportCycles()), 'number')
  const year = 2100 + Number(form['number'])
  const fields: Fields = { ...form, opens: `${year}-01-01`, due: `${year}-06-01`, meeting: '' }
  return { path: urls.reportCycles(), fields, by }
}

export const reportActs: readonly Act[] = [
  {
    audit: 'progress.begin',
    prepare: async (world) => {
      const { town, by } = await planning(world)
      return { path: urls.townProgress(town), fields: { id: newId(), form: 'light' }, by }
    },
  },
  {
    audit: 'progress.remind',
    prepare: async (world) => {
      const { town, by } = await planning(world)
      return { path: urls.townProgressReminders(town), fields: { do: 'off' }, by }
    },
  },
  {
    audit: 'progress.change-form',
    prepare: async (world) => {
      const { town, by, id } = await reporting(world)
      return { path: urls.townReport(town, id), fields: { form: 'full' }, by }
    },
  },
  {
    audit: 'progress.save-measures',
    prepare: async (world) => {
      const { town, by, id, measure: one } = await reporting(world)
      const path = urls.townReportMeasures(town, id, 1)
      const seen = world.valuesOf(await by.read(path), `seen-${one}`)
      return { path, fields: { ...seen, [`state-${one}`]: 'delayed', [`reason-${one}`]: 'No room yet' }, by }
    },
  },
  {
    audit: 'progress.save-answers',
    prepare: async (world) => {
      const { town, by, id } = await reporting(world)
      const path = urls.townReportQuestions(town, id, 1)
      const seen = world.valuesOf(await by.read(path), 'revision')
      return { path, fields: { ...seen, 'answer-steering': 'Twice', 'answer-children': 'Two schools' }, by }
    },
  },
  {
    audit: 'progress.keep-sheet',
    prepare: async (world) => {
      const { town, by, id } = await reporting(world)
      const answers = { steering: { text: 'From a spreadsheet', same: false } }
      await putAside(world.services.reports, id, { updates: [], answers, asked: ['steering'], revision: 1 })
      return { path: urls.townReportSheetDecide(town, id), fields: { do: 'keep' }, by }
    },
  },
  { audit: 'progress.submit', prepare: handingIn },
  { audit: 'progress.add-cycle', prepare: nextCycle },
  {
    audit: 'progress.assign',
    prepare: async (world) => {
      const { report, reviewer } = await given(world)
      const fields = { id: newId(), report, reviewer: reviewer.id }
      return { path: urls.reportCycleAssign(cycle), fields, by: await secretariat(world) }
    },
  },
  {
    audit: 'progress.unassign',
    prepare: async (world) => {
      const { review } = await assigned(world)
      return { path: urls.reportCycleUnassign(cycle), fields: { id: review }, by: await secretariat(world) }
    },
  },
  { audit: 'progress.feedback', prepare: feedback },
  {
    audit: 'progress.answer',
    prepare: async (world) => {
      const { town, by: officer, review, reviewer } = await assigned(world)
      const words = { strong: 'The training', ask: 'And schools?', helped: '' }
      await reviewer.post(urls.reportReview(review), { revision: '1', ...words })
      const path = urls.townFeedback(town, review)
      const form = world.valuesOf(await officer.read(path), 'revision')
      return { path, fields: { ...form, answer: 'Next year', agrees: 'yes' }, by: officer }
    },
  },
  {
    audit: 'progress.change-cycle',
    prepare: async (world) => {
      const { path: list, fields, by } = await nextCycle(world)
      await by.post(list, fields)
      const path = urls.reportCycle(Number(fields['number']))
      const form = world.valuesOf(await by.read(path), 'revision', 'opens')
      return { path, fields: { ...form, due: `${form['opens']?.slice(0, 4)}-07-01`, meeting: '' }, by }
    },
  },
]
