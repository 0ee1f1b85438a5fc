/** What meetings of signatories need from other areas. */
import { peopleOfInstance } from './areas/accounts/index.ts'
import { countryName } from './areas/authorities/index.ts'
import {
  arePublished,
  createConclusionLinks,
  createConclusionSections,
  hasConclusions,
  taskLinks,
} from './areas/conclusions/index.ts'
import { delegationsOfficeLinks, hasRegistration } from './areas/delegations/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import { marketLinks, marketSection } from './areas/market/index.ts'
import type { MeetingPagesDeps, MeetingsDeps, MeetingsOfficeDeps } from './areas/meetings/index.ts'
import { isReleased, programmeOfficeLinks, programmeSection } from './areas/programme/index.ts'
import { signatoriesOf } from './areas/register/index.ts'
import { cycleFor, enterMeetingDay, readCycles } from './areas/reports/index.ts'
import { tookPart } from './conclusions-deps.ts'
import { plansDepsOf } from './plans-deps.ts'
import { readReviewer } from './reports-deps.ts'
import type { Services } from './services.ts'
import { byName } from './ui/lists.ts'
import { urls } from './urls.ts'

const doneElsewhere: MeetingsOfficeDeps['doneElsewhere'] = async (db, { id }) => [
  ...((await isReleased(db, id)) ? (['programme'] as const) : []),
  ...((await hasRegistration(db, id)) ? (['registration'] as const) : []),
  ...((await arePublished(db, id)) ? (['conclusions'] as const) : []),
]

function meetingsDepsOf(services: Services): MeetingsDeps {
  const { db } = services.database
  return {
    ...plansDepsOf(services),
    ...{ enterMeetingDay, readReviewer },
    hasSigned: async (reader, authority) =>
      (await signatoriesOf(reader, authority)).some(({ status }) => status === 'signed'),
    secretariatPeople: (reader) => peopleOfInstance(reader, 'secretariat'),
    reviewers: () => peopleOfInstance(db, 'reviewer'),
  }
}

export function meetingsOfficeDepsOf(services: Services): MeetingsOfficeDeps {
  const { config, i18n, reference } = services
  const { countries, languages } = reference
  const conclusionLinks = createConclusionLinks({ tookPart })
  return {
    ...meetingsDepsOf(services),
    ...{
      i18n,
      languages,
      instanceName: config.instanceName,
      ...{ files: services.files, fileIntake: services.fileIntake },
      linksOf: [programmeOfficeLinks, delegationsOfficeLinks, marketLinks, conclusionLinks],
      linksAfter: conclusionLinks,
      ...{ hasConclusions, taskLinks, doneElsewhere },
    },
    countryOptions: (tag) =>
      countries.list
        .map(({ iso }) => ({ value: iso, text: countryName(iso, tag), name: countryName(iso, tag) }))
        .toSorted(byName(tag)),
    zoneOf: (country) => countries.byIso(country)?.timeZone,
    reportsDue: async (db, day) => cycleFor(await readCycles(db), day)?.due,
  }
}

export function meetingPagesDepsOf({ reference, files }: Services, helpPages: HelpPagesDeps): MeetingPagesDeps {
  const { site, database, pageCache, clock } = helpPages
  const { firstConclusions } = reference
  return {
    ...{ site, database, pageCache, clock, files },
    ...{ languages: reference.languages, earlier: reference.earlierMeetings },
    sectionsOf: [programmeSection, marketSection, createConclusionSections(firstConclusions)],
    earlierSections: (year, { t, language }) =>
      year === firstConclusions.meeting
        ? [
            {
              ...{ id: 'conclusions', title: t('conclusion.public.heading') },
              lines: [{ text: t('conclusion.title', { year: `${year}` }), href: urls.conclusions(language, year) }],
            },
          ]
        : [],
  }
}
