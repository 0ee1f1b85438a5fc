/** What is kept about those who run a service, and about officers who decide on what they send. */
import type { TableSet } from '../../platform/privacy/personal-data.ts'
import type { Retention } from '../../platform/privacy/retention.ts'

const threeYears = 3 * 365 + 1

export const confirmationsPersonalSets: readonly TableSet[] = [
  {
    key: 'services_i_am_asked_about',
    group: 'mails',
    from: 'office.provider_contact',
    shows: [
      ...['service', 'authority', 'email', 'postal', 'deputy_email', 'language', 'changed_at'],
      ...['email_refused_at', 'email_refusal', 'deputy_refused_at', 'deputy_refusal'],
    ],
    byAddress: ['email', 'deputy_email'],
    byId: ['changed_by_person'],
  },
  {
    key: 'senders_of_letters_written_by_me',
    group: 'drafts',
    from: 'office.letter_sender',
    shows: ['authority', 'lines', 'changed_at'],
    byId: ['changed_by_person'],
  },
  {
    key: 'changes_of_providers_decided_by_me',
    group: 'decisions',
    from: 'office.provider_change',
    shows: ['sent_at', 'authority', 'service', 'decided_at', 'taken'],
    byId: ['decided_by'],
  },
  {
    key: 'services_checked_by_me',
    group: 'drafts',
    from: 'office.service_check',
    shows: ['at', 'authority', 'service', 'way'],
    byId: ['person'],
  },
]

export const confirmationsRetention: Retention = {
  rules: [
    {
      table: 'office.provider_contact',
      holds:
        'e-mail address or name and postal lines of whoever runs a service, what a mail server answered that refused it, their language, id of whoever wrote it down',
      keeps:
        'until the office takes it away or the service is neither published nor drafted; postal lines at once where the place becomes confidential; an id without a person once they are deleted',
      why: 'to ask whether what families read is still right',
      ends: [],
    },
    {
      table: 'office.letter_sender',
      holds: 'how an office stands above its letters to providers, and id of whoever wrote it down',
      keeps: 'until the office writes something else; no id once they are deleted',
      why: 'providers know who writes, and the post brings back what it cannot deliver',
      ends: [],
    },
    {
      table: 'office.provider_change',
      holds: 'what a provider wrote is different, and id of who decided on it',
      keeps: 'a year; at once where the place becomes confidential',
      why: 'to see later how a changed fact came about',
      ends: [{ since: 'sent_at', days: 365 }],
    },
    {
      table: 'office.service_check',
      holds: 'id of the officer who checked a service; none where the provider did',
      keeps: 'three years',
      why: 'a term of office, and long enough to see who answered for a number that families called',
      ends: [{ since: 'at', days: threeYears }],
    },
    {
      table: 'office.confirmation_request',
      holds: 'when a provider was asked about a service and what came of it; no address',
      keeps: 'two years; its changes go with it',
      why: 'nobody is asked too often, and the office sees who answers',
      ends: [{ since: 'asked_at', days: 2 * 365 }],
    },
    {
      table: 'office.confirmation_link',
      holds: 'hashes of the links in mails to providers, and of those behind the codes in letters',
      keeps: 'as long as the request',
      why: 'to know a link again and to say honestly that it is used',
      ends: [],
    },
  ],
  nothingPersonal: [
    {
      table: 'office.confirmation_letter',
      reason: 'when a letter was due, printed and posted, by the number of a request; what it said is not kept',
    },
    {
      table: 'office.confirmation_step',
      reason: 'when a second mail went and when offices were told, by the number of a request',
    },
  ],
}
