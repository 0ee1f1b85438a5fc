import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { FinderDeps } from './deps.ts'
import { lookAtSites } from './look-at-sites.ts'

/** Small portions, day and night; sooner where somebody has asked. */
export const lookAtSitesJob = defineJob({ id: 'page-finder.look', payload: z.object({}), schedule: '*/10 * * * *' })

export const pageFinderJobs: readonly AnyJob[] = [lookAtSitesJob]

export function pageFinderHandlers(deps: FinderDeps): JobHandler[] {
  return [
    handles(lookAtSitesJob, async () => {
      const sites = await lookAtSites(deps)
      if (sites > 0) deps.log.info({ sites }, 'websites of towns looked at')
    }),
  ]
}
