import type { Retention } from '../../platform/privacy/retention.ts'

export const exchangeRetention: Retention = {
  rules: [
    {
      table: 'office.shared_piece',
      holds:
        'letters, texts and lessons that associations share, and the id of who shared or ended one; they name no persons',
      keeps: 'as long as it is shared; 90 days after it was withdrawn or taken down',
      why: 'whoever asks why something is gone gets an answer',
      ends: [{ since: 'ended_at', days: 90 }],
    },
    {
      table: 'office.shared_use',
      holds: 'one sentence of an association that used a piece, and the id of who said it',
      keeps: 'as long as the piece',
      why: 'others see that it works',
      ends: [],
    },
  ],
  nothingPersonal: [],
}
