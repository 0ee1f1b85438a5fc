/** What the European Day needs from other areas. */
import { givesPlaceAway, languageListText, parseLanguageList } from './areas/checklist/index.ts'
import {
  dayPackage,
  type EventPagesDeps,
  type EventsDeps,
  type EventsOfficeDeps,
  type FeedEntries,
} from './areas/events/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import { namesContact } from './areas/standards/index.ts'
import { readPackageTitles, readTitles, toolkitTag } from './areas/toolkit/index.ts'
import { plansDepsOf } from './plans-deps.ts'
import type { Database } from './platform/db/database.ts'
import { createKeptFacts, type KeptFacts } from './platform/page-cache/kept-facts.ts'
import type { Services } from './services.ts'

type Given = Pick<Services, 'database' | 'clock' | 'notify' | 'jobs'>

const eventsDepsOf = (services: Given): EventsDeps => ({ ...plansDepsOf(services), givesPlaceAway, namesContact })

const titlesOf = (database: Pick<Database, 'read'>) => (language: string) =>
  database.read((db) => readTitles(db, language))

export function eventsOfficeDepsOf(services: Services): EventsOfficeDeps {
  const { config, i18n, reference } = services
  const { languages } = reference
  return {
    ...eventsDepsOf(services),
    ...{
      i18n,
      languages,
      readTitles: titlesOf(services.database),
      instanceName: config.instanceName,
      baseUrl: config.baseUrl,
    },
    readLanguages: (text) => {
      const read = parseLanguageList(text, languages)
      return 'codes' in read ? read.codes : undefined
    },
    languagesText: (codes) => languageListText(codes, languages),
  }
}

/** Four languages of both kinds of feeds: of 20,000 events in 46 countries one takes about a third of a megabyte. */
const partsInMemory = 46 * 8

/** Parts of feeds in memory: thrown away when an event of their country changes. */
export const createFeedEntries = (): KeptFacts<FeedEntries> => createKeptFacts(partsInMemory)

export function eventPagesDepsOf(
  { reference }: Services,
  helpPages: HelpPagesDeps,
  feedEntries: KeptFacts<FeedEntries>,
): EventPagesDeps {
  const { site, database, pageCache, pictures, papers, armsOf, clock } = helpPages
  const { languages, eventKit: kit } = reference
  const memories = { pageCache, pictures, papers, armsOf, feedEntries }
  const readForTheDay = (language: string) => database.read((db) => readPackageTitles(db, dayPackage, language))
  const titles = { readTitles: titlesOf(database), readForTheDay, toolkitTag }
  return { site, database, ...memories, clock, languages, kit, ...titles }
}
