/** What meetings of signatories need from other areas. */
import { peopleOfInstance } from './areas/accounts/index.ts'
import { countryName } from './areas/authorities/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import type { MeetingPagesDeps, MeetingsDeps, MeetingsOfficeDeps } from './areas/meetings/index.ts'
import { signatoriesOf } from './areas/register/index.ts'
import { enterMeetingDay } from './areas/reports/index.ts'
import { plansDepsOf } from './plans-deps.ts'
import { readReviewer } from './reports-deps.ts'
import type { Services } from './services.ts'
import { byName } from './ui/lists.ts'

function meetingsDepsOf(services: Services): MeetingsDeps {
  const { db } = services.database
  return {
    ...plansDepsOf(services),
    ...{ enterMeetingDay, readReviewer },
    hasSigned: async (reader, authority) =>
      (await signatoriesOf(reader, authority)).some(({ status }) => status === 'signed'),
    reviewers: () => peopleOfInstance(db, 'reviewer'),
  }
}

export function meetingsOfficeDepsOf(services: Services): MeetingsOfficeDeps {
  const { config, i18n, reference } = services
  const { countries, languages } = reference
  return {
    ...meetingsDepsOf(services),
    ...{ i18n, languages, instanceName: config.instanceName, linksOf: [] },
    countryOptions: (tag) =>
      countries.list
        .map(({ iso }) => ({ value: iso, text: countryName(iso, tag), name: countryName(iso, tag) }))
        .toSorted(byName(tag)),
    zoneOf: (country) => countries.byIso(country)?.timeZone,
  }
}

export function meetingPagesDepsOf({ reference }: Services, helpPages: HelpPagesDeps): MeetingPagesDeps {
  const { site, database, pageCache, clock } = helpPages
  return {
    ...{ site, database, pageCache, clock },
    ...{ languages: reference.languages, earlier: reference.earlierMeetings, sectionsOf: [] },
  }
}
