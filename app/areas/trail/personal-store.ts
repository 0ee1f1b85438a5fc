import type { ReadSet } from '../../platform/privacy/personal-data.ts'

/** What others did about a person: roles given and taken, links issued, an end announced. Who did it stands as an office. */
export const actsAboutPerson: ReadSet = {
  key: 'acts_about_me',
  group: 'trail',
  from: 'audit.record',
  byId: ['subject'],
  read: (db, { id }) =>
    db
      .selectFrom('audit.record')
      .select(['at', 'action', 'actor', 'authority', 'detail'])
      .where('subject', '=', id)
      .where((row) => row.or([row('person', 'is', null), row('person', '<>', id)]))
      .orderBy('id')
      .execute(),
}
