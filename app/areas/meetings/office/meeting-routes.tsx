/** The secretariat keeps the meetings. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { serves } from '../../../platform/session/held-roles.ts'
import { longDate, typedDay } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { readCall } from '../call/call-store.ts'
import { dueAfter, nextMeeting, stateOfTask, type Task, tasksFor } from '../cycle-rules.ts'
import { type MeetingsOfficeDeps, todayAt } from '../deps.ts'
import { keepMeeting } from '../keep-meeting.ts'
import { aboutField, meetingFrom } from '../meeting-form.ts'
import type { Meeting } from '../meeting-rules.ts'
import { readMeetings } from '../meeting-store.ts'
import { type DeskField, DeskPage, type DeskPart } from '../pages/desk-page.tsx'
import { daysText, titleText } from '../present-meeting.ts'
import {
  doneOf,
  fieldMaker,
  idIn,
  instanceBase,
  instanceFrame,
  instanceOne,
  meetingAsked,
  type OfficeContext,
  page,
  revisionIn,
  type Shown,
  seenOf,
  told,
} from './office-request.ts'

export function meetingRoutes(deps: MeetingsOfficeDeps): Route<AppEnv>[] {
  const permission = 'meetings.keep'
  return [
    {
      ...{ method: 'GET', permission: 'meetings.look', path: instanceBase, audit: 'meetings.list' },
      handle: (c) => showList(c, deps, {}),
    },
    { method: 'POST', permission, path: instanceBase, audit: 'meetings.add', handle: (c) => submitNew(c, deps) },
    { method: 'GET', permission, path: instanceOne, audit: 'meetings.show', handle: (c) => showOne(c, deps, {}) },
    { method: 'POST', permission, path: instanceOne, audit: 'meetings.change', handle: (c) => submitOne(c, deps) },
  ]
}

async function showList(c: OfficeContext, deps: MeetingsOfficeDeps, shown: Shown): Promise<Response> {
  const translator = c.get('translator')
  const { t } = translator
  const keeps = serves(c.get('actor'), ['secretariat'])
  const meetings = await readMeetings(deps.database.db)
  const today = todayAt(deps.clock.now())
  const due = dueAfter(meetings.filter(({ ends }) => ends !== null && ends < today))
  const next = nextMeeting(meetings, today)
  const [list, form] = [meetings.map((one) => rowOf(c, one, keeps)), newForm(c, deps, shown)]
  const dueText = due === undefined ? [] : [t('meeting.due', { day: longDate(translator, due) })]
  const parts: DeskPart[] = [
    { paragraphs: [t('meeting.about'), ...(keeps ? dueText : [])], rows: list },
    ...(keeps ? [await tasksPart(c, deps, { day: next?.starts ?? due, meeting: next }), { form }] : []),
  ]
  const props = { frame: instanceFrame(c, deps), title: t('meeting.title'), parts }
  return page(c, <DeskPage {...props} faults={told(translator, shown.faults)} done={doneOf(c, translator)} />, shown)
}

interface Prepared {
  /** Of the meeting that is prepared, or by which one is due. */
  readonly day: string | null | undefined
  /** Undefined: nobody has added it yet. */
  readonly meeting: Meeting | undefined
}

async function tasksPart(c: OfficeContext, deps: MeetingsOfficeDeps, { day, meeting }: Prepared): Promise<DeskPart> {
  const translator = c.get('translator')
  const { t } = translator
  const { db } = deps.database
  if (!day) return {}
  const done = await doneTasks(deps, meeting)
  const today = todayAt(deps.clock.now(), meeting?.timeZone)
  const rows = tasksFor(day, await deps.reportsDue(db, day)).map((one) => {
    const [by, state] = [longDate(translator, one.due), stateOfTask(one, { done, today })]
    const value = state ? t('meeting.task.line', { day: by, state: t(`meeting.task.state.${state}`) }) : by
    return { key: t(`meeting.task.${one.task}`), value }
  })
  return { title: t('meeting.tasks'), rows }
}

async function doneTasks(
  { database: { db }, doneElsewhere }: MeetingsOfficeDeps,
  meeting: Meeting | undefined,
): Promise<ReadonlySet<Task>> {
  if (!meeting) return new Set()
  const { id, host, starts, place } = meeting
  const hasCall = host !== null || (await readCall(db, id))?.published === true
  return new Set([
    ...(hasCall ? (['call'] as const) : []),
    ...(host === null ? [] : (['choice'] as const)),
    ...(starts === null || place === '' ? [] : (['dates'] as const)),
    ...(await doneElsewhere(db, meeting)),
  ])
}

function rowOf(c: OfficeContext, meeting: Meeting, keeps: boolean) {
  const translator = c.get('translator')
  const { t } = translator
  const href = keeps ? urls.officeMeeting(meeting.year) : urls.hostReview(meeting.year)
  return {
    ...{ key: titleText(translator, meeting), value: daysText(translator, meeting) },
    link: { href, text: t('meeting.open') },
  }
}

