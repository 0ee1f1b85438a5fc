/** What belongs to no area: the queue, the outbox of development, the list of migrations. */
import type { Retention } from './retention.ts'

/** Mails of a development server. */
export const outboxDays = 30

const queue = 'the queue about itself: names of jobs, counts, times'

export const platformRetention: Retention = {
  rules: [
    {
      table: 'jobs.job',
      holds: 'mails that wait or have just gone, with address and text; other jobs with ids, one with an address',
      keeps:
        'mails and links an hour after they went, the last mail to a deleted person not at all, other jobs a day; what cannot be sent at most four days, and nothing longer than 14',
      why: 'a mail must not be lost while the server is away, and is nobody’s business once it has gone',
      ends: [
        { since: 'completed_on', days: 1 },
        { since: 'created_on', days: 14 },
      ],
    },
    {
      table: 'files/outbox',
      holds: 'mails of a development server, which has no mail server; never in production',
      keeps: `${outboxDays} days`,
      why: 'to look at what would have been sent',
      ends: [],
    },
    {
      table: 'files/kept',
      holds:
        'files of the toolkit, files that bear out what towns have done, letters of bids and documents of calls: what people wrote into them; notes on who made them, where and with what were taken out',
      keeps: 'until nothing refers to them any more, and a day',
      why: 'they are delivered from there',
      ends: [],
    },
  ],
  nothingPersonal: [
    ...['bam', 'instance', 'job_dependency', 'queue', 'queue_stats', 'schedule', 'subscription', 'version'].map(
      (table) => ({ table: `jobs.${table}`, reason: queue }),
    ),
    { table: 'jobs.warning', reason: 'that a queue is slow or long, by its name' },
    { table: 'office.kept_file', reason: 'which files there are, by hash, type and size' },
    { table: 'public.migration', reason: 'which migrations were applied' },
  ],
}
