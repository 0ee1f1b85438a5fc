/** The practices of a town: all of them, one with what becomes of it, sending it in, withdrawing it. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { patterns, urls } from '../../urls.ts'
import type { PracticesOfficeDeps } from './deps.ts'
import { missingIn } from './form-rules.ts'
import { usedBy } from './library-store.ts'
import { doneOf, type OfficeContext, openTown, ownPractice, page, townBase } from './office-request.ts'
import { OwnPracticePage } from './pages/own-practice-page.tsx'
import { TownPracticesPage } from './pages/town-practices-page.tsx'
import { practicesOf } from './practice-store.ts'
import { factRows, wordsShown } from './present-practice.ts'
import { questionLines } from './question-routes.tsx'
import { submitPractice, withdrawPractice } from './write-practice.ts'

export function townRoutes(deps: PracticesOfficeDeps): Route<AppEnv>[] {
  const [get, post] = [{ method: 'GET' } as const, { method: 'POST' } as const]
  const permission = 'practices.write'
  const one = `${townBase}${patterns.id}`
  return [
    { ...get, permission, path: townBase, audit: 'practices.list', handle: (c) => showList(c, deps) },
    { ...get, permission, path: one, audit: 'practices.show', handle: (c) => showOne(c, deps, false) },
    { ...post, permission, path: `${one}/submit`, audit: 'practices.submit', handle: (c) => submit(c, deps) },
    { ...post, permission, path: `${one}/withdraw`, audit: 'practices.withdraw', handle: (c) => withdraw(c, deps) },
  ]
}

async function showList(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const { db } = deps.database
  const practices = await practicesOf(db, town.id)
  const [office, own] = [{ authority: town.id, association: null }, practices.map(({ id }) => id)]
  const props = {
    ...{ frame, done: doneOf(c) },
    practices: practices.map(({ id, state, isPublic, facts, changedAt }) => ({
      ...{ id, state, isPublic, title: facts.title, tag: tagOf(deps, facts.language) },
      changed: changedAt.toZonedDateTimeISO(town.timeZone).toPlainDate().toString(),
    })),
    used: (await usedBy(db, town.id)).map(({ id, facts }) => ({
      ...{ id, title: facts.title, tag: tagOf(deps, facts.language) },
    })),
    questions: await questionLines(c, deps, office, own),
  }
  return page(c, <TownPracticesPage {...props} />)
}

const tagOf = ({ languages }: PracticesOfficeDeps, code: string): string => languages.byCode(code)?.tag ?? code

/** @param tried somebody wanted to send it in, and something is missing. */
async function showOne(c: OfficeContext, deps: PracticesOfficeDeps, tried: boolean): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const practice = await ownPractice(c, deps, town)
  const { state, isPublic, version, reasons, facts } = practice
  const words = { translator: c.get('translator'), checklist: deps.checklist, languages: deps.languages }
  const props = {
    ...{ frame, tried, done: doneOf(c) },
    practice: { id: practice.id, state, isPublic, version, reasons, tag: tagOf(deps, facts.language) },
    title: facts.title,
    missing: missingIn(facts),
    words: wordsShown(facts),
    rows: factRows(words, facts),
    evidence: facts.evidence,
  }
  return page(c, <OwnPracticePage {...props} />, tried ? 422 : 200)
}

async function submit(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const id = c.req.param('id') ?? ''
  const { outcome } = await submitPractice(deps, c.get('act'), { id, authority: town.id })
  if (outcome === 'gone') throw notFound()
  if (outcome === 'missing') return showOne(c, deps, true)
  return c.redirect(`${urls.practiceDraft(frame.practices, id)}?done=submitted`, 303)
}

async function withdraw(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const id = c.req.param('id') ?? ''
  if (!(await withdrawPractice(deps, c.get('act'), { id, authority: town.id }))) throw notFound()
  return c.redirect(`${frame.practices}?done=withdrawn`, 303)
}
