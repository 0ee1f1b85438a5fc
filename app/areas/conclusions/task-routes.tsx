/** What an office has taken on; and, at a later meeting, what became of all of it. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { newId } from '../../platform/ids.ts'
import { longDate } from '../../ui/dates.ts'
import { patterns, urls } from '../../urls.ts'
import { meetingOfYear } from '../meetings/index.ts'
import { isLate } from './conclusion-rules.ts'
import { type Conclusion, conclusionsBefore, ownedBy, readSet } from './conclusion-store.ts'
import type { ConclusionsOfficeDeps } from './deps.ts'
import { followFirstSet } from './follow-first-set.ts'
import { answerRequest, lookAt, tellState } from './follow-up.ts'
import { type Fault, stateFrom } from './forms.ts'
import { type Note, readNotes } from './item-store.ts'
import { namesFor } from './names.ts'
import {
  backTo,
  doneOf,
  idIn,
  instanceFrame,
  meetingAsked,
  type OfficeContext,
  type OpenOffice,
  openOffice,
  page,
  readingOf,
  todayOf,
  yearPattern,
} from './office-request.ts'
import { ReviewPage } from './pages/review-page.tsx'
import { type NoteView, TaskPage, TasksPage, type TaskView } from './pages/tasks-page.tsx'
import { ownerText, stateText } from './present-lines.ts'

const instanceBase = urls.tasks({ kind: 'secretariat' })
const bases = [
  `/office${patterns.cc}${patterns.slug}/meetings/tasks`,
  `/office/associations${patterns.cc}${patterns.association}/conclusions`,
  instanceBase,
]

export function taskRoutes(deps: ConclusionsOfficeDeps): Route<AppEnv>[] {
  const permission = 'conclusions.own'
  const review = `/office/meetings${yearPattern}/conclusions/review`
  const keep = 'conclusions.keep'
  return [
    ...bases.flatMap((base): Route<AppEnv>[] => {
      const one = `${base}${patterns.id}`
      return [
        { method: 'GET', permission, path: base, audit: 'conclusions.tasks', handle: (c) => list(c, deps) },
        { method: 'GET', permission, path: one, audit: 'conclusions.task', handle: (c) => show(c, deps, {}) },
        { method: 'POST', permission, path: one, audit: 'conclusions.tell', handle: (c) => submit(c, deps) },
        ...(base === instanceBase
          ? []
          : [
              {
                ...{ method: 'POST' as const, permission, path: `${one}/answer`, audit: 'conclusions.answer' },
                handle: (c: OfficeContext) => submitAnswer(c, deps),
              },
            ]),
      ]
    }),
    { method: 'GET', permission: keep, path: review, audit: 'conclusions.review', handle: (c) => showReview(c, deps) },
    { method: 'POST', permission: keep, path: review, audit: 'conclusions.look', handle: (c) => submitLook(c, deps) },
    {
      ...{ method: 'POST', permission: keep, path: urls.followFirst(), audit: 'conclusions.follow-first' },
      handle: async (c) => {
        await followFirstSet(deps, c.get('act'))
        return c.redirect(`${urls.officeConclusions(deps.firstSet.meeting)}?done=added`, 303)
      },
    },
  ]
}

type Item = Conclusion & { readonly year: number }

async function viewsOf(c: OfficeContext, deps: ConclusionsOfficeDeps, items: readonly Item[]) {
  const { db } = deps.database
  const translator = c.get('translator')
  const { t } = translator
  const [name, today] = [await namesFor(deps, db, translator, items), todayOf(deps)]
  const sources = new Map<string, string>()
  for (const meeting of new Set(items.map((one) => one.meeting)))
    sources.set(meeting, (await readSet(db, meeting))?.language ?? 'en')
  return items.map((one): TaskView => {
    const source = sources.get(one.meeting) ?? 'en'
    const own = one.translations[translator.language]
    const translation = own?.revision === one.bodyRevision ? own.text : undefined
    return {
      id: one.id,
      title: t('conclusion.ofYear', { year: `${one.year}`, number: `${one.position}` }),
      body: translation ?? one.body,
      language: translation === undefined ? source : translator.language,
      facts: [
        ownerText(translator, one, name(one)),
        ...(one.due === null ? [] : [t('conclusion.dueOn', { day: longDate(translator, one.due) })]),
        ...(isLate(one, today) ? [t('conclusion.late')] : []),
        stateText(translator, one),
      ],
    }
  })
}

const noteView = (translator: Translator, { state, note, toldOn, year }: Note): NoteView => {
  const { t } = translator
  const day = longDate(translator, toldOn)
  const told = t('conclusion.stateOn', { state: t(`conclusion.state.${state}`), day })
  return {
    heading: year === null ? told : t('conclusion.lookedAt', { year: `${year}`, day }),
    text: year === null ? note : told,
  }
}

async function list(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const { owner, office, frame } = await openOffice(c, deps)
  const tasks = await viewsOf(c, deps, await ownedBy(deps.database.db, owner))
  const first = office.kind === 'secretariat' ? await firstOf(deps) : undefined
  return page(c, <TasksPage frame={frame} office={office} tasks={tasks} first={first} done={doneOf(c)} />)
}

/** Whether the conclusions of 2015 are followed here already. */
async function firstOf({ database: { db }, firstSet: { meeting: year } }: ConclusionsOfficeDeps) {
  const meeting = await meetingOfYear(db, year)
  return { year, followed: meeting !== undefined && (await readSet(db, meeting.id)) !== undefined }
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** @throws RequestFault not-found where it is not this office's. */
async function openTask(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<OpenOffice & { readonly item: Item }> {
  const opened = await openOffice(c, deps)
  const item = (await ownedBy(deps.database.db, opened.owner)).find(({ id }) => id === c.req.param('id'))
  if (!item) throw notFound()
  return { ...opened, item }
}

async function show(c: OfficeContext, deps: ConclusionsOfficeDeps, shown: Shown): Promise<Response> {
  const { office, frame, item } = await openTask(c, deps)
  const translator = c.get('translator')
  const [task] = await viewsOf(c, deps, [item])
  if (!task) throw notFound()
  const { faults = [], refused } = shown
  const back = { href: urls.tasks(office), text: translator.t('conclusion.tasks.title') }
  const props = {
    ...{ frame: { ...frame, back }, office, task, faults, refused, fresh: newId(), done: doneOf(c) },
    fields: shown.fields ?? new Map([['state', [item.state]]]),
    notes: (await readNotes(deps.database.db, [item.id])).map((one) => noteView(translator, one)),
    asked: item.ownerKind !== 'secretariat' && !item.agreedAt,
  }
  return page(c, <TaskPage {...props} />, faults.length > 0 || refused !== undefined ? 422 : 200)
}

async function submit(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const { owner, office, item } = await openTask(c, deps)
  const fields = await readForm(c.req.raw)
  const read = stateFrom(fields, readingOf(c, deps))
  if ('faults' in read) return show(c, deps, { fields, faults: read.faults })
  const given = { note: idIn(fields), id: item.id, by: owner, ...read }
  const outcome = await tellState(deps, c.get('act'), given)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'stage') return show(c, deps, { fields, refused: c.get('translator').t('conclusion.tasks.asked') })
  return c.redirect(`${urls.task(office, item.id)}?done=told`, 303)
}

async function submitAnswer(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const { owner, office } = await openOffice(c, deps)
  const id = c.req.param('id') ?? ''
  const agrees = fieldText(await readForm(c.req.raw), 'agrees') === 'yes'
  const outcome = await answerRequest(deps, c.get('act'), { id, by: owner, agrees })
  // Sent twice: whoever has declined does not own it any longer.
  if (outcome === 'gone' && agrees) throw notFound()
  return c.redirect(agrees ? `${urls.task(office, id)}?done=agreed` : `${urls.tasks(office)}?done=declined`, 303)
}

async function showReview(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const { db } = deps.database
  const translator = c.get('translator')
  const items = await conclusionsBefore(db, meeting.year)
  const notes = await readNotes(
    db,
    items.map(({ id }) => id),
  )
  const lookOf = (id: string) => notes.find(({ conclusion, year }) => conclusion === id && year === meeting.year)
  const views = (await viewsOf(c, deps, items)).map((view) => {
    const look = lookOf(view.id)
    return {
      ...view,
      notes: notes.filter(({ conclusion }) => conclusion === view.id).map((one) => noteView(translator, one)),
      looked: look && noteView(translator, look).heading,
    }
  })
  const frame = instanceFrame(c, deps, backTo(c, meeting))
  return page(c, <ReviewPage frame={frame} year={meeting.year} items={views} done={doneOf(c)} />)
}

async function submitLook(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const id = fieldText(await readForm(c.req.raw), 'conclusion')
  const known = (await conclusionsBefore(deps.database.db, meeting.year)).some((one) => one.id === id)
  if (!known) throw notFound()
  await lookAt(deps, c.get('act'), { at: meeting, id, text: '' })
  return c.redirect(`${urls.officeConclusionsReview(meeting.year)}?done=looked`, 303)
}
