import { daysOfNames, endOfMeeting } from '../../platform/privacy/after-meeting-rules.ts'
import type { Retention } from '../../platform/privacy/retention.ts'

export const delegationsRetention: Retention = {
  rules: [
    {
      table: 'office.delegate',
      holds:
        'who comes to a meeting: name, function, address, languages, what they eat and need, days; of a child the first name, an age group and who goes with it; the id of who changed it last',
      keeps: `${daysOfNames} days after the last day of the meeting, or until the office takes them out`,
      why: 'the host receives them',
      ends: [{ since: endOfMeeting('delegate.meeting'), days: daysOfNames }],
    },
    {
      table: 'office.meeting_guest',
      holds:
        'which observers and partners are invited: the name of the organisation, the id of whoever registers its people, the id of who invited it',
      keeps: `${daysOfNames} days after the last day of the meeting, or until the invitation is taken back`,
      why: 'an organisation without an office registers its people',
      ends: [{ since: endOfMeeting('meeting_guest.meeting'), days: daysOfNames }],
    },
  ],
  nothingPersonal: [
    { table: 'office.meeting_registration', reason: 'days, numbers of places and the address of a conference system' },
  ],
}
