/** Counts again how public pages stand: what has changed since, and what a day has made due. */
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { createBreath } from '../../platform/breath.ts'
import { defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { Log } from '../../platform/log.ts'
import { serviceReviewDue } from './answers.ts'
import { townClocks } from './clock-store.ts'
import { readCurrentPage } from './current-page.ts'
import type { ChecklistDeps } from './deps.ts'
import { standingOf } from './month-rules.ts'
import type { Clocks } from './review-clocks.ts'
import type { Service } from './schema.ts'
import { type KeptStanding, noteDueToday, takeStandingsDue, writeStanding } from './standing-store.ts'
import { readTown } from './town-store.ts'

export const keepStandingsJob = defineJob({
  id: 'checklist.keep-standings',
  payload: z.object({}),
  schedule: '13 1 * * *',
})

/** Whoever publishes meanwhile waits no longer than for these. */
const together = 10
/** Where a day begins first. */
const earliestZone = 'Asia/Tbilisi'

export type StandingDeps = Pick<ChecklistDeps, 'database' | 'clock' | 'checklist' | 'completeness'>

/** The first day after today on which the review of a service is due, ISO. */
function nextDue(
  services: readonly Service[],
  { clocks, today }: { readonly clocks: Clocks; readonly today: Temporal.PlainDate },
): string | undefined {
  const days = services.flatMap((facts) => serviceReviewDue(facts, clocks) ?? [])
  return days.filter((day) => day > today.toString()).sort()[0]
}

async function countOne(
  deps: StandingDeps,
  db: Parameters<typeof writeStanding>[0],
  authority: string,
): Promise<KeptStanding | undefined> {
  const document = await readCurrentPage(db, authority)
  if (!document) return undefined
  const { timeZone } = await readTown(db, authority)
  const looked = {
    today: deps.clock.now().toZonedDateTimeISO(timeZone).toPlainDate(),
    clocks: await townClocks(deps, authority, db),
  }
  return { ...standingOf(deps, document, looked), nextDue: nextDue(document.services, looked) }
}

/**
 * Counts those that wait.
 *
 * @param most how many at most.
 * @param within only these authorities; undefined: all.
 * @param resting others who ask the same database and processor have every second moment.
 * @returns how many were counted.
 */
export async function countStandings(
  deps: StandingDeps,
  { most, within, resting = false }: { most: number; within?: readonly string[]; resting?: boolean },
): Promise<number> {
  const breath = createBreath()
  let counted = 0
  while (counted < most) {
    const begun = performance.now()
    const done = await deps.database.db.transaction().execute(async (tx) => {
      const taken = await takeStandingsDue(tx, Math.min(together, most - counted), within)
      for (const authority of taken) await writeStanding(tx, authority, await countOne(deps, tx, authority))
      return taken.length
    })
    if (done === 0) break
    counted += done
    await (resting ? wait(performance.now() - begun) : breath())
  }
  return counted
}

/** All that wait, those of the day among them. @returns how many were counted. */
export async function keepStandings(deps: StandingDeps): Promise<number> {
  await noteDueToday(deps.database.db, deps.clock.now().toZonedDateTimeISO(earliestZone).toPlainDate())
  return countStandings(deps, { most: Number.POSITIVE_INFINITY })
}

export function keepStandingsHandler(deps: StandingDeps & { readonly log: Log }): JobHandler {
  return handles(keepStandingsJob, async () => {
    deps.log.info({ pages: await keepStandings(deps) }, 'how public pages stand, counted again')
  })
}
