/** What questions of towns to their association need from other areas. */
import { peopleOf, peopleOfAssociations, personNames, readPerson } from './areas/accounts/index.ts'
import { readAskingContact, readAssociations } from './areas/associations/index.ts'
import { readAuthorities, transliterate } from './areas/authorities/index.ts'
import { parseDate } from './areas/checklist/index.ts'
import type { QuestionsDeps, QuestionsOfficeDeps } from './areas/questions/index.ts'
import { supportersOf } from './areas/trail/index.ts'
import type { Services } from './services.ts'

type Given = Pick<Services, 'config' | 'database' | 'clock' | 'notify' | 'jobs'>

export function questionsDepsOf({ config, database, clock, notify, jobs }: Given): QuestionsDeps {
  return {
    ...{ config, database, clock, notify },
    readyToNotify: () => jobs.start(),
    readTowns: readAuthorities,
    readAssociations,
    officeOf: (db, authority, approversAlone) =>
      peopleOf(db, authority, approversAlone ? ['approver'] : ['officer', 'approver']),
    coordinatorsOf: (db, association) => peopleOfAssociations(db, [association], 'coordinator'),
    readPerson,
    askingAddress: async (db, association) => (await readAskingContact(db, association))?.email ?? null,
  }
}

export function questionsOfficeDepsOf(services: Services): QuestionsOfficeDeps {
  const { database, clock } = services
  return {
    ...questionsDepsOf(services),
    personNames: (ids) => personNames(database.db, ids),
    isLetIn: async (authority, association) =>
      (await supportersOf(database.db, authority, clock.now())).includes(association),
    comparable: transliterate,
    parseDate,
  }
}
