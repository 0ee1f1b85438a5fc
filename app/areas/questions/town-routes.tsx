/** The office of a town: what it has asked, asking, a question with all that was said. */
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { patterns, urls } from '../../urls.ts'
import { askQuestion } from './ask-question.ts'
import type { AskingTown, QuestionsOfficeDeps } from './deps.ts'
import { messageFrom, type QuestionFault, questionFrom } from './form-rules.ts'
import { closeQuestion, type QuestionOutcome, takeMessageOut, writeMessage } from './keep-question.ts'
import { questionsOfTown, questionsPerPage } from './list-store.ts'
import {
  doneOf,
  nameIn,
  type OfficeContext,
  openTown,
  page,
  pageNumber,
  questionOfAddress,
  revisionIn,
} from './office-request.ts'
import { NewQuestionPage } from './pages/new-question-page.tsx'
import { TownQuestionPage } from './pages/town-question-page.tsx'
import { TownQuestionsPage } from './pages/town-questions-page.tsx'
import { messageView, questionLine } from './present-question.ts'
import { pageAsked, seenBy } from './question-rules.ts'
import { readMessages } from './question-store.ts'

export function townQuestionRoutes(deps: QuestionsOfficeDeps): Route<AppEnv>[] {
  const list = `/office${patterns.cc}${patterns.slug}/questions`
  const one = `${list}${patterns.id}`
  const get = { method: 'GET', permission: 'questions.ask' } as const
  const post = { method: 'POST', permission: 'questions.ask' } as const
  return [
    { ...get, path: list, audit: 'questions.list', handle: (c) => showList(c, deps) },
    { ...get, path: `${list}/new`, audit: 'questions.begin', handle: (c) => showNew(c, deps, beginning(c)) },
    { ...post, path: list, audit: 'questions.ask', handle: (c) => submitNew(c, deps) },
    { ...get, path: one, audit: 'questions.show', handle: (c) => showQuestion(c, deps, {}) },
    { ...post, path: `${one}/write`, audit: 'questions.write', handle: (c) => submitMessage(c, deps) },
    { ...post, path: `${one}/close`, audit: 'questions.close', handle: (c) => submitClose(c, deps) },
    { ...post, path: `${one}/take-out`, audit: 'questions.take-out', handle: (c) => submitTakeOut(c, deps) },
  ]
}

async function showList(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const { place, workplace } = await openTown(c, deps)
  const { db } = deps.database
  const number = pageNumber(c)
  const { questions, count } = await questionsOfTown(db, place.id, number)
  const associations = await deps.readAssociations(db, [...new Set(questions.map(({ association }) => association))])
  const translator = c.get('translator')
  const lines = questions.map((one) => {
    const other = associations.find(({ id }) => id === one.association)
    return questionLine(translator, one, other, { timeZone: place.timeZone })
  })
  const pages = { number, count: Math.ceil(count / questionsPerPage) }
  const mayAsk = (await ownAssociations(c, deps)).length > 0
  const props = { of: c.get('frame'), workplace, town: place, questions: lines, pages, mayAsk }
  return page(c, <TownQuestionsPage {...props} />)
}

interface Typed {
  readonly id: string
  readonly from: string | null
  readonly fields: FormFields
  readonly faults: readonly QuestionFault[]
}

const beginning = (c: OfficeContext): Omit<Typed, 'from'> & { readonly asked: string } => ({
  id: newId(),
  asked: c.req.query('from') ?? '',
  fields: new Map(),
  faults: [],
})

/** The associations that the town can ask, by name. */
async function ownAssociations(c: OfficeContext, deps: QuestionsOfficeDeps) {
  const subject = c.get('subject')
  const ids = subject.kind === 'authority' ? subject.associations : []
  const { compare } = new Intl.Collator(c.get('translator').tag)
  const found = await deps.readAssociations(deps.database.db, ids)
  return found.map((one) => ({ id: one.id, name: nameIn(c, one) })).toSorted((a, b) => compare(a.name, b.name))
}

