/** Drafts and published pages are the town's; of persons they know ids alone. */
import type { Retention } from '../../platform/privacy/retention.ts'

/** A term of office, and long enough to see who changed a number that families called. */
const threeYears = 3 * 365 + 1

const lastEditor = {
  holds: 'id of whoever changed a part of the draft last',
  keeps: 'until somebody else changes it; an id without a person once they are deleted',
  why: 'the colleague who saves next sees whose change they meet; the last editor does not approve alone',
  ends: [],
} as const

const published = 'what a town tells the public about services and itself; no persons'

export const checklistRetention: Retention = {
  rules: [
    { table: 'office.draft_page', ...lastEditor },
    { table: 'office.draft_answer', ...lastEditor },
    { table: 'office.draft_service', ...lastEditor },
    {
      table: 'office.publication',
      holds: 'id of whoever published a version, and the role held',
      keeps: 'as long as the version; an id without a person once they are deleted',
      why: 'who answers for what families have read',
      ends: [],
    },
    {
      table: 'office.change',
      holds: 'what an act changed, before and after; who did it stands in the audit record',
      keeps: 'three years',
      why: 'a term of office, and long enough to see how a number that families called came about',
      ends: [{ since: 'at', days: threeYears }],
    },
    {
      table: 'office.two_pairs',
      holds: 'id of whoever asked for a second pair of eyes',
      keeps: 'while the town wants one; an id without a person once they are deleted',
      why: 'a rule about persons has to say who made it',
      ends: [],
    },
    {
      table: 'office.approval',
      holds: 'ids of who asked and decided, and a few words of one to the other',
      keeps: 'three years after the decision; words that name somebody are emptied when they are deleted',
      why: 'as long as what they led to',
      ends: [{ since: 'decided_at', days: threeYears }],
    },
    {
      table: 'office.contact_change',
      holds: 'contacts of a protective service before and after a change',
      keeps: '90 days after the day in which it could be undone',
      why: 'to put a number back, and to see what was told',
      ends: [{ since: 'undo_until', days: 90 }],
    },
    {
      table: 'office.contact_undo',
      holds: 'hashes of the links that undo it, with the id of whoever got one',
      keeps: 'as long as the change; at once when the person is deleted',
      why: 'who undid it stands in the trail',
      ends: [],
    },
    {
      table: 'office.service_upload',
      holds: 'a list of services as a file, and the id of whoever brought it',
      keeps:
        'until it is taken over or thrown away; a day at most; at once when a place of the town becomes confidential',
      why: 'to look at what would change before it does',
      ends: [{ since: 'uploaded_at', days: 1 }],
    },
    {
      table: 'office.service_feed',
      holds: 'the public address of a directory that a town or an association follows, and the id of whoever set it up',
      keeps: 'until they stop following it, or the town is merged; an id without a person once they are deleted',
      why: 'who decided that a machine writes into the draft, or suggests services to towns',
      ends: [],
    },
  ],
  nothingPersonal: [
    {
      table: 'office.directory_service',
      reason: 'what public directories say of services, as long as an association follows them',
    },
    { table: 'office.import_columns', reason: 'what the headings of a town’s lists stand for' },
    { table: 'published.snapshot', reason: published },
    { table: 'published.current_snapshot', reason: published },
    { table: 'published.service', reason: published },
    { table: 'published.service_area', reason: published },
    { table: 'published.service_words', reason: 'words of what services and those who run them are called' },
    { table: 'published.search_word', reason: 'the same words, each once' },
    { table: 'published.service_place', reason: 'where public addresses of services are' },
    { table: 'published.school_holiday', reason: 'when school holidays are' },
    { table: 'published.service_successor', reason: 'which entry of a service was kept where two towns had it' },
    {
      table: 'published.part_service',
      reason: 'which service stands on the page of which part of a town that was split',
    },
    { table: 'office.answer_look', reason: 'which version of a standard text an office has looked at, not who' },
    { table: 'published.answer_standard', reason: 'which standard text a published answer began with' },
    { table: 'office.standard_look', reason: 'which version of a standard text an office has looked at, not who' },
    { table: 'office.dialled_short_number', reason: 'which short numbers an office has dialled, not who' },
    { table: 'office.review_clock', reason: 'after how many months a town looks at what it says' },
    {
      table: 'office.completeness_month',
      reason: 'how many items and services of a public page were complete, by month',
    },
    { table: 'office.service_merge', reason: 'which service of a draft was taken out in favour of which' },
    { table: 'office.not_same', reason: 'which two services of a town are two, with a hash of their public facts' },
    {
      table: 'office.service_offer',
      reason: 'which service is offered to which town, and what its office decided, not who: that stands in the trail',
    },
    { table: 'published.redaction', reason: 'that something was taken out of a version, not what' },
  ],
}
