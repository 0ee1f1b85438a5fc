/** What arms and printed copies need from other areas. */
import { peopleOfAssociations } from './areas/accounts/index.ts'
import { associationsOf, readAssociations } from './areas/associations/index.ts'
import { readAuthorities } from './areas/authorities/index.ts'
import { paperAudiences, paperSizes } from './areas/help-pages/index.ts'
import type { PrintsDeps } from './areas/prints/index.ts'
import { resourcesToPrint } from './areas/toolkit/index.ts'
import { announceChange } from './platform/db/change-feed.ts'
import type { Services } from './services.ts'

export function printsDepsOf(services: Services): PrintsDeps {
  const { database, clock, files, fileIntake, notify, jobs, reference } = services
  const papers = paperSizes.flatMap((size) => paperAudiences.map((audience) => ({ size, audience })))
  return {
    ...{ database, clock, files, fileIntake, notify, announceChange, readAssociations },
    associationsOf: async (db, authority) => readAssociations(db, await associationsOf(db, authority)),
    languages: reference.languages,
    readyToNotify: () => jobs.start(),
    readTowns: readAuthorities,
    coordinatorsOf: (db, association) => peopleOfAssociations(db, [association], 'coordinator'),
    resources: resourcesToPrint,
    papers: papers.map(({ size, audience }) => `${size} ${audience}`),
    paperName: ({ t }, word) => {
      const found = papers.find(({ size, audience }) => `${size} ${audience}` === word)
      return found
        ? t('prints.paper', {
            size: t(`paper.size.${found.size}`),
            audience: t(`paper.office.audience.${found.audience}`),
          })
        : word
    },
  }
}
