import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { WatchingDeps } from './deps.ts'
import { takeReportsOut, tellOverdue } from './reports.ts'

/** For what no notification has told of: the process was away, or its connection. */
const takeReportsJob = defineJob({ id: 'watching.take-reports', payload: z.object({}), schedule: '*/10 * * * *' })
/** Every morning. */
const tellOverdueJob = defineJob({ id: 'watching.tell-overdue', payload: z.object({}), schedule: '41 5 * * *' })

export const watchingJobs: readonly AnyJob[] = [takeReportsJob, tellOverdueJob]

export interface Watching {
  /** For `jobs.work`. */
  readonly handlers: readonly JobHandler[]
  /** Takes readers' reports out of the intake as they come. */
  followIntake(): Promise<void>
}

export function createWatching(deps: WatchingDeps): Watching {
  const { database, log } = deps
  const takeNow = (): void => {
    takeReportsOut(deps).catch((error) => {
      // Within ten minutes the job finds what this has left.
      log.error({ error: error instanceof Error ? error.name : typeof error }, 'reports were not taken out')
    })
  }
  return {
    handlers: [
      handles(takeReportsJob, async () => {
        await takeReportsOut(deps)
      }),
      handles(tellOverdueJob, async () => {
        const towns = await tellOverdue(deps)
        log.info({ towns }, 'reports that nobody has looked at')
      }),
    ],
    followIntake: () => database.listen('intake', takeNow, takeNow),
  }
}
