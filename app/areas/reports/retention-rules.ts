import type { Retention } from '../../platform/privacy/retention.ts'

export const reportsRetention: Retention = {
  rules: [
    {
      table: 'office.report',
      holds: 'what an office writes in its progress report, and the id of who wrote last; it names no persons',
      keeps: 'as long as the town; a person’s name in it goes with the person',
      why: 'the next report begins with it, and a correction too',
      ends: [],
    },
    {
      table: 'office.report_review',
      holds:
        'who is asked to answer a report, from which countries, what they and the town wrote, and who assigned and answered',
      keeps: 'as long as the report; a person’s name in it goes with the person',
      why: 'nobody answers their own country; what was written can be read by both sides',
      ends: [],
    },
  ],
  nothingPersonal: [
    { table: 'published.report_cycle', reason: 'days of cycles of reports' },
    { table: 'published.report', reason: 'which town has given a report when' },
    { table: 'published.report_version', reason: 'what a town says of its plan; it names no persons' },
    {
      table: 'published.report_feedback',
      reason: 'what a country’s peer and a town say of a report; persons are not named',
    },
    { table: 'office.report_silence', reason: 'towns that want no reminders' },
  ],
}
