import type { Retention } from '../../platform/privacy/retention.ts'

export const printsRetention: Retention = {
  rules: [
    {
      table: 'office.print_order',
      holds:
        'which copies an office ordered of its association, to which address of the office; ids of who ordered and who sent them',
      keeps: 'a year after they were sent, two years where they never were; no id once the person is deleted',
      why: 'the association sees what is still to be sent and what is used up each year',
      ends: [
        { since: 'done_at', days: 365 },
        { since: 'ordered_at', days: 730 },
      ],
    },
  ],
  nothingPersonal: [{ table: 'published.town_arms', reason: 'which picture shows the arms of a town' }],
}
