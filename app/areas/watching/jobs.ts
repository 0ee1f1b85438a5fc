import { z } from 'zod'
import { followChanges } from '../../platform/db/change-feed.ts'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import { tellCare } from './care/tell-care.ts'
import type { WatchingDeps } from './deps.ts'
import { checkLinks } from './findings/check-links.ts'
import { wantLinks } from './findings/link-store.ts'
import { lookOver, lookOverAgain } from './findings/look-over.ts'
import { linkSchedule, lookOverSchedule } from './findings/night-rules.ts'
import { countNeeds } from './needs/need-store.ts'
import { takeReportsOut, tellOverdue } from './reports.ts'

/** For what no notification has told of: the process was away, or its connection. */
const takeReportsJob = defineJob({ id: 'watching.take-reports', payload: z.object({}), schedule: '*/10 * * * *' })
/** Every morning. */
const tellOverdueJob = defineJob({ id: 'watching.tell-overdue', payload: z.object({}), schedule: '41 5 * * *' })
/** All night long. */
const checkLinksJob = defineJob({ id: 'watching.check-links', payload: z.object({}), schedule: linkSchedule })
const lookOverJob = defineJob({ id: 'watching.look-over', payload: z.object({}), schedule: lookOverSchedule })

/** In the evening, before links are asked at night. */
const wantLinksJob = defineJob({ id: 'watching.want-links', payload: z.object({}), schedule: '14 19 * * *' })

/** Once an hour: nobody waits for it. */
const countNeedsJob = defineJob({ id: 'watching.count-needs', payload: z.object({}), schedule: '34 * * * *' })

/** Every morning, after pages were looked over and providers asked. */
const tellCareJob = defineJob({ id: 'watching.tell-care', payload: z.object({}), schedule: '21 6 * * *' })

export const watchingJobs: readonly AnyJob[] = [
  takeReportsJob,
  tellOverdueJob,
  checkLinksJob,
  wantLinksJob,
  lookOverJob,
  countNeedsJob,
  tellCareJob,
]

export interface Watching {
  /** For `jobs.work`. */
  readonly handlers: readonly JobHandler[]
  /** Takes readers' reports out of the intake as they come, and looks over again what was published. */
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
      handles(tellCareJob, async () => {
        log.info({ towns: await tellCare(deps) }, 'towns told what they should look at')
      }),
      handles(countNeedsJob, async () => {
        const searches = await database.db.transaction().execute(countNeeds)
        if (searches > 0) log.info({ searches }, 'searches that found nobody counted')
      }),
      ...nightHandlers(deps),
    ],
    followIntake: async () => {
      await database.listen('intake', takeNow, takeNow)
      await followPublishing(deps)
    },
  }
}

function nightHandlers(deps: WatchingDeps): JobHandler[] {
  const { log, database, clock } = deps
  return [
    handles(wantLinksJob, async () => {
      await wantLinks(database.db, await deps.linksElsewhere(database.db), clock.now())
    }),
    handles(checkLinksJob, async () => {
      const { asked, counted } = await checkLinks(deps)
      if (counted) log.info({ asked }, 'links checked')
      else log.warn({ asked }, 'most hosts could not be reached: nothing was counted, this network may be away')
    }),
    handles(lookOverJob, async () => {
      log.info({ towns: await lookOver(deps) }, 'pages looked over')
    }),
  ]
}

/** What is mended leaves the list when it is public; one page after another. */
async function followPublishing(deps: WatchingDeps): Promise<void> {
  let last: Promise<void> = Promise.resolve()
  await followChanges(deps.database, (changed) => {
    // A service that stands on thousands of pages has changed: the coming night looks over who published it.
    if (!changed) return
    // Beside authorities stand names of other things that are told, such as the register.
    const authorities = changed.filter((id) => z.uuid().safeParse(id).success)
    last = last
      .then(() => lookOverAgain(deps, authorities))
      .catch((error) => {
        // The coming night finds what this has left.
        deps.log.error({ error: error instanceof Error ? error.name : typeof error }, 'a page was not looked over')
      })
  })
}
