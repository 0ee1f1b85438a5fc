/** What two offices write to each other about a practice. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { longMoment } from '../../ui/dates.ts'
import { patterns, urls } from '../../urls.ts'
import { nameIn, type PracticesOfficeDeps } from './deps.ts'
import { messageFault } from './message-rules.ts'
import {
  doneOf,
  idIn,
  instanceBase,
  type OfficeContext,
  openOffice,
  page,
  townBase,
  unionBase,
} from './office-request.ts'
import { AskedPage } from './pages/asked-page.tsx'
import type { QuestionLine } from './pages/question-list.tsx'
import { QuestionPage } from './pages/question-page.tsx'
import { readPractice } from './practice-store.ts'
import { questionsOf, readPracticeMessages, readPracticeQuestion } from './question-store.ts'
import { answerPractice, placeOf, sideOf, takeMessageOut } from './take-part.ts'
import type { Office } from './translation-rules.ts'

export function questionRoutes(deps: PracticesOfficeDeps): Route<AppEnv>[] {
  const permission = 'practices.ask'
  const ofOffice = (base: string): Route<AppEnv>[] => {
    const path = `${base}/questions${patterns.id}`
    return [
      { method: 'GET', permission, path, audit: 'practices.show-question', handle: (c) => show(c, deps, undefined) },
      { method: 'POST', permission, path, audit: 'practices.answer', handle: (c) => submit(c, deps) },
      {
        ...{ method: 'POST', permission, path: `${path}/take-out`, audit: 'practices.take-out' },
        handle: (c) => takeOut(c, deps),
      },
    ]
  }
  return [
    { method: 'GET', permission, path: unionBase, audit: 'practices.list-asked', handle: (c) => showAsked(c, deps) },
    ...[townBase, unionBase, instanceBase].flatMap(ofOffice),
  ]
}

/** What an association has asked. */
async function showAsked(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { office, frame } = await openOffice(c, deps)
  const props = { frame, done: doneOf(c), questions: await questionLines(c, deps, office, []) }
  return page(c, <AskedPage {...props} />)
}

/** @param practices ids of the office's own. */
export async function questionLines(
  c: OfficeContext,
  deps: PracticesOfficeDeps,
  office: Office,
  practices: readonly string[],
): Promise<QuestionLine[]> {
  const { db } = deps.database
  const lines = (await questionsOf(db, { practices, asker: office })).map(async (question) => {
    const practice = await readPractice(db, question.practice)
    if (!practice) return []
    const side = sideOf(office, practice, question) ?? 'asker'
    const place = await placeOf(
      deps,
      db,
      side === 'town' ? question : { authority: practice.authority, association: null },
    )
    const { language, title } = practice.facts
    return [
      {
        ...{ id: question.id, title, tag: deps.languages.byCode(language)?.tag ?? language },
        other: place ? nameIn(c.get('translator'), place) : '',
        waits: question.waits === side,
      },
    ]
  })
  return (await Promise.all(lines)).flat()
}

interface Typed {
  readonly id: string
  readonly text: string
  readonly fault: NonNullable<ReturnType<typeof messageFault>>
}

async function show(c: OfficeContext, deps: PracticesOfficeDeps, typed: Typed | undefined): Promise<Response> {
  const { office, town, frame } = await openOffice(c, deps)
  const { db } = deps.database
  const question = await readPracticeQuestion(db, c.req.param('id') ?? '')
  const practice = question && (await readPractice(db, question.practice))
  const side = practice && sideOf(office, practice, question)
  if (!question || !practice || !side) throw notFound()
  const translator = c.get('translator')
  const names = new Map<string, string>()
  for (const [which, id] of [
    ['asker', question],
    ['town', { authority: practice.authority, association: null }],
  ] as const) {
    const place = await placeOf(deps, db, id)
    names.set(which, place ? nameIn(translator, place) : '')
  }
  const props = {
    ...{ frame, side, typed, done: doneOf(c) },
    question: question.id,
    title: practice.facts.title,
    practiceHref: practice.isPublic ? urls.practice(translator.language, practice.id) : undefined,
    messages: (await readPracticeMessages(db, question.id)).map((one) => ({
      ...{ id: one.id, by: names.get(one.side) ?? '', text: one.text },
      when: longMoment(translator, one.at, town?.timeZone ?? 'UTC'),
    })),
    messageId: typed?.id ?? newId(),
  }
  return page(c, <QuestionPage {...props} />, typed ? 422 : 200)
}

async function submit(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { office, frame } = await openOffice(c, deps)
  const question = c.req.param('id') ?? ''
  const fields = await readForm(c.req.raw)
  const [id, text] = [idIn(fields), fieldText(fields, 'text')]
  const fault = messageFault(text)
  if (fault) return show(c, deps, { id, text, fault })
  if (!(await answerPractice(deps, c.get('act'), { question, office, id, text }))) throw notFound()
  return c.redirect(`${urls.practiceQuestion(frame.practices, question)}?done=written`, 303)
}

async function takeOut(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { office, frame } = await openOffice(c, deps)
  const question = c.req.param('id') ?? ''
  const message = idIn(await readForm(c.req.raw))
  if (!(await takeMessageOut(deps, c.get('act'), { question, office, message }))) throw notFound()
  return c.redirect(`${urls.practiceQuestion(frame.practices, question)}?done=removed`, 303)
}
