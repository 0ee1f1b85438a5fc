/**
 * Every day: what is kept of each member is compared with what it follows from, and once a month the counts of each
 * association are kept. A day that was missed is made up for on the next.
 */
import { z } from 'zod'
import { defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { Log } from '../../platform/log.ts'
import { associationsWithoutMonth, insertMonthCounts } from './coverage-month-store.ts'
import { countsByArea, countsOf } from './coverage-rules.ts'
import { countAlike, listAreas, mendSteps } from './coverage-store.ts'
import type { CoverageDeps } from './deps.ts'
import { aboveOf } from './read-coverage.ts'

/** After pages were counted anew. */
export const keepCoverageJob = defineJob({
  id: 'coverage.keep-months',
  payload: z.object({}),
  schedule: '43 3 * * *',
})

/** @returns of how many associations a month was written. */
export async function keepCoverage({ database: { db }, clock, countStandings }: CoverageDeps) {
  const today = clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const associations = await associationsWithoutMonth(db, today.toPlainYearMonth())
  // What has changed and waits to be counted belongs to the counts of this day.
  if (associations.length > 0) await countStandings(Number.POSITIVE_INFINITY)
  for (const { id, country } of associations) {
    const groups = await countAlike(db, id)
    const areas = countsByArea(groups, aboveOf(await listAreas(db, country)))
    await insertMonthCounts(db, id, today, new Map([[null, countsOf(groups)], ...areas]))
  }
  return associations.length
}

export function keepCoverageHandler(deps: CoverageDeps & { readonly log: Log }): JobHandler {
  return handles(keepCoverageJob, async () => {
    const mended = await mendSteps(deps.database.db)
    if (mended > 0) deps.log.warn({ authorities: mended }, 'where members stand was not kept right, and is now')
    deps.log.info({ associations: await keepCoverage(deps) }, 'how far members have come, kept for this month')
  })
}
