/** What conclusions of meetings need from other areas. */
import { peopleOf, peopleOfAssociations, peopleOfInstance } from './areas/accounts/index.ts'
import { associationsIn, readAssociations } from './areas/associations/index.ts'
import { countryName, findExactlyToday, readAuthorities } from './areas/authorities/index.ts'
import { givesPlaceAway } from './areas/checklist/index.ts'
import {
  type ConclusionPagesDeps,
  type ConclusionsDeps,
  type ConclusionsOfficeDeps,
  countFigures,
  hasSigned,
} from './areas/conclusions/index.ts'
import { sendersAt } from './areas/delegations/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import { namesContact } from './areas/standards/index.ts'
import { createCountedSeldom } from './platform/page-cache/counted-seldom.ts'
import type { Services } from './services.ts'
import { byName } from './ui/lists.ts'

type Given = Pick<Services, 'database' | 'clock' | 'notify' | 'jobs'>

/**
 * Whose people had a place. A meeting whose delegations were not entered here, or are deleted, is one of the signatories in
 * force.
 */
export const tookPart: ConclusionsDeps['tookPart'] = async (db, meeting, { authority, association }) => {
  const senders = await sendersAt(db, meeting.id)
  if (senders.length === 0) return authority !== null && hasSigned(db, authority)
  return senders.some(({ kind, id }) => kind !== 'guest' && id === (authority ?? association))
}

export function conclusionsDepsOf({ database, clock, notify, jobs }: Given): ConclusionsDeps {
  return {
    ...{ database, clock, notify, readAssociations, readTowns: readAuthorities },
    readyToNotify: () => jobs.start(),
    officeOf: (db, authority, approversAlone) =>
      peopleOf(db, authority, approversAlone ? ['approver'] : ['officer', 'approver']),
    coordinatorsOf: (db, association) => peopleOfAssociations(db, [association], 'coordinator'),
    secretariatPeople: (db) => peopleOfInstance(db, 'secretariat'),
    tookPart,
  }
}

export function conclusionsOfficeDepsOf(services: Services): ConclusionsOfficeDeps {
  const { database, config, i18n, reference } = services
  const { db } = database
  const { languages, countries } = reference
  return {
    ...conclusionsDepsOf(services),
    ...{ i18n, languages, givesPlaceAway, namesContact, instanceName: config.instanceName },
    ...{ firstSet: reference.firstConclusions, earlier: reference.earlierMeetings },
    countryOptions: (tag) =>
      countries.list
        .map(({ iso }) => ({ value: iso, text: countryName(iso, tag), name: countryName(iso, tag) }))
        .toSorted(byName(tag))
        .map(({ value, text }) => ({ value, text })),
    findTowns: async (country, name) => (countries.byIso(country) ? findExactlyToday(db, country, name) : []),
    associationsIn: async (country) => readAssociations(db, await associationsIn(db, country)),
  }
}

export function conclusionPagesDepsOf({ reference }: Services, helpPages: HelpPagesDeps): ConclusionPagesDeps {
  const { site, database, pageCache, clock } = helpPages
  const counted = createCountedSeldom(clock, () =>
    database.read((db) => countFigures(db, clock.now().toZonedDateTimeISO('UTC').year)),
  )
  return {
    ...{ site, database, pageCache, clock, languages: reference.languages, firstSet: reference.firstConclusions },
    ...{ readTowns: readAuthorities, readAssociations, figures: () => counted.read() },
  }
}
