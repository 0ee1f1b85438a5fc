/** A town may tell how far it is; whoever is asked to answer a report, and whose report was answered, has something to do. */

import { serves } from '../../platform/session/held-roles.ts'
import type { NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { cycleOn } from './cycle-rules.ts'
import { readCycles } from './cycle-store.ts'
import { nameOf, type ReportsDeps, todayAt } from './deps.ts'
import { givenTo, reviewsBy } from './feedback/review-store.ts'
import { readGiven } from './published-store.ts'
import { townsToReport } from './report-store.ts'

export function reportsNextSteps({
  database,
  clock,
  readTowns,
}: Pick<ReportsDeps, 'database' | 'clock' | 'readTowns'>): NextSteps {
  const { db } = database
  return async (actor, translator) => {
    const { t } = translator
    const open = serves(actor, ['reviewer']) ? (await reviewsBy(db, actor.id)).filter(({ givenAt }) => !givenAt) : []
    const asked = await Promise.all(
      open.map(async ({ id, report }) => ({ id, town: (await readGiven(db, report))?.authority ?? '' })),
    )
    const offices = actor.roles.flatMap(({ role, scope }) =>
      scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
    )
    const waiting = (await givenTo(db, [...new Set(offices)])).filter(({ answeredAt }) => !answeredAt)
    const cycle = cycleOn(await readCycles(db), todayAt(clock.now()))
    const reporting = cycle ? await townsToReport(db, cycle.number, [...new Set(offices)]) : []
    const named = [...asked, ...waiting].map(({ town }) => town)
    const towns = await readTowns(db, [...new Set([...named, ...reporting])].filter(Boolean))
    const townOf = (id: string) => towns.find((one) => one.id === id)
    const step = (id: string, text: string, hrefOf: (town: (typeof towns)[number]) => string) => {
      const town = townOf(id)
      return town
        ? [{ rank: 'somebody-waits' as const, text, where: nameOf(town, translator), href: hrefOf(town) }]
        : []
    }
    return [
      ...asked.flatMap(({ id, town }) => step(town, t('progress.next.review'), () => urls.reportReview(id))),
      ...reporting.flatMap((town) =>
        step(town, t('progress.next.report'), urls.townProgress).map((one) => ({
          ...one,
          rank: 'care' as const,
          due: cycle && Temporal.PlainDate.from(cycle.due),
        })),
      ),
      ...waiting.flatMap(({ id, town }) => step(town, t('progress.next.answer'), (one) => urls.townFeedback(one, id))),
    ]
  }
}
