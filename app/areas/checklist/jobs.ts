/** What the checklist does by itself. */
import type { AnyJob, JobHandler } from '../../platform/jobs/job.ts'
import { pullFeedsHandler, pullFeedsJob } from './feeds/pull-job.ts'
import type { FeedDeps } from './feeds/settle-pull.ts'
import { countStandingsHandler, countStandingsJob } from './follow-standings.ts'
import { indexServicesHandler, indexServicesJob } from './index-services.ts'
import { keepMonthsHandler, keepMonthsJob } from './keep-months.ts'
import { keepStandingsHandler, keepStandingsJob } from './keep-standings.ts'
import type { OfficeChecklistDeps } from './office/deps.ts'
import { kindWordsOf } from './office/import/choice-form.ts'
import { type TellDeps, tellChangesHandler, tellChangesJob } from './protected-contacts/tell-changes.ts'

export const checklistJobs: readonly AnyJob[] = [
  tellChangesJob,
  keepMonthsJob,
  keepStandingsJob,
  countStandingsJob,
  indexServicesJob,
  pullFeedsJob,
]

export function checklistHandlers(
  contacts: TellDeps,
  deps: Omit<FeedDeps, 'kindWords'> & Pick<OfficeChecklistDeps, 'i18n'>,
): JobHandler[] {
  const kindWords = kindWordsOf(deps)
  return [
    tellChangesHandler(contacts),
    keepMonthsHandler(deps),
    keepStandingsHandler(deps),
    countStandingsHandler(deps),
    indexServicesHandler(deps),
    pullFeedsHandler({ ...deps, kindWords }),
  ]
}
