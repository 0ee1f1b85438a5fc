/** Every night: what families searched for in the months that are over, told of all towns together; changes of counts, added up. */
import { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import { defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { Log } from '../../platform/log.ts'
import { addUpChanges, insertNeedMonths } from './need-month-store.ts'
import { type MonthNeed, monthsToTell, needsToTell } from './review-rules.ts'

export const keepReviewJob = defineJob({ id: 'review.keep', payload: z.object({}), schedule: '53 3 * * *' })

export interface KeepReviewDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  /** Searches of all towns together, of the months from the first on and before the second. */
  readonly readNeeds: (db: Db, months: ReturnType<typeof monthsToTell>) => Promise<readonly MonthNeed[]>
}

/** @returns how many counts of a kind and month are new, and how many sums of changes. */
export async function keepReview({ database, clock, readNeeds }: KeepReviewDeps) {
  const today = clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  return database.db.transaction().execute(async (tx) => {
    const needs = needsToTell(await readNeeds(tx, monthsToTell(today)))
    return { needs: await insertNeedMonths(tx, needs), changes: await addUpChanges(tx) }
  })
}

export function keepReviewHandler(deps: KeepReviewDeps & { readonly log: Log }): JobHandler {
  return handles(keepReviewJob, async () => {
    deps.log.info(await keepReview(deps), 'what the progress review counts, kept')
  })
}
