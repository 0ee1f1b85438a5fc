import type { Retention } from '../../platform/privacy/retention.ts'

export const eventsRetention: Retention = {
  rules: [
    {
      table: 'office.event',
      holds:
        'what a town does on the European Day, and the ids of who changed it last and who asked for a second person',
      keeps:
        'as long as the town; whoever is named in it goes with the person; no place where it is for invited children',
      why: 'next year begins with it, and the progress report',
      ends: [],
    },
    {
      table: 'published.event',
      holds:
        'the newest of what a town has published of an event; offices are named, and persons where a town has named one',
      keeps: 'for ever; whoever is named in it goes with the person',
      why: 'lists and calendars are made of it',
      ends: [],
    },
    {
      table: 'published.event_version',
      holds: 'the same, as it was published each time',
      keeps:
        'for ever; whoever is named in it goes with the person; a place goes when it becomes one for invited children',
      why: 'what was announced can be compared with what was done',
      ends: [],
    },
  ],
  nothingPersonal: [{ table: 'published.event_edition', reason: 'years and their themes' }],
}
