/** The office of an association: the list of what its towns ask, and those of one town. */
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { patterns } from '../../urls.ts'
import type { QuestionsOfficeDeps } from './deps.ts'
import { askingTowns, type QuestionPage, questionsOfAssociation, questionsPerPage } from './list-store.ts'
import { type OfficeContext, openAssociation, page, pageNumber } from './office-request.ts'
import { AssociationQuestionsPage } from './pages/association-questions-page.tsx'
import { questionLine } from './present-question.ts'
import { isState, type QuestionState } from './question-rules.ts'

export function associationListRoutes(deps: QuestionsOfficeDeps): Route<AppEnv>[] {
  const list = `/office/associations${patterns.cc}${patterns.association}/questions`
  const permission = 'questions.answer'
  return [
    { method: 'GET', permission, path: list, audit: 'questions.inbox', handle: (c) => showList(c, deps) },
    { method: 'POST', permission, path: `${list}/find`, audit: 'questions.find', handle: (c) => find(c, deps) },
  ]
}

async function showList(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const { place } = await openAssociation(c, deps)
  const asked = c.req.query('state')
  const state = isState(asked) ? asked : undefined
  const number = pageNumber(c)
  const found = await questionsOfAssociation(deps.database.db, place.id, { state, page: number })
  return answer(c, deps, found, { state, number, typed: undefined })
}

/** What is typed stands in no address. The first page of what is found is enough: a longer name finds fewer. */
async function find(c: OfficeContext, deps: QuestionsOfficeDeps): Promise<Response> {
  const { place } = await openAssociation(c, deps)
  const { db } = deps.database
  const typed = fieldText(await readForm(c.req.raw), 'town')
  const wanted = deps.comparable(typed)
  const towns = (await deps.readTowns(db, await askingTowns(db, place.id))).filter(({ name, names }) =>
    [name, ...Object.values(names)].some((one) => deps.comparable(one).includes(wanted)),
  )
  const ids = wanted === '' ? [] : towns.map(({ id }) => id)
  const found = await questionsOfAssociation(db, place.id, { towns: ids, page: 1 })
  return answer(c, deps, found, { state: undefined, number: 1, typed })
}

async function answer(
  c: OfficeContext,
  deps: QuestionsOfficeDeps,
  { questions, count }: QuestionPage,
  asked: { readonly state: QuestionState | undefined; readonly number: number; readonly typed: string | undefined },
): Promise<Response> {
  const { place, workplace } = await openAssociation(c, deps)
  const towns = await deps.readTowns(deps.database.db, [...new Set(questions.map(({ authority }) => authority))])
  const names = await deps.personNames(questions.flatMap(({ takenBy }) => takenBy ?? []))
  const { state, number, typed } = asked
  const props = {
    ...{ of: c.get('frame'), workplace, association: place, state, typed, count },
    questions: questions.map((one) => {
      const town = towns.find(({ id }) => id === one.authority)
      return questionLine(c.get('translator'), one, town, { timeZone: town?.timeZone ?? 'UTC', names })
    }),
    pages: { number, count: typed === undefined ? Math.ceil(count / questionsPerPage) : 1 },
  }
  return page(c, <AssociationQuestionsPage {...props} />)
}
