/** What is missing, first things first, and how far the public page has come since earlier months. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { pageAsked } from '../../../platform/http/page-asked.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { monthAndYear } from '../../../ui/dates.ts'
import { readKeptPage } from '../current-page.ts'
import { groupTotals, isFresh, isToDo, type Looked, type MissingItem, saysAll } from '../missing-rules.ts'
import { sinceThen, standingOf } from '../month-rules.ts'
import { listMonths } from '../month-store.ts'
import type { SnapshotDocument } from '../schema.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { type OfficeContext, type OfficeRequest, openOffice, page, previewChoices } from './office-request.ts'
import { MissingPage, type MissingPageProps, type PastView } from './pages/missing-page.tsx'
import { officePattern } from './patterns.ts'
import { duration, type MissingWords, missingLine } from './present-missing.ts'
import { sinceWords } from './present-past.ts'
import { type Draft, missingWords, readMissing, readSaid } from './read-missing.ts'
import { kindName } from './wording.ts'

export function missingRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: `${officePattern}/missing`,
      permission: 'checklist.read',
      audit: 'checklist.show-missing',
      handle: (c) => show(c, deps),
    },
  ]
}

const itemsOnPage = 50
/** A year, and the month before it. */
const monthsShown = 13

async function show(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const draft = await readSaid(deps, office.authority.id)
  const { looked, items } = await readMissing(deps, office, draft)
  const current = await readKeptPage(deps.database, office.authority.id)
  const number = Math.min(pageAsked(c), Math.max(1, Math.ceil(items.length / itemsOnPage)))
  return page(
    c,
    <MissingPage
      frame={office.frame}
      {...shownItems(items, number, office, missingWords(office, deps, draft))}
      done={doneView(deps, office, draft, looked)}
      past={current && (await pastView(deps, office, current, looked))}
      summaries={previewChoices(deps, office)}
    />,
  )
}

function shownItems(items: readonly MissingItem[], number: number, { translator }: OfficeRequest, words: MissingWords) {
  const from = (number - 1) * itemsOnPage
  const shown = items.slice(from, from + itemsOnPage)
  const totals = groupTotals(items)
  return {
    total: items.filter(isToDo).length,
    minutes: duration(
      translator,
      totals.reduce((sum, { minutes }) => sum + minutes, 0),
    ),
    pages: { number, count: Math.ceil(items.length / itemsOnPage) },
    after: items.length - from - shown.length,
    groups: totals
      .map(({ group, count, minutes }) => ({
        group,
        count,
        minutes: duration(translator, minutes),
        lines: shown.filter((item) => item.group === group).map((item) => missingLine(item, words)),
      }))
      .filter(({ lines }) => lines.length > 0),
  } satisfies Partial<MissingPageProps>
}

function doneView(
  { checklist, completeness }: OfficeChecklistDeps,
  { translator }: OfficeRequest,
  draft: Draft,
  looked: Looked,
): MissingPageProps['done'] {
  const answered = new Set(draft.answers.map(({ answer }) => answer.kind))
  const core = checklist.kinds.filter((kind) => kind.core)
  const kinds = checklist.kinds.filter(({ id }) => answered.has(id))
  return {
    core: { done: core.filter(({ id }) => answered.has(id)).length, of: core.length },
    services: {
      of: draft.services.length,
      complete: draft.services.filter(({ facts }) => saysAll(completeness, facts)).length,
      fresh: draft.services.filter(({ facts }) => isFresh(facts, looked)).length,
    },
    kinds: kinds.map(({ id }) => ({ id, name: kindName(translator, checklist, id) })),
  }
}

async function pastView(
  deps: OfficeChecklistDeps,
  { authority, translator, today }: OfficeRequest,
  current: SnapshotDocument,
  looked: Looked,
): Promise<PastView> {
  const months = await listMonths(deps.database.db, authority.id, monthsShown)
  const now = standingOf(deps, current, looked)
  const since = sinceThen(now, months, today.toPlainYearMonth())
  return {
    sentence: since && sinceWords(translator, since),
    now,
    months: months.map((one) => ({ ...one, name: monthAndYear(translator, one.month.toPlainDate({ day: 1 })) })),
  }
}
