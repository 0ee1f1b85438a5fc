import type { Retention } from '../../platform/privacy/retention.ts'

export const toolkitRetention: Retention = {
  rules: [
    {
      table: 'office.resource_offer',
      holds: 'translations that associations write, ids of who wrote and decided; they name no persons',
      keeps: 'until it is thrown away; 90 days after it was published; an id without a person once they are deleted',
      why: 'whoever asks what became of it gets an answer',
      ends: [{ since: "case when state = 'published' then decided_at end", days: 90 }],
    },
    {
      table: 'office.resource_draft',
      holds: 'originals that the secretariat writes, ids of who wrote and decided; they name no persons',
      keeps: 'until it is thrown away; 90 days after it was published; an id without a person once they are deleted',
      why: 'whoever asks what became of it gets an answer',
      ends: [{ since: "case when state = 'published' then decided_at end", days: 90 }],
    },
    {
      table: 'office.resource_count',
      holds: 'how often a resource of the toolkit was wanted in a language or taken in a month; nothing about who',
      keeps: 'two years',
      why: 'associations see what is worth translating',
      ends: [{ since: 'month', days: 731 }],
    },
  ],
  nothingPersonal: [
    {
      table: 'intake.resource_count',
      reason: 'that a resource was wanted in a language or taken in a month; no person, no day',
    },
    { table: 'published.resource', reason: 'what the toolkit has; no persons' },
    { table: 'published.resource_text', reason: 'its texts, in every language' },
    { table: 'published.resource_withdrawal', reason: 'which of them were taken out, when and why, from a fixed list' },
    { table: 'published.resource_package', reason: 'titles of packages' },
    { table: 'published.resource_packed', reason: 'which resources belong to which of them' },
  ],
}
