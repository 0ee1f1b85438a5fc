/** The secretariat keeps the call for a host, and answers what towns ask about it. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { typedDay } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { callFrom, criteriaField, papersText, requirementsField, typedMoment } from '../call/call-form.ts'
import { type HostCall, stageOfCall } from '../call/call-rules.ts'
import { openQuestions, readAnswers, readCall } from '../call/call-store.ts'
import { answerAboutCall, keepCall } from '../call/keep-call.ts'
import { type MeetingsOfficeDeps, nameOf } from '../deps.ts'
import type { Meeting } from '../meeting-rules.ts'
import { type DeskField, type DeskForm, DeskPage } from '../pages/desk-page.tsx'
import { titleText } from '../present-meeting.ts'
import {
  doneOf,
  fieldMaker,
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

export function callRoutes(deps: MeetingsOfficeDeps): Route<AppEnv>[] {
  const permission = 'meetings.keep'
  const [call, questions] = [`${instanceOne}/call`, `${instanceOne}/questions`]
  return [
    { method: 'GET', permission, path: call, audit: 'meetings.show-call', handle: (c) => showCall(c, deps, {}) },
    { method: 'POST', permission, path: call, audit: 'meetings.call', handle: (c) => submitCall(c, deps) },
    {
      ...{ method: 'GET', permission, path: questions, audit: 'meetings.questions' },
      handle: (c) => showQuestions(c, deps, {}),
    },
    { method: 'POST', permission, path: questions, audit: 'meetings.answer', handle: (c) => submitAnswer(c, deps) },
  ]
}

export const backTo = (c: OfficeContext, deps: MeetingsOfficeDeps, meeting: Meeting) =>
  instanceFrame(c, deps, { href: urls.officeMeeting(meeting.year), text: titleText(c.get('translator'), meeting) })

function keptOf(call: HostCall): Record<string, string> {
  const { opens, deadline, zone, scoresBy, requirements, criteria, documents } = call
  const languages = [...new Set(criteria.flatMap(({ names }) => Object.keys(names)))]
  const lines = languages.map((one) => [criteriaField(one), criteria.map(({ names }) => names[one] ?? '').join('\n')])
  return {
    ...{ opens: typedMoment(opens, zone), deadline: typedMoment(deadline, zone), zone, scoresBy: typedDay(scoresBy) },
    ...Object.fromEntries(Object.entries(requirements).map(([one, text]) => [requirementsField(one), text])),
    ...Object.fromEntries(lines),
    ...{ weights: criteria.map(({ weight }) => weight).join(', '), documents: papersText(documents) },
  }
}

function callFields(
  c: OfficeContext,
  deps: MeetingsOfficeDeps,
  { fields }: Shown,
  kept: Record<string, string>,
): DeskField[] {
  const { t } = c.get('translator')
  const field = fieldMaker(fields, kept)
  const hint = t('meeting.call.momentHint')
  return [
    field('opens', t('meeting.call.opens'), 'figures', { hint }),
    field('deadline', t('meeting.call.deadline'), 'figures', { hint: t('meeting.call.deadlineHint') }),
    field('zone', t('meeting.field.zone'), 'figures', { hint: t('meeting.field.zoneHint') }),
    field('scoresBy', t('meeting.call.scoresBy'), 'figures'),
    ...deps.i18n.offered.map(({ code, autonym }) =>
      field(requirementsField(code), t('meeting.call.requirements', { language: autonym }), 'text'),
    ),
    field('weights', t('meeting.call.weights'), 'figures', { hint: t('meeting.call.weightsHint') }),
    ...deps.i18n.offered.map(({ code, autonym }) =>
      field(criteriaField(code), t('meeting.call.criteria', { language: autonym }), 'text'),
    ),
    field('documents', t('meeting.call.documents'), 'text', { hint: t('meeting.papersHint') }),
  ]
}

async function showCall(c: OfficeContext, deps: MeetingsOfficeDeps, shown: Shown): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const translator = c.get('translator')
  const { t } = translator
  const call = await readCall(deps.database.db, meeting.id)
  const fields = callFields(c, deps, shown, call ? keptOf(call) : { zone: meeting.timeZone })
  const tick = fieldMaker(shown.fields, {})('publish', t('meeting.call.publish'), 'tick')
  const form = {
    ...{ action: urls.officeCall(meeting.year, 'call'), submit: t('meeting.save') },
    ...{
      hidden: { revision: seenOf(shown, call?.revision ?? 0) },
      fields: call?.published ? fields : [...fields, tick],
    },
  }
  const stage = call ? stageOfCall(call, deps.clock.now()) : 'draft'
  const links = call ? [{ text: t('meeting.files.documents'), href: urls.callDocuments(meeting.year) }] : []
  const props = {
    ...{ frame: backTo(c, deps, meeting), title: t('meeting.page.call'), caption: titleText(translator, meeting) },
    parts: [{ paragraphs: [t(`meeting.call.stage.${stage}`), t('meeting.call.about')], links }, { form }],
    ...{ faults: told(translator, shown.faults), changed: shown.changed, done: doneOf(c, translator) },
  }
  return page(c, <DeskPage {...props} />, shown)
}

async function submitCall(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const fields = await readForm(c.req.raw)
  const languages = deps.i18n.offered.map(({ code }) => code)
  const facts = callFrom(fields, languages)
  if ('faults' in facts) return showCall(c, deps, { fields, faults: facts.faults })
  const given = { facts, publish: fieldText(fields, 'publish') === 'yes', seen: revisionIn(fields) }
  const outcome = await keepCall(deps, c.get('act'), meeting, given)
  if (outcome === 'conflict') return showCall(c, deps, { fields, changed: true })
  if (outcome === 'deadline') return showCall(c, deps, { fields, faults: [{ field: 'deadline', code: 'deadline' }] })
  if (outcome === 'closed') return showCall(c, deps, { fields, faults: [{ field: 'weights', code: 'closed' }] })
  return c.redirect(`${urls.officeCall(meeting.year, 'call')}?done=kept`, 303)
}

async function showQuestions(c: OfficeContext, deps: MeetingsOfficeDeps, shown: Shown): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const translator = c.get('translator')
  const { t } = translator
  const { db } = deps.database
  const open = await openQuestions(db, meeting.id)
  const towns = await deps.readTowns(db, [...new Set(open.map(({ authority }) => authority))])
  const typedFor = shown.fields && fieldText(shown.fields, 'question')
  // One at a time: the fields of two forms would have the same names.
  const one = open.find(({ id }) => id === typedFor) ?? open[0]
  const town = towns.find(({ id }) => id === one?.authority)
  const field = fieldMaker(shown.fields, { text: one?.text ?? '' })
  const form: DeskForm | undefined = one && {
    title: t('meeting.question.from', { town: town ? nameOf(town, translator) : '' }),
    ...{ action: urls.officeCall(meeting.year, 'questions'), submit: t('meeting.question.publish') },
    hidden: { question: one.id },
    fields: [
      field('text', t('meeting.question.text'), 'text', { hint: t('meeting.question.textHint') }),
      field('answer', t('meeting.question.answer'), 'text'),
    ],
  }
  const answers = await readAnswers(db, meeting.id)
  const props = {
    ...{ frame: backTo(c, deps, meeting), title: t('meeting.page.questions'), caption: titleText(translator, meeting) },
    parts: [
      { paragraphs: [t('meeting.question.about'), t('meeting.question.waiting', { count: open.length })] },
      { form },
      { rows: answers.map(({ text, answer }) => ({ key: text, value: answer })) },
    ],
    ...{ faults: told(translator, shown.faults), done: doneOf(c, translator) },
  }
  return page(c, <DeskPage {...props} />, shown)
}

async function submitAnswer(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const fields = await readForm(c.req.raw)
  const [question, text, answer] = [
    fieldText(fields, 'question'),
    fieldText(fields, 'text').trim(),
    fieldText(fields, 'answer').trim(),
  ]
  const faults = [
    ...(text === '' ? [{ field: 'text', code: 'missing' } as const] : []),
    ...(answer === '' ? [{ field: 'answer', code: 'missing' } as const] : []),
    ...(text.length > 5_000 ? [{ field: 'text', code: 'long' } as const] : []),
    ...(answer.length > 5_000 ? [{ field: 'answer', code: 'long' } as const] : []),
  ]
  if (faults.length > 0) return showQuestions(c, deps, { fields, faults })
  if (!/^[0-9a-f-]{36}$/.test(question)) throw notFound()
  if (!(await answerAboutCall(deps, c.get('act'), meeting, { question, text, answer }))) throw notFound()
  return c.redirect(`${urls.officeCall(meeting.year, 'questions')}?done=kept`, 303)
}
