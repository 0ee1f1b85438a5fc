/** What is kept about those who are written to, and about coordinators who write. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'
import type { Retention } from '../../platform/privacy/retention.ts'

const threeYears = 3 * 365 + 1

export const campaignsPersonalSets: readonly TableSet[] = [
  {
    key: 'where_associations_write_to_me',
    group: 'mails',
    from: 'office.town_contact',
    shows: [
      ...['association', 'authority', 'office', 'email', 'postal', 'language', 'changed_at', 'used_at'],
      ...['refused_at', 'refusal'],
    ],
    byAddress: ['email'],
    byId: ['changed_by_person'],
  },
  {
    key: 'mailboxes_for_answers',
    group: 'mails',
    from: 'office.reply_address',
    shows: ['association', 'email', 'asked_at', 'confirmed_at'],
    byAddress: ['email'],
    byId: ['asked_by_person'],
  },
  {
    key: 'campaigns_started_by_me',
    group: 'drafts',
    from: 'office.campaign',
    shows: ['association', 'name', 'state', 'start_at', 'started_at', 'ended_at'],
    byId: ['started_by_person'],
  },
  {
    key: 'lists_of_contacts_brought_by_me',
    group: 'drafts',
    from: 'office.contact_upload',
    shows: ['association', 'uploaded_at'],
    byId: ['uploaded_by'],
  },
]

export const campaignsRetention: Retention = {
  rules: [
    {
      table: 'office.town_contact',
      holds:
        'e-mail address or name and postal lines of the office of a town, what a mail server answered that refused it, id of whoever wrote it down',
      keeps:
        'until the association takes it away or the town is no more; three years after it was changed or written to last; an id without a person once they are deleted',
      why: 'to invite the town; an address that nobody has used for a term of office is no longer one to keep',
      ends: [{ since: 'greatest(changed_at, used_at)', days: threeYears }],
    },
    {
      table: 'office.contact_upload',
      holds: 'a list of such contacts before it is taken over, and who brought it',
      keeps: 'until it is taken over; a day at most',
      why: 'to look at what it would change',
      ends: [{ since: 'uploaded_at', days: 1 }],
    },
    {
      table: 'office.letters_stopped',
      holds: 'a hash of an address at which letters of an association are not wanted',
      keeps: 'until the office itself wants letters again',
      why: 'a no holds for later letters, too, and when the address is entered anew',
      ends: [],
    },
    {
      table: 'office.reply_address',
      holds: 'a mailbox of an association to which towns answer, and id of who named it',
      keeps: 'where nobody confirmed it, 14 days; else as long as the association uses it; no id once they are deleted',
      why: 'answers of towns reach the association and nobody else',
      ends: [{ since: 'case when confirmed_at is null then asked_at end', days: 14 }],
    },
    {
      table: 'office.campaign',
      holds: 'letters of an association, and id of the coordinator who gave them the time to start',
      keeps: 'three years after the end; a draft that nobody has touched for a year; no id once they are deleted',
      why: 'to see what came of it, and to leave out who was asked already',
      ends: [
        { since: 'ended_at', days: threeYears },
        { since: "case when state = 'draft' then changed_at end", days: 365 },
      ],
    },
    {
      table: 'office.campaign_recipient',
      holds:
        'which town a letter was for and what became of it; no address; while a server wants a mail later, its words',
      keeps: 'as long as the campaign',
      why: 'to see what came of it',
      ends: [],
    },
  ],
  nothingPersonal: [
    {
      table: 'office.no_letters',
      reason: 'which town has told an association that it wants no letters: ids, and since when',
    },
    {
      table: 'office.campaign_letter',
      reason: 'the words of a letter, written for many offices; it goes with its campaign',
    },
  ],
}
