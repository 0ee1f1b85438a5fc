/** Counts and dates of authorities; no persons. */
import type { Retention } from '../../platform/privacy/retention.ts'

export const coverageRetention: Retention = {
  rules: [
    {
      table: 'office.coverage_month',
      holds: 'how many members of an association had come how far, by month; no persons',
      keeps: 'five years',
      why: 'a board sees how far its towns have come since it was elected',
      ends: [{ since: 'month', days: 5 * 365 + 1 }],
    },
    {
      table: 'office.silent_aside',
      holds: 'which town a coordinator has put aside in a list, and until when; not who did',
      keeps: 'until 30 days after that day',
      why: 'a list that one works through',
      ends: [{ since: 'until', days: 30 }],
    },
  ],
  nothingPersonal: [
    { table: 'office.standing', reason: 'how a published page stands, as counts' },
    { table: 'office.standing_due', reason: 'whose page is to be counted again: ids of authorities' },
    { table: 'office.member_step', reason: 'where each member of an association stands; not who works there' },
    { table: 'office.invited_authority', reason: 'when an authority was asked to take part; not who' },
  ],
}
