import type { Retention } from '../../platform/privacy/retention.ts'

const named = 'for ever; whoever is named in it goes with the person'

export const conclusionsRetention: Retention = {
  rules: [
    {
      table: 'office.conclusion_set',
      holds: 'how far the conclusions of a meeting are, what was adopted, and the id of who changed it last',
      keeps: named,
      why: 'what was adopted can be checked by its hash',
      ends: [],
    },
    {
      table: 'office.conclusion',
      holds: 'what a meeting concludes, who owns it, how far it is, and the id of who changed it last',
      keeps: named,
      why: 'the next meeting looks at what became of it',
      ends: [],
    },
    {
      table: 'office.conclusion_amendment',
      holds:
        'what a town or an association has proposed and why, what was decided and why, and the ids of who sent and who decided it',
      keeps: named,
      why: 'those who took part can see how the text came to be',
      ends: [],
    },
    {
      table: 'office.conclusion_note',
      holds: 'what an office has told of what it took on, with the day and the id of who told it',
      keeps: named,
      why: 'the next meeting looks at what became of it',
      ends: [],
    },
    {
      table: 'office.meeting_question',
      holds: 'what a town has asked a meeting, the answer, and the ids of who asked and who answered',
      keeps: named,
      why: 'the archive of all meetings',
      ends: [],
    },
    {
      table: 'published.meeting_question',
      holds: 'questions that were published with their answers',
      keeps: named,
      why: 'the archive of all meetings',
      ends: [],
    },
    {
      table: 'published.conclusion_set',
      holds: 'what a meeting has adopted and how hands were raised, as counts',
      keeps: named,
      why: 'the archive of all meetings',
      ends: [],
    },
    {
      table: 'published.conclusion',
      holds: 'translations of it, which office owns it, how far it is',
      keeps: named,
      why: 'everybody can see what became of it',
      ends: [],
    },
  ],
  nothingPersonal: [{ table: 'published.conclusion_look', reason: 'ids, days and states' }],
}
