import type { Retention } from '../../platform/privacy/retention.ts'

export const notificationsRetention: Retention = {
  rules: [
    {
      table: 'notifications.choice',
      holds: 'which mails a person wants, and when',
      keeps: 'as long as the account',
      why: 'to do as they wish',
      ends: [],
    },
    {
      table: 'notifications.told',
      holds: 'that a person was told of something, by a key without text',
      keeps: '400 days',
      why: 'nobody is told twice; a notice that comes every year is told every year',
      ends: [{ since: 'told_at', days: 400 }],
    },
    {
      table: 'notifications.kept',
      holds: 'composed notices that wait for the mail that tells them together',
      keeps: 'until that mail, a week at most; 14 days more where none could be made',
      why: 'fewer mails for those who want it so',
      ends: [{ since: 'digest_at', days: 14 }],
    },
  ],
  nothingPersonal: [],
}
