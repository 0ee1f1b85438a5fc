/** The desk of reviewers and the secretariat: what waits, reading one, deciding. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { patterns, urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import { nameIn, type PersonsAct, type PracticesOfficeDeps } from './deps.ts'
import { changedParts } from './form-rules.ts'
import { readVersion } from './library-store.ts'
import { reasonsFault } from './message-rules.ts'
import { doneOf, instanceBase, instanceFrame, numberIn, type OfficeContext, page } from './office-request.ts'
import { DeskPage } from './pages/desk-page.tsx'
import { ReviewPage } from './pages/review-page.tsx'
import { type Practice, readPractice, waitingPractices } from './practice-store.ts'
import { factRows, wordsShown } from './present-practice.ts'
import { questionLines } from './question-routes.tsx'
import { conflictWith, type Decision, decidePractice, decidingOf } from './review-practice.ts'

export function reviewRoutes(deps: PracticesOfficeDeps): Route<AppEnv>[] {
  const permission = 'practices.review'
  const one = `${instanceBase}/review${patterns.id}`
  return [
    { method: 'GET', permission, path: instanceBase, audit: 'practices.desk', handle: (c) => showDesk(c, deps) },
    { method: 'GET', permission, path: one, audit: 'practices.show-review', handle: (c) => showReview(c, deps, {}) },
    { method: 'POST', permission, path: one, audit: 'practices.decide', handle: (c) => decide(c, deps) },
  ]
}

async function showDesk(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const { db } = deps.database
  const translator = c.get('translator')
  const waiting = await waitingPractices(db)
  const towns = await deps.readTowns(db, [...new Set(waiting.map(({ authority }) => authority))])
  const deciding = await decidingOf(deps, db, c.get('actor'))
  const props = {
    ...{ frame: instanceFrame(c, deps), done: doneOf(c), collects: deciding.secretariat },
    questions: deciding.secretariat ? await questionLines(c, deps, { authority: null, association: null }, []) : [],
    waiting: waiting.flatMap((practice) => {
      const town = towns.find(({ id }) => id === practice.authority)
      if (!town) return []
      const since = (practice.submittedAt ?? practice.changedAt).toZonedDateTimeISO('UTC').toPlainDate().toString()
      return [
        {
          ...{ id: practice.id, title: practice.facts.title, since },
          tag: deps.languages.byCode(practice.facts.language)?.tag ?? practice.facts.language,
          town: nameIn(translator, town),
          country: countryName(town.country, translator.tag),
          conflict: conflictWith(deciding, practice, town),
        },
      ]
    }),
  }
  return page(c, <DeskPage {...props} />)
}

interface Refused {
  readonly fault?: ReturnType<typeof reasonsFault> | 'choice'
  readonly reasons?: string
  readonly decision?: string
  /** Somebody was faster. */
  readonly changed?: boolean
}

async function showReview(c: OfficeContext, deps: PracticesOfficeDeps, refused: Refused): Promise<Response> {
  const { db } = deps.database
  const practice = await readPractice(db, c.req.param('id') ?? '')
  const [town] = practice ? await deps.readTowns(db, [practice.authority]) : []
  const deciding = await decidingOf(deps, db, c.get('actor'))
  const conflict = practice && town && conflictWith(deciding, practice, town)
  // A draft that nobody has sent in is the town's own affair.
  if (!practice || !town || !(practice.state === 'submitted' || practice.isPublic)) throw notFound()
  const translator = c.get('translator')
  const words = { translator, checklist: deps.checklist, languages: deps.languages }
  const shown = await shownFacts(deps, practice)
  const props = {
    ...{ frame: instanceFrame(c, deps), conflict, done: doneOf(c), ...refused },
    practice: { id: practice.id, revision: practice.revision, waits: practice.state === 'submitted' },
    tag: deps.languages.byCode(shown.facts.language)?.tag ?? shown.facts.language,
    title: shown.facts.title,
    town: `${nameIn(translator, town)} (${countryName(town.country, translator.tag)})`,
    words: wordsShown(shown.facts),
    rows: factRows(words, shown.facts),
    evidence: shown.facts.evidence,
    before: shown.before,
    mayTakeDown: deciding.secretariat && practice.isPublic,
    publicHref: practice.isPublic ? urls.practice(translator.language, practice.id) : undefined,
  }
  return page(c, <ReviewPage {...props} />, refused.changed ? 409 : refused.fault ? 422 : 200)
}

/** What waits, with what is public now where it differs; else what is public. */
async function shownFacts(deps: PracticesOfficeDeps, practice: Practice) {
  const known =
    practice.isPublic && practice.version !== null
      ? await readVersion(deps.database.db, practice.id, practice.version)
      : undefined
  if (practice.state !== 'submitted') return { facts: known ?? practice.facts, before: [] }
  const parts = known ? changedParts(known, practice.facts) : []
  return { facts: practice.facts, before: parts.map((part) => ({ part, text: known?.[part] ?? '' })) }
}

const decisions: readonly Decision[] = ['publish', 'return', 'take-down']

async function decide(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const reasons = fieldText(fields, 'reasons')
  const decision = decisions.find((one) => one === fieldText(fields, 'decision'))
  const typed = { reasons, ...(decision ? { decision } : {}) }
  const fault = decision ? (decision === 'publish' ? undefined : reasonsFault(reasons)) : 'choice'
  if (!decision || fault) return showReview(c, deps, { ...typed, ...(fault ? { fault } : {}) })
  const id = c.req.param('id') ?? ''
  const act = c.get('act')
  if (!act.person) throw notFound()
  const given = { id, decision, reasons, seen: numberIn(fields, 'revision') }
  const { outcome } = await decidePractice(deps, { ...act, person: act.person } satisfies PersonsAct, given)
  if (outcome === 'changed') return showReview(c, deps, { ...typed, changed: true })
  if (outcome !== 'decided') throw notFound()
  return c.redirect(`${instanceBase}?done=decided`, 303)
}
