import { daysOfNames, endOfMeeting } from '../../platform/privacy/after-meeting-rules.ts'
import type { Retention } from '../../platform/privacy/retention.ts'

const after = `${daysOfNames} days after the last day of the meeting`

export const programmeRetention: Retention = {
  rules: [
    {
      table: 'office.programme_session',
      holds: 'what a session of a meeting is about, when and where, and the id of who changed it last; nobody is named',
      keeps: 'for ever; whoever is named in it all the same goes with the person',
      why: 'the archive of meetings; the next host begins with it',
      ends: [],
    },
    {
      table: 'office.programme_speaker',
      holds: 'names of those who speak at a meeting, given for its programme',
      keeps: after,
      why: 'a programme says who speaks; the archive does not need it',
      ends: [
        {
          since: endOfMeeting(
            '(select held_session.meeting from office.programme_session held_session where held_session.id = programme_speaker.session)',
          ),
          days: daysOfNames,
        },
      ],
    },
    {
      table: 'published.programme_release',
      holds: 'the programme as it was released each time, without the names of those who speak',
      keeps: 'for ever; whoever is named in it all the same goes with the person',
      why: 'everybody can see what has changed',
      ends: [],
    },
    {
      table: 'published.programme_speaker',
      holds: 'names of those who speak, as they were released each time',
      keeps: after,
      why: 'a programme says who speaks; the archive does not need it',
      ends: [{ since: endOfMeeting('programme_speaker.meeting'), days: daysOfNames }],
    },
  ],
  nothingPersonal: [{ table: 'office.programme', reason: 'names of rooms' }],
}
