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
    {
      table: 'office.unmet_need',
      holds: 'how often a kind was searched for in a town and month and nobody answered it; no words, no persons',
      keeps: 'two years',
      why: 'an officer sees what is missing; small counts are never shown',
      ends: [{ since: 'month', days: 731 }],
    },
    {
      table: 'office.finding',
      holds: 'what the nightly check found on a published page; no persons',
      keeps: 'until it is mended; 90 days where the page is gone',
      why: 'the officer works through the list; what was called no mistake stays hidden',
      ends: [{ since: 'last_seen', days: 90 }],
    },
    {
      table: 'office.web_address',
      holds:
        'web addresses of published pages, standard texts and help numbers, and what the nightly check saw there; no persons',
      keeps: '30 days after nothing names them any more',
      why: 'a failure counts only when it lasts',
      ends: [{ since: 'wanted_at', days: 30 }],
    },
  ],
  nothingPersonal: [
    {
      table: 'office.care_told',
      reason: 'which findings, services, texts and directories a town was told of, by their numbers; not who was told',
    },
    { table: 'office.town_looked_over', reason: "in which night a town's page was last looked over" },
    {
      table: 'intake.unmet_need',
      reason: 'that a kind was searched for in a town and month; no words, no person, no day',
    },
  ],
}
