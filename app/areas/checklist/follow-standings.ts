/** Counts how public pages stand as they change: whoever looks right after a town has published sees it. */
import { z } from 'zod'
import { defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { Log } from '../../platform/log.ts'
import { countStandings, type StandingDeps } from './keep-standings.ts'

/** For what no notification has told of: the process was away, or its connection. */
export const countStandingsJob = defineJob({
  id: 'checklist.count-standings',
  payload: z.object({}),
  schedule: '*/10 * * * *',
})

/** On which the database says that a page waits to be counted (migration 0108). */
const channel = 'standing_due'
const all = { most: Number.POSITIVE_INFINITY }

export function countStandingsHandler(deps: StandingDeps): JobHandler {
  return handles(countStandingsJob, async () => {
    await countStandings(deps, all)
  })
}

/** One count at a time: what changes meanwhile belongs to the same, or to the one after it. */
export async function followStandings(deps: StandingDeps & { readonly log: Log }): Promise<void> {
  let [counting, told] = [false, false]
  const countNow = async (): Promise<void> => {
    told = true
    if (counting) return
    counting = true
    try {
      while (told) {
        told = false
        await countStandings(deps, { ...all, resting: true })
      }
    } catch (error) {
      // Within ten minutes the job finds what this has left.
      deps.log.error({ error: error instanceof Error ? error.name : typeof error }, 'changed pages were not counted')
    } finally {
      counting = false
    }
  }
  const tell = (): void => void countNow()
  await deps.database.listen(channel, tell, tell)
  // What changed while nobody listened.
  tell()
}
