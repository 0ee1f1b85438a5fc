/** What the European Day needs from other areas. */
import { givesPlaceAway, languageListText, parseLanguageList } from './areas/checklist/index.ts'
import type { EventPagesDeps, EventsDeps, EventsOfficeDeps } from './areas/events/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import { namesContact } from './areas/standards/index.ts'
import { plansDepsOf } from './plans-deps.ts'
import type { Services } from './services.ts'

type Given = Pick<Services, 'database' | 'clock' | 'notify' | 'jobs'>

const eventsDepsOf = (services: Given): EventsDeps => ({ ...plansDepsOf(services), givesPlaceAway, namesContact })

export function eventsOfficeDepsOf(services: Services): EventsOfficeDeps {
  const { config, i18n, reference } = services
  const { languages } = reference
  return {
    ...eventsDepsOf(services),
    ...{ i18n, languages, instanceName: config.instanceName, baseUrl: config.baseUrl },
    readLanguages: (text) => {
      const read = parseLanguageList(text, languages)
      return 'codes' in read ? read.codes : undefined
    },
    languagesText: (codes) => languageListText(codes, languages),
  }
}

export function eventPagesDepsOf({ reference }: Services, helpPages: HelpPagesDeps): EventPagesDeps {
  const { site, database, pageCache, pictures, papers, clock } = helpPages
  return { site, database, pageCache, pictures, papers, clock, languages: reference.languages, kit: reference.eventKit }
}
