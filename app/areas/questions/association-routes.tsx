/** The office of an association: what its towns ask, and answering. */
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { patterns, urls } from '../../urls.ts'
import type { QuestionsOfficeDeps } from './deps.ts'
import { messageFrom, pastedFrom, type QuestionFault } from './form-rules.ts'
import {
  closeQuestion,
  type QuestionOutcome,
  takeMessageOut,
  takeQuestion,
  type Writing,
  writeMessage,
} from './keep-question.ts'
import {
  type DoneNotice,
  doneOf,
  nameIn,
  type OfficeContext,
  openAssociation,
  page,
  questionOfAddress,
  revisionIn,
} from './office-request.ts'
import { AssociationQuestionPage, type FormName } from './pages/association-question-page.tsx'
import { messageView } from './present-question.ts'
import { readMessages } from './question-store.ts'

export function associationQuestionRoutes(deps: QuestionsOfficeDeps): Route<AppEnv>[] {
  const one = `/office/associations${patterns.cc}${patterns.association}/questions${patterns.id}`
  const permission = 'questions.answer'
  const post = { method: 'POST', permission } as const
  return [
    { method: 'GET', permission, path: one, audit: 'questions.read', handle: (c) => show(c, deps, {}) },
    { ...post, path: `${one}/answer`, audit: 'questions.answer', handle: (c) => submitAnswer(c, deps) },
    { ...post, path: `${one}/note`, audit: 'questions.note', handle: (c) => submitNote(c, deps) },
    { ...post, path: `${one}/paste`, audit: 'questions.paste', handle: (c) => submitPasted(c, deps) },
    { ...post, path: `${one}/take`, audit: 'questions.take', handle: (c) => submitTake(c, deps) },
    { ...post, path: `${one}/close`, audit: 'questions.close', handle: (c) => submitClose(c, deps) },
    { ...post, path: `${one}/take-out`, audit: 'questions.take-out', handle: (c) => submitTakeOut(c, deps) },
  ]
}

/** What comes back where a form was refused. */
interface Refused {
  readonly form?: FormName
  readonly fields?: FormFields
  readonly faults?: readonly QuestionFault[]
  readonly changed?: boolean
  readonly id?: string
}

async function show(c: OfficeContext, deps: QuestionsOfficeDeps, refused: Refused): Promise<Response> {
  const { place, workplace } = await openAssociation(c, deps)
  const { db } = deps.database
  const question = await questionOfAddress(c, deps, 'association', place.id)
  const [town] = await deps.readTowns(db, [question.authority])
  if (!town) throw notFound()
  const messages = await readMessages(db, question.id)
  const ids = messages.flatMap(({ person, enteredBy }) => [person ?? [], enteredBy ?? []].flat())
  const names = await deps.personNames([...ids, question.takenBy ?? []].flat())
  const translator = c.get('translator')
  const { form, fields = new Map(), faults = [], changed = false, id } = refused
  const props = {
    ...{ of: c.get('frame'), workplace, association: place, town, question, form, fields, faults, changed },
    townName: nameIn(c, town),
    isLetIn: await deps.isLetIn(town.id, place.id),
    takenBy:
      question.takenBy === null ? undefined : (names.get(question.takenBy) ?? translator.t('questions.by.association')),
    isMine: question.takenBy === c.get('actor').id,
    messages: messages.map((one) => messageView(translator, one, { town, association: place, names })),
    messageIds: {
      answer: (form === 'answer' && id) || newId(),
      note: (form === 'note' && id) || newId(),
      paste: (form === 'paste' && id) || newId(),
    },
    done: doneOf(c),
  }
  return page(c, <AssociationQuestionPage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

const idIn = (fields: FormFields): string => {
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  return given.success ? given.data : newId()
}

/** The office that acts, and the question of the address. */
async function openAct(c: OfficeContext, deps: QuestionsOfficeDeps) {
  const { place } = await openAssociation(c, deps)
  const question = await questionOfAddress(c, deps, 'association', place.id)
  const fields = await readForm(c.req.raw)
  return { place, id: question.id, fields, office: { side: 'association', id: place.id } as const }
}
type OpenAct = Awaited<ReturnType<typeof openAct>>

function answer(
  c: OfficeContext,
  deps: QuestionsOfficeDeps,
  { place, id, fields }: OpenAct,
  outcome: QuestionOutcome,
  given: { readonly done: DoneNotice; readonly form?: FormName },
): Response | Promise<Response> {
  if (outcome === 'gone') throw notFound()
  if (outcome === 'done') return c.redirect(`${urls.associationQuestion(place, id)}?done=${given.done}`, 303)
  return show(c, deps, { changed: true, ...(given.form ? { form: given.form, fields } : {}) })
}

async function write(
  c: OfficeContext,
  deps: QuestionsOfficeDeps,
  opened: OpenAct,
  form: FormName,
  writing: Omit<Writing, 'seen'>,
): Promise<Response> {
  const { office, id, fields } = opened
  const outcome = await writeMessage(deps, c.get('act'), office, id, { ...writing, seen: revisionIn(fields) })
  const done = ({ answer: 'answered', note: 'noted', paste: 'pasted' } as const)[form]
  return answer(c, deps, opened, outcome, { done, form })
}

async function submitAnswer(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const opened = await openAct(c, deps)
  const { fields } = opened
  const [id, read] = [idIn(fields), messageFrom(fields)]
  if ('faults' in read) return show(c, deps, { form: 'answer', fields, faults: read.faults, id })
  const does = fieldText(fields, 'next') === 'asks-back' ? 'asks-back' : 'answers'
  return write(c, deps, opened, 'answer', { message: { id, ...read }, does })
}

async function submitNote(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const opened = await openAct(c, deps)
  const { fields } = opened
  const [id, read] = [idIn(fields), messageFrom(fields)]
  if ('faults' in read) return show(c, deps, { form: 'note', fields, faults: read.faults, id })
  return write(c, deps, opened, 'note', { message: { id, ...read }, does: 'notes' })
}

async function submitPasted(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const opened = await openAct(c, deps)
  const { fields } = opened
  const today = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 }).toString()
  const [id, read] = [idIn(fields), pastedFrom(fields, deps.parseDate, today)]
  if ('faults' in read) return show(c, deps, { form: 'paste', fields, faults: read.faults, id })
  const enteredBy = c.get('actor').id
  const message = { id, ...read, way: 'pasted', person: null, enteredBy } as const
  return write(c, deps, opened, 'paste', { message, does: 'town-writes' })
}

async function submitTake(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const opened = await openAct(c, deps)
  const takes = fieldText(opened.fields, 'do') !== 'release'
  const given = { takes, seen: revisionIn(opened.fields) }
  const outcome = await takeQuestion(deps, c.get('act'), opened.office, opened.id, given)
  return answer(c, deps, opened, outcome, { done: takes ? 'taken' : 'released' })
}

async function submitClose(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const opened = await openAct(c, deps)
  const outcome = await closeQuestion(deps, c.get('act'), opened.office, opened.id, revisionIn(opened.fields))
  return answer(c, deps, opened, outcome, { done: 'closed' })
}

async function submitTakeOut(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const opened = await openAct(c, deps)
  const outcome = await takeMessageOut(deps, c.get('act'), opened.office, opened.id, idIn(opened.fields))
  return answer(c, deps, opened, outcome, { done: 'taken-out' })
}
