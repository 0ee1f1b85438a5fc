/** Reports hold no person: a service, a reason, days. They go when nobody needs them. */
import type { Retention } from '../../platform/privacy/retention.ts'
import { answerDays } from './report-rules.ts'

export const watchingRetention: Retention = {
  rules: [
    {
      table: 'intake.error_report',
      holds: 'which service a reader says is wrong, and one of the fixed reasons; nothing about the reader',
      keeps: 'minutes; seven days where nothing takes it in',
      why: 'the public form may write and not read; the office takes it out at once',
      ends: [{ since: 'sent_at', days: 7 }],
    },
    {
      table: 'office.reader_report',
      holds: 'what readers say is wrong with a service, counted; nothing about readers',
      keeps: '90 days after the decision; a year where nobody decides',
      why: 'the same form sent again is known again; whoever asks what became of it gets an answer',
      ends: [
        { since: 'decided_at', days: answerDays },
        { since: 'case when decided_at is null then first_at end', days: 365 },
      ],
    },
    {
      table: 'published.reader_answer',
      holds: 'what a town says became of a report, from fixed sentences; no persons',
      keeps: '90 days',
      why: 'the public page says it for as long',
      ends: [{ since: 'at', days: answerDays }],
    },
  ],
  nothingPersonal: [],
}
