/** Every night: what has been kept long enough goes. */
import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import { outboxFolder } from '../../platform/mail/mailer.ts'
import { createOutbox } from '../../platform/mail/outbox.ts'
import { outboxDays } from '../../platform/privacy/platform-retention.ts'
import { sweep } from '../../platform/privacy/sweep.ts'
import type { PrivacyDeps } from './deps.ts'
import { endDormantAccounts } from './dormant-accounts.ts'

const retentionJob = defineJob({ id: 'privacy.retention', payload: z.object({}), schedule: '17 3 * * *' })

export const privacyJobs: readonly AnyJob[] = [retentionJob]

export interface Privacy {
  /** For `jobs.work`. */
  readonly handlers: readonly JobHandler[]
}

export function createPrivacy(deps: PrivacyDeps): Privacy {
  return { handlers: [handles(retentionJob, () => runRetention(deps))] }
}

async function runRetention(deps: PrivacyDeps): Promise<void> {
  const { config, database, clock, log, retention } = deps
  const now = clock.now()
  const rows = await sweep(
    database.db,
    retention.flatMap(({ rules }) => rules),
    now,
  )
  const files = await createOutbox(outboxFolder(config.dataDir)).deleteBefore(now.subtract({ hours: 24 * outboxDays }))
  const accounts = await endDormantAccounts(deps)
  log.info({ rows, files, ...accounts }, 'what was kept long enough is deleted')
}
