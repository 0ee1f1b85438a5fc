/** Every day: how a public page stands, once a month for each town. A day that was missed is made up for on the next. */
import { z } from 'zod'
import { defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { Log } from '../../platform/log.ts'
import { townClocks } from './clock-store.ts'
import { readCurrentPage } from './current-page.ts'
import type { ChecklistDeps } from './deps.ts'
import { standingOf } from './month-rules.ts'
import { insertMonth, townsWithoutMonth } from './month-store.ts'
import { readTown } from './town-store.ts'

export const keepMonthsJob = defineJob({ id: 'checklist.keep-months', payload: z.object({}), schedule: '23 3 * * *' })

const batch = 200
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** @returns of how many towns a month was written. */
export async function keepMonths(deps: ChecklistDeps): Promise<number> {
  const { db } = deps.database
  const month = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth()
  let written = 0
  let after = beforeAll
  for (;;) {
    const towns = await townsWithoutMonth(db, month, after, batch)
    for (const town of towns) if (await keepMonth(deps, town, month)) written += 1
    const last = towns.at(-1)
    if (last === undefined) return written
    after = last
  }
}

async function keepMonth(deps: ChecklistDeps, town: string, month: Temporal.PlainYearMonth): Promise<boolean> {
  const { db } = deps.database
  const document = await readCurrentPage(db, town)
  if (!document) return false
  const { timeZone } = await readTown(db, town)
  const today = deps.clock.now().toZonedDateTimeISO(timeZone).toPlainDate()
  const clocks = await townClocks(deps, town)
  return insertMonth(db, town, month, standingOf(deps, document, { clocks, today }))
}

export function keepMonthsHandler(deps: ChecklistDeps & { readonly log: Log }): JobHandler {
  return handles(keepMonthsJob, async () => {
    deps.log.info({ towns: await keepMonths(deps) }, 'how far public pages have come, kept for this month')
  })
}
