import { z } from 'zod'
import { followChanges } from '../../platform/db/change-feed.ts'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { OffersDeps } from './deps.ts'
import { tellOffers } from './tell-offers.ts'

/** For what no notification has told of: the process was away, or its connection. */
const tellJob = defineJob({ id: 'offers.tell', payload: z.object({}), schedule: '*/10 * * * *' })

export const offersJobs: readonly AnyJob[] = [tellJob]

export interface Offers {
  /** For `jobs.work`. */
  readonly handlers: readonly JobHandler[]
  /** Tells of offers and of answers as soon as they are there. */
  followIntake(): Promise<void>
}

export function createOffers(deps: OffersDeps): Offers {
  let last: Promise<unknown> = Promise.resolve()
  const tellNow = (): void => {
    last = last
      .then(() => tellOffers(deps))
      .catch((error) => {
        // Within ten minutes the job finds what this has left.
        deps.log.error({ error: error instanceof Error ? error.name : typeof error }, 'offers were not told')
      })
  }
  return {
    handlers: [
      handles(tellJob, async () => {
        await tellOffers(deps)
      }),
    ],
    // Whatever is published, and whatever is decided about an offer, is announced as a change of pages.
    followIntake: () => followChanges(deps.database, tellNow),
  }
}
