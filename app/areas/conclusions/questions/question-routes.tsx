/** At the meeting, in the offices: a town or an association asks, the chair answers. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { patterns, urls } from '../../../urls.ts'
import type { ConclusionsOfficeDeps } from '../deps.ts'
import type { Fault } from '../forms.ts'
import { namesFor, ofParty } from '../names.ts'
import {
  doneOf,
  idIn,
  instanceFrame,
  meetingAsked,
  type OfficeContext,
  openParty,
  page,
  partyBases,
  readingOf,
  revisionIn,
  yearPattern,
} from '../office-request.ts'
import { AtMeetingPage, ChairPage, QuestionsPage } from '../pages/at-meeting-page.tsx'
import { askMeeting, chairQuestion } from './ask-and-chair.ts'
import { meetingLinks } from './meeting-links.ts'
import { chairedFrom, questionFrom } from './question-form.ts'
import { type Question, readQuestions } from './question-store.ts'

export function questionRoutes(deps: ConclusionsOfficeDeps): Route<AppEnv>[] {
  const list = `/office/meetings${yearPattern}/at-the-meeting`
  const one = `${list}${patterns.id}`
  const [takes, keeps] = ['conclusions.take-part', 'conclusions.keep']
  return [
    ...partyBases.flatMap((base): Route<AppEnv>[] => {
      const path = `${base}/at-the-meeting`
      return [
        { method: 'GET', permission: takes, path, audit: 'meeting.at', handle: (c) => show(c, deps, {}) },
        { method: 'POST', permission: takes, path, audit: 'meeting.ask', handle: (c) => submit(c, deps) },
      ]
    }),
    { method: 'GET', permission: keeps, path: list, audit: 'meeting.questions', handle: (c) => showList(c, deps) },
    { method: 'GET', permission: keeps, path: one, audit: 'meeting.question', handle: (c) => chair(c, deps, {}) },
    { method: 'POST', permission: keeps, path: one, audit: 'meeting.chair', handle: (c) => submitChair(c, deps) },
  ]
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly Fault[]
  readonly changed?: boolean
}

async function viewsOf(c: OfficeContext, deps: ConclusionsOfficeDeps, questions: readonly Question[]) {
  const { db } = deps.database
  const owned = questions.map(ofParty)
  const name = await namesFor(deps, db, c.get('translator'), owned)
  return questions.map((one) => ({ ...one, by: name(ofParty(one)) }))
}

/** @throws RequestFault not-found for whoever takes no part. */
async function openAt(c: OfficeContext, deps: ConclusionsOfficeDeps) {
  const [opened, meeting] = [await openParty(c, deps), await meetingAsked(c, deps)]
  if (!(await deps.tookPart(deps.database.db, meeting, opened.party))) throw notFound()
  return { ...opened, meeting }
}

async function show(c: OfficeContext, deps: ConclusionsOfficeDeps, { fields, faults = [] }: Shown): Promise<Response> {
  const { place, frame, meeting } = await openAt(c, deps)
  const { db } = deps.database
  const props = {
    ...{ frame, place, year: meeting.year, faults, fields: fields ?? new Map(), fresh: newId(), done: doneOf(c) },
    links: meetingLinks(c.get('translator'), meeting.year),
    questions: await viewsOf(c, deps, await readQuestions(db, meeting.id)),
  }
  return page(c, <AtMeetingPage {...props} />, faults.length > 0 ? 422 : 200)
}

async function submit(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const { party, place, meeting } = await openAt(c, deps)
  const fields = await readForm(c.req.raw)
  const read = questionFrom(fields, readingOf(c, deps))
  if ('faults' in read) return show(c, deps, { fields, faults: read.faults })
  const about = { id: idIn(fields), meeting: meeting.id, authority: party.authority, association: party.association }
  await askMeeting(deps, c.get('act'), meeting, { ...about, body: read.body, language: c.get('translator').language })
  return c.redirect(`${urls.partyAtMeeting(place, meeting.year)}?done=asked`, 303)
}

async function showList(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const questions = await viewsOf(c, deps, await readQuestions(deps.database.db, meeting.id))
  const props = { frame: instanceFrame(c, deps), year: meeting.year, questions, done: doneOf(c) }
  return page(c, <QuestionsPage {...props} />)
}

const fieldsOf = ({ position, answer, answered, published }: Question): FormFields =>
  new Map([
    ['position', [position === null ? '' : `${position}`]],
    ['answer', [answer]],
    ['answered', answered ? ['yes'] : []],
    ['published', published ? ['yes'] : []],
  ])

async function chair(c: OfficeContext, deps: ConclusionsOfficeDeps, shown: Shown): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const found = (await readQuestions(deps.database.db, meeting.id)).find(({ id }) => id === c.req.param('id'))
  const [question] = found ? await viewsOf(c, deps, [found]) : []
  if (!question) throw notFound()
  const { t } = c.get('translator')
  const back = { href: urls.officeMeetingQuestions(meeting.year), text: t('conclusion.question.title') }
  const { fields = fieldsOf(question), faults = [], changed = false } = shown
  const props = { frame: instanceFrame(c, deps, back), year: meeting.year, question, revision: question.revision }
  return page(
    c,
    <ChairPage {...props} fields={fields} faults={faults} changed={changed} />,
    changed ? 409 : faults.length > 0 ? 422 : 200,
  )
}

async function submitChair(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const fields = await readForm(c.req.raw)
  const read = chairedFrom(fields, readingOf(c, deps))
  if ('faults' in read) return chair(c, deps, { fields, faults: read.faults })
  const given = { ...read, id: c.req.param('id') ?? '', seen: revisionIn(fields) }
  const answerLanguage = c.get('translator').language
  const outcome = await chairQuestion(deps, c.get('act'), meeting, { ...given, answerLanguage })
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return chair(c, deps, { fields, changed: true })
  return c.redirect(`${urls.officeMeetingQuestions(meeting.year)}?done=saved`, 303)
}
