/** Every job of the application: what may be enqueued, and needs exactly one handler. */
import { accountsJobs, peopleJobs } from './areas/accounts/index.ts'
import { campaignsJobs } from './areas/campaigns/index.ts'
import { checklistJobs } from './areas/checklist/index.ts'
import { conclusionsJobs } from './areas/conclusions/index.ts'
import { confirmationsJobs } from './areas/confirmations/index.ts'
import { keepCoverageJob } from './areas/coverage/index.ts'
import { helplinesJobs } from './areas/helplines/index.ts'
import { mergersJobs } from './areas/mergers/index.ts'
import { notificationsJobs } from './areas/notifications/index.ts'
import { offersJobs } from './areas/offers/index.ts'
import { pageFinderJobs } from './areas/page-finder/index.ts'
import { privacyJobs } from './areas/privacy/index.ts'
import { reportsJobs } from './areas/reports/index.ts'
import { keepReviewJob } from './areas/review/index.ts'
import { signingJobs } from './areas/signing/index.ts'
import { toolkitJobs } from './areas/toolkit/index.ts'
import { watchingJobs } from './areas/watching/index.ts'
import { sweepFilesJob } from './platform/files/sweep-files.ts'
import type { AnyJob } from './platform/jobs/job.ts'
import { farewellJob, mailJob, oneOfManyJob } from './platform/mail/mail.ts'

export const allJobs: readonly AnyJob[] = [
  mailJob,
  farewellJob,
  oneOfManyJob,
  ...notificationsJobs,
  ...accountsJobs,
  ...peopleJobs,
  ...helplinesJobs,
  ...privacyJobs,
  ...watchingJobs,
  ...offersJobs,
  ...checklistJobs,
  ...confirmationsJobs,
  keepCoverageJob,
  keepReviewJob,
  ...campaignsJobs,
  ...mergersJobs,
  ...pageFinderJobs,
  ...signingJobs,
  ...reportsJobs,
  ...conclusionsJobs,
  ...toolkitJobs,
  sweepFilesJob,
]
