import type { Retention } from '../../platform/privacy/retention.ts'

const withPerson = 'whoever is named in it goes with the person'

export const meetingsRetention: Retention = {
  rules: [
    {
      table: 'published.meeting',
      holds: 'meetings, where they are held, what they are about; persons where somebody has named one',
      keeps: `for ever; ${withPerson}`,
      why: 'the archive of meetings',
      ends: [],
    },
    {
      table: 'published.host_call',
      holds:
        'what a host must offer, with documents, and by what bids are chosen; persons where the secretariat has named one',
      keeps: `for ever; ${withPerson}`,
      why: 'how a host was chosen can be seen later',
      ends: [],
    },
    {
      table: 'office.host_question',
      holds: 'what a town has asked about a call, and the id of who asked',
      keeps: `for ever; ${withPerson}`,
      why: 'the secretariat answers it',
      ends: [],
    },
    {
      table: 'published.host_answer',
      holds: 'the question and its answer, without who asked; persons where somebody has named one',
      keeps: `for ever; ${withPerson}`,
      why: 'all candidates know the same',
      ends: [],
    },
    {
      table: 'office.host_bid',
      holds:
        'what a town would offer as host, letters of support among it, and the id of who changed it last; persons where the town has named one',
      keeps: `for ever, letters until the bid is withdrawn; ${withPerson}, from files by the hand of the secretariat`,
      why: 'the choice was made by it',
      ends: [],
    },
    {
      table: 'office.host_reviewer',
      holds: 'ids of those who were asked to score bids',
      keeps: 'for ever; it names nobody once the person is gone',
      why: 'it shows that the choice was made by more than one',
      ends: [],
    },
    {
      table: 'office.host_score',
      holds: 'points and reasons of a reviewer for a bid, and declared conflicts',
      keeps: `for ever; ${withPerson}`,
      why: 'the choice was made by it',
      ends: [],
    },
    {
      table: 'office.host_choice',
      holds: 'which towns were chosen, and the id of who decided',
      keeps: 'for ever; it names nobody once the person is gone',
      why: 'the runner-up is asked where the host cannot receive the others',
      ends: [],
    },
    {
      table: 'published.host_step',
      holds: 'what became of a call, with reasons; persons where somebody has named one',
      keeps: `for ever; ${withPerson}`,
      why: 'reasons are public',
      ends: [],
    },
    {
      table: 'published.meeting_left',
      holds: 'what a host leaves to those who come after; persons where somebody has named one',
      keeps: `until the host or the secretariat takes it out; ${withPerson}`,
      why: 'later hosts begin with it',
      ends: [],
    },
  ],
  nothingPersonal: [],
}
