import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../../platform/jobs/job.ts'
import type { PeopleJobsDeps } from './deps.ts'
import { takeOutOfIntake } from './requests.ts'

/** For what no notification has told of: the process was away, or its connection. */
const takeRequestsJob = defineJob({
  id: 'people.take-requests',
  payload: z.object({}),
  schedule: '*/10 * * * *',
})

export const peopleJobs: readonly AnyJob[] = [takeRequestsJob]

export interface People {
  /** For `jobs.work`. */
  readonly handlers: readonly JobHandler[]
  /** Takes requests out of the intake as they come. */
  followIntake(): Promise<void>
}

export function createPeople(deps: PeopleJobsDeps): People {
  const { database, log } = deps
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
    ],
    followIntake: () => database.listen('intake', takeNow, takeNow),
  }
}
