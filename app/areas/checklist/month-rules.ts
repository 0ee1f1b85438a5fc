/** How far a town's public page has come, as counts: today and at the beginning of earlier months. Only its own past. */
import type { Completeness } from './completeness-data.ts'
import type { Checklist } from './kinds.ts'
import { isFresh, type Looked, saysAll } from './missing-rules.ts'
import type { SnapshotDocument } from './schema.ts'

export interface Standing {
  /** Kinds of the checklist that have an answer, whichever it is. */
  readonly answers: number
  /** Core items of the checklist that have an answer, of so many. */
  readonly coreAnswered: number
  readonly core: number
  readonly services: number
  /** Services that say all they must. */
  readonly servicesComplete: number
  /** Services that were checked within their clock. */
  readonly servicesFresh: number
  /** Languages in which at least half of the services say what happens. */
  readonly languages: number
}

export interface MonthStanding extends Omit<Standing, 'answers'> {
  readonly month: Temporal.PlainYearMonth
}

export function standingOf(
  { checklist, completeness }: { readonly checklist: Checklist; readonly completeness: Completeness },
  { answers, services }: Pick<SnapshotDocument, 'answers' | 'services'>,
  looked: Pick<Looked, 'clocks' | 'today'>,
): Standing {
  const answered = new Set(answers.map(({ kind }) => kind))
  const core = checklist.kinds.filter((kind) => kind.core)
  const written = new Map<string, number>()
  for (const { whatHappens } of services) {
    for (const language of Object.keys(whatHappens)) written.set(language, (written.get(language) ?? 0) + 1)
  }
  return {
    answers: answered.size,
    coreAnswered: core.filter(({ id }) => answered.has(id)).length,
    core: core.length,
    services: services.length,
    servicesComplete: services.filter((facts) => saysAll(completeness, facts)).length,
    servicesFresh: services.filter((facts) => isFresh(facts, looked)).length,
    languages: [...written.values()].filter((count) => count * 2 >= services.length).length,
  }
}

/** What has changed since a month: of the core items where they did, else of the services that say all they must. */
export interface Since {
  readonly month: Temporal.PlainYearMonth
  readonly what: 'core' | 'services'
  /** Below 0: fewer than then. */
  readonly more: number
}

/**
 * @param months in any order.
 * @returns compared with the last earlier month that was different, else with the earliest; undefined without one.
 */
export function sinceThen(
  now: Standing,
  months: readonly MonthStanding[],
  thisMonth: Temporal.PlainYearMonth,
): Since | undefined {
  const earlier = months
    .filter(({ month }) => Temporal.PlainYearMonth.compare(month, thisMonth) < 0)
    .toSorted((a, b) => Temporal.PlainYearMonth.compare(b.month, a.month))
  const since = (then: MonthStanding): Since => {
    const core = now.coreAnswered - then.coreAnswered
    if (core !== 0) return { month: then.month, what: 'core', more: core }
    return { month: then.month, what: 'services', more: now.servicesComplete - then.servicesComplete }
  }
  const all = earlier.map(since)
  return all.find(({ more }) => more !== 0) ?? all.at(-1)
}