async function showNew(
  c: OfficeContext,
  deps: QuestionsOfficeDeps,
  typed: Omit<Typed, 'from'> & { readonly asked: string },
): Promise<Response> {
  const { place, workplace } = await openTown(c, deps)
  const { asked, ...rest } = typed
  const props = {
    ...{ of: c.get('frame'), workplace, town: place, ...rest },
    from: pageAsked(urls.officeTown(place), asked),
    associations: await ownAssociations(c, deps),
    showsAddress: deps.config.mailReplyTo === undefined,
  }
  return page(c, <NewQuestionPage {...props} />, typed.faults.length > 0 ? 422 : 200)
}

const idIn = (fields: FormFields): string => {
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  return given.success ? given.data : newId()
}

async function submitNew(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const { place } = await openTown(c, deps)
  const fields = await readForm(c.req.raw)
  const id = idIn(fields)
  const asked = fieldText(fields, 'from')
  const associations = await ownAssociations(c, deps)
  const read = questionFrom(
    fields,
    associations.map((one) => one.id),
  )
  if ('faults' in read) return showNew(c, deps, { id, asked, fields, faults: read.faults })
  const from = pageAsked(urls.officeTown(place), asked)
  await askQuestion(deps, c.get('act'), place.id, { id, ...read, page: from })
  return c.redirect(`${urls.townQuestion(place, id)}?done=asked`, 303)
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly QuestionFault[]
  /** Somebody was faster. */
  readonly changed?: boolean
  readonly id?: string
}

async function showQuestion(
  c: OfficeContext,
  deps: QuestionsOfficeDeps,
  { fields = new Map(), faults = [], changed = false, id }: Shown,
): Promise<Response> {
  const { place, workplace } = await openTown(c, deps)
  const { db } = deps.database
  const question = await questionOfAddress(c, deps, 'authority', place.id)
  const [association] = await deps.readAssociations(db, [question.association])
  if (!association) throw notFound()
  const messages = seenBy('town', await readMessages(db, question.id))
  const names = await deps.personNames(messages.flatMap(({ person }) => person ?? []))
  const translator = c.get('translator')
  const props = {
    ...{ of: c.get('frame'), workplace, town: place, question, fields, faults, changed },
    association: nameIn(c, association),
    messages: messages.map((one) => messageView(translator, one, { town: place, association, names })),
    messageId: id ?? newId(),
    done: doneOf(c),
  }
  return page(c, <TownQuestionPage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

function answer(
  c: OfficeContext,
  deps: QuestionsOfficeDeps,
  town: AskingTown,
  outcome: QuestionOutcome,
  given: { readonly done: string; readonly fields: FormFields },
): Response | Promise<Response> {
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return showQuestion(c, deps, { fields: given.fields, changed: true })
  return c.redirect(`${urls.townQuestion(town, c.req.param('id') ?? '')}?done=${given.done}`, 303)
}

async function submitMessage(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const { place } = await openTown(c, deps)
  const question = await questionOfAddress(c, deps, 'authority', place.id)
  const fields = await readForm(c.req.raw)
  const id = idIn(fields)
  const read = messageFrom(fields)
  if ('faults' in read) return showQuestion(c, deps, { fields, faults: read.faults, id })
  const writing = { message: { id, ...read }, does: 'town-writes', seen: revisionIn(fields) } as const
  const outcome = await writeMessage(deps, c.get('act'), { side: 'town', id: place.id }, question.id, writing)
  return answer(c, deps, place, outcome, { done: 'written', fields })
}

async function submitClose(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const { place } = await openTown(c, deps)
  const fields = await readForm(c.req.raw)
  const office = { side: 'town', id: place.id } as const
  const outcome = await closeQuestion(deps, c.get('act'), office, c.req.param('id') ?? '', revisionIn(fields))
  return answer(c, deps, place, outcome, { done: 'closed', fields: new Map() })
}

async function submitTakeOut(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const { place } = await openTown(c, deps)
  const fields = await readForm(c.req.raw)
  const office = { side: 'town', id: place.id } as const
  const outcome = await takeMessageOut(deps, c.get('act'), office, c.req.param('id') ?? '', idIn(fields))
  return answer(c, deps, place, outcome, { done: 'taken-out', fields: new Map() })
}
