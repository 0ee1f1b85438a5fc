/** What the offices of two towns write to each other about a practice. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { longMoment } from '../../ui/dates.ts'
import { patterns, urls } from '../../urls.ts'
import { nameIn, type PracticesOfficeDeps } from './deps.ts'
import { messageFault } from './message-rules.ts'
import { doneOf, idIn, type OfficeContext, openTown, page, townBase } from './office-request.ts'
import { QuestionPage } from './pages/question-page.tsx'
import { readPractice } from './practice-store.ts'
import { readPracticeMessages, readPracticeQuestion } from './question-store.ts'
import { answerPractice, sideOf, takeMessageOut } from './take-part.ts'

export function questionRoutes(deps: PracticesOfficeDeps): Route<AppEnv>[] {
  const permission = 'practices.write'
  const path = `${townBase}/questions${patterns.id}`
  return [
    { method: 'GET', permission, path, audit: 'practices.show-question', handle: (c) => show(c, deps, undefined) },
    { method: 'POST', permission, path, audit: 'practices.answer', handle: (c) => submit(c, deps) },
    {
      ...{ method: 'POST', permission, path: `${path}/take-out`, audit: 'practices.take-out' },
      handle: (c) => takeOut(c, deps),
    },
  ]
}

interface Typed {
  readonly id: string
  readonly text: string
  readonly fault: NonNullable<ReturnType<typeof messageFault>>
}

async function show(c: OfficeContext, deps: PracticesOfficeDeps, typed: Typed | undefined): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const { db } = deps.database
  const question = await readPracticeQuestion(db, c.req.param('id') ?? '')
  const practice = question && (await readPractice(db, question.practice))
  const side = practice && sideOf(town.id, practice, question)
  if (!question || !practice || !side) throw notFound()
  const translator = c.get('translator')
  const names = new Map<string, string>()
  for (const [which, id] of [
    ['asker', question.authority],
    ['town', practice.authority],
  ] as const) {
    const [place] = await deps.readTowns(db, [id])
    names.set(which, place ? nameIn(translator, place) : '')
  }
  const props = {
    ...{ frame, side, typed, done: doneOf(c) },
    question: question.id,
    title: practice.facts.title,
    practiceHref: practice.isPublic ? urls.practice(translator.language, practice.id) : undefined,
    messages: (await readPracticeMessages(db, question.id)).map((one) => ({
      ...{ id: one.id, by: names.get(one.side) ?? '', text: one.text },
      when: longMoment(translator, one.at, town.timeZone),
    })),
    messageId: typed?.id ?? newId(),
  }
  return page(c, <QuestionPage {...props} />, typed ? 422 : 200)
}

async function submit(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const question = c.req.param('id') ?? ''
  const fields = await readForm(c.req.raw)
  const [id, text] = [idIn(fields), fieldText(fields, 'text')]
  const fault = messageFault(text)
  if (fault) return show(c, deps, { id, text, fault })
  if (!(await answerPractice(deps, c.get('act'), { question, authority: town.id, id, text }))) throw notFound()
  return c.redirect(`${urls.practiceQuestion(frame.practices, question)}?done=written`, 303)
}

async function takeOut(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const question = c.req.param('id') ?? ''
  const message = idIn(await readForm(c.req.raw))
  if (!(await takeMessageOut(deps, c.get('act'), { question, authority: town.id, message }))) throw notFound()
  return c.redirect(`${urls.practiceQuestion(frame.practices, question)}?done=removed`, 303)
}
