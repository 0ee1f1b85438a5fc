import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../../platform/jobs/job.ts'
import type { PeopleJobsDeps } from './deps.ts'
import { deleteOldInvitations } from './invitation-store.ts'
import { deleteOldRequests } from './request-store.ts'
import { takeOutOfIntake } from './requests.ts'

/** Requests that nobody proved, and what has ended, stay for so long. */
const keepDays = 14

/** For what no notification has told of: the process was away, or its connection. */
const takeRequestsJob = defineJob({
  id: 'people.take-requests',
  payload: z.object({}),
  schedule: '*/10 * * * *',
})

/** Every night: deletes what has ended, and requests that nobody proved. */
export const sweepPeopleJob = defineJob({ id: 'people.sweep', payload: z.object({}), schedule: '27 3 * * *' })

export const peopleJobs: readonly AnyJob[] = [takeRequestsJob, sweepPeopleJob]

export interface People {
  /** For `jobs.work`. */
  readonly handlers: readonly JobHandler[]
  /** Takes requests out of the intake as they come. */
  followIntake(): Promise<void>
}

export function createPeople(deps: PeopleJobsDeps): People {
  const { database, clock, log } = deps
  const takeNow = (): void => {
    takeOutOfIntake(deps).catch((error) => {
      // Within ten minutes the job finds what this has left; the text of the fault may quote what somebody wrote.
      log.error({ error: error instanceof Error ? error.name : typeof error }, 'requests were not taken out')
    })
  }
  return {
    handlers: [
      handles(takeRequestsJob, async () => {
        await takeOutOfIntake(deps)
      }),
      handles(sweepPeopleJob, async () => {
        const before = clock.now().subtract({ hours: 24 * keepDays })
        const invitations = await deleteOldInvitations(database.db, before)
        const requests = await deleteOldRequests(database.db, before)
        log.info({ invitations, requests }, 'old invitations and requests deleted')
      }),
    ],
    followIntake: () => database.listen('intake', takeNow, takeNow),
  }
}