function meetingFields(
  c: OfficeContext,
  deps: MeetingsOfficeDeps,
  { fields }: Shown,
  meeting: Meeting | undefined,
): DeskField[] {
  const { t, tag } = c.get('translator')
  const field = fieldMaker(fields, meeting ? keptOf(meeting) : {})
  const options = [{ value: '', text: t('meeting.field.countryOpen') }, ...deps.countryOptions(tag)]
  return [
    ...(meeting ? [] : [field('year', t('meeting.field.year'), 'figures')]),
    field('starts', t('meeting.field.starts'), 'figures', { hint: t('meeting.field.startsHint') }),
    field('ends', t('meeting.field.ends'), 'figures', { hint: t('meeting.field.endsHint') }),
    field('place', t('meeting.field.place'), 'line'),
    field('country', t('meeting.field.country'), 'select', { options }),
    field('zone', t('meeting.field.zone'), 'figures', { hint: t('meeting.field.zoneHint') }),
    ...deps.i18n.offered.map(({ code, autonym }) =>
      field(aboutField(code), t('meeting.field.about', { language: autonym }), 'text'),
    ),
    field('source', t('meeting.field.source'), 'line'),
  ]
}

const keptOf = (meeting: Meeting): Record<string, string> => ({
  ...{ starts: typedDay(meeting.starts), ends: typedDay(meeting.ends), place: meeting.place },
  ...{ country: meeting.country ?? '', zone: meeting.timeZone, source: meeting.source },
  ...Object.fromEntries(Object.entries(meeting.about).map(([language, text]) => [aboutField(language), text])),
})

function newForm(c: OfficeContext, deps: MeetingsOfficeDeps, shown: Shown): DeskPart['form'] {
  const { t } = c.get('translator')
  return {
    ...{ title: t('meeting.add'), action: urls.officeMeetings(), submit: t('meeting.save') },
    hidden: { id: shown.fields ? idIn(shown.fields) : newId() },
    fields: meetingFields(c, deps, shown, undefined),
  }
}

const known = (deps: MeetingsOfficeDeps) => ({
  languages: deps.i18n.offered.map(({ code }) => code),
  zoneOf: deps.zoneOf,
})

async function submitNew(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const facts = meetingFrom(fields, known(deps))
  if ('faults' in facts) return showList(c, deps, { fields, faults: facts.faults })
  const outcome = await keepMeeting(deps, c.get('act'), { id: idIn(fields), facts, seen: 0 })
  if (outcome.outcome !== 'kept') {
    const code = outcome.outcome === 'fault' ? outcome.code : 'same'
    return showList(c, deps, { fields, faults: [{ field: code === 'same' ? 'year' : 'starts', code }] })
  }
  return c.redirect(`${urls.officeMeeting(facts.year)}?done=${doneCode(outcome.reports)}`, 303)
}

const doneCode = (reports: 'none' | 'entered' | 'refused') => (reports === 'none' ? 'kept' : reports)

async function showOne(c: OfficeContext, deps: MeetingsOfficeDeps, shown: Shown): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const translator = c.get('translator')
  const { t } = translator
  const { year } = meeting
  const links = [
    ...(['call', 'questions', 'choice'] as const).map((one) => ({
      ...{ text: t(`meeting.page.${one}`), href: urls.officeCall(year, one) },
    })),
    { text: t('meeting.page.left'), href: urls.officeLeft(year) },
    { text: t('meeting.page.public'), href: urls.meeting(translator.language, year) },
    ...(await Promise.all(deps.linksOf.map((of) => of(deps.database.db, meeting, translator)))).flat(),
  ]
  const form = {
    ...{ action: urls.officeMeeting(year), submit: t('meeting.save'), title: t('meeting.facts') },
    ...{ hidden: { revision: seenOf(shown, meeting.revision) }, fields: meetingFields(c, deps, shown, meeting) },
  }
  const props = {
    frame: instanceFrame(c, deps, { href: urls.officeMeetings(), text: t('meeting.title') }),
    ...{ title: titleText(translator, meeting), changed: shown.changed },
    parts: [
      { paragraphs: [daysText(translator, meeting)], links },
      await tasksPart(c, deps, { day: meeting.starts, meeting }),
      { form },
    ],
    ...{ faults: told(translator, shown.faults), done: doneOf(c, translator) },
  }
  return page(c, <DeskPage {...props} />, shown)
}

async function submitOne(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { id, year, kind } = await meetingAsked(c, deps)
  const fields = await readForm(c.req.raw)
  const read = meetingFrom(new Map([...fields, ['year', [`${year}`]]]), known(deps))
  if ('faults' in read) return showOne(c, deps, { fields, faults: read.faults })
  const outcome = await keepMeeting(deps, c.get('act'), { id, facts: { ...read, kind }, seen: revisionIn(fields) })
  if (outcome.outcome === 'conflict') return showOne(c, deps, { fields, changed: true })
  if (outcome.outcome === 'fault')
    return showOne(c, deps, { fields, faults: [{ field: 'starts', code: outcome.code }] })
  return c.redirect(`${urls.officeMeeting(year)}?done=${doneCode(outcome.reports)}`, 303)
}
