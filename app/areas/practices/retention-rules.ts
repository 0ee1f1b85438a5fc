import type { Retention } from '../../platform/privacy/retention.ts'

export const practicesRetention: Retention = {
  rules: [
    {
      table: 'office.practice',
      holds: 'what a town writes about its own work, ids of who wrote, sent in and decided; it names no persons',
      keeps:
        'as long as the town tells of it; 90 days after it was withdrawn; an id without a person once they are deleted',
      why: 'whoever asks what became of it gets an answer',
      ends: [{ since: 'ended_at', days: 90 }],
    },
    {
      table: 'office.practice_question',
      holds: 'that a town, an association or the secretariat has asked a town about a practice',
      keeps: 'two years after the last message; with the practice',
      why: 'both can read up what was said',
      ends: [{ since: 'changed_at', days: 730 }],
    },
    {
      table: 'office.practice_message',
      holds: 'what two offices wrote to each other about a practice, and the id of who wrote it',
      keeps: 'as long as the question; an id without a person once they are deleted',
      why: 'both can read up what was said',
      ends: [],
    },
  ],
  nothingPersonal: [
    { table: 'published.practice', reason: 'what towns tell of their own work; no contact but an office' },
    { table: 'published.practice_version', reason: 'the same, as it was published' },
    { table: 'published.practice_translation', reason: 'the same in other languages, and whose translation it is' },
    { table: 'published.practice_use', reason: 'what a town says of its experience; it names no persons' },
    { table: 'published.practice_collection', reason: 'titles of the secretariat' },
    { table: 'published.practice_collected', reason: 'which practices belong to which of them' },
  ],
}
