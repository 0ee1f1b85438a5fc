/** What good practices need from other areas. */
import { peopleOf, peopleOfAssociations, peopleOfInstance } from './areas/accounts/index.ts'
import { readAssociations } from './areas/associations/index.ts'
import { readAuthorities } from './areas/authorities/index.ts'
import { givesPlaceAway } from './areas/checklist/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import type { LanzaroteDeps } from './areas/lanzarote/index.ts'
import { measureIsPublic } from './areas/plans/index.ts'
import {
  listedWords,
  type PracticePagesDeps,
  type PracticesDeps,
  type PracticesOfficeDeps,
  practicesOfArticle,
  practicesTag,
} from './areas/practices/index.ts'
import { namesNumber, withoutSums } from './areas/standards/index.ts'
import type { Services } from './services.ts'

type Given = Pick<Services, 'database' | 'notify' | 'jobs' | 'config'>

function practicesDepsOf({ database, notify, jobs, config }: Given): PracticesDeps {
  return {
    ...{ database, notify },
    readyToNotify: () => jobs.start(),
    readTowns: readAuthorities,
    readAssociations,
    officeOf: (db, authority) => peopleOf(db, authority, ['officer', 'approver']),
    coordinatorsOf: (db, association) => peopleOfAssociations(db, [association], 'coordinator'),
    secretariatPeople: (db) => peopleOfInstance(db, 'secretariat'),
    instanceName: config.instanceName,
  }
}

export function practicesOfficeDepsOf(services: Services): PracticesOfficeDeps {
  const { languages, checklist, lanzarote } = services.reference
  return {
    ...practicesDepsOf(services),
    ...{ languages, checklist, lanzarote, namesNumber, withoutSums, givesPlaceAway },
    clock: services.clock,
  }
}

export function practicePagesDepsOf(services: Services, helpPages: HelpPagesDeps): PracticePagesDeps {
  const { site, database, pageCache, papers, clock, checklist } = helpPages
  const { languages, lanzarote } = services.reference
  return { site, database, pageCache, papers, clock, checklist, languages, lanzarote, measureIsPublic }
}

/** On one page of an article. */
const mostOfArticle = 5

/** What the pages of the Convention show of practices. */
export function articlePracticesOf({
  database,
}: Pick<Services, 'database'>): Pick<LanzaroteDeps, 'practicesOf' | 'practicesTag'> {
  return {
    practicesTag,
    practicesOf: async (article, language) => {
      const found = await database.read((db) => practicesOfArticle(db, article, mostOfArticle))
      return found.map((one) => ({ ...listedWords(one, language), id: one.id, town: one.town }))
    },
  }
}
