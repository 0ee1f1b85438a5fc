/** What progress reports need from other areas. */
import { findActor, peopleOfInstance } from './areas/accounts/index.ts'
import { readAssociations } from './areas/associations/index.ts'
import { countryName, readAuthorities } from './areas/authorities/index.ts'
import { type Checklist, countCurrent, givesPlaceAway, parseDate } from './areas/checklist/index.ts'
import { eventsBetween } from './areas/events/index.ts'
import type { ChecklistCounts, ReportsDeps, ReportsOfficeDeps } from './areas/reports/index.ts'
import { namesContact } from './areas/standards/index.ts'
import { plansDepsOf } from './plans-deps.ts'
import type { Db } from './platform/db/tables.ts'
import type { Services } from './services.ts'

type Given = Pick<Services, 'database' | 'clock' | 'notify' | 'jobs'>

/** @param checklist of the reference data. */
export function reportsDepsOf(services: Given, checklist: Checklist): ReportsDeps {
  return {
    ...plansDepsOf(services),
    ...{ readReviewer, namesContact, givesPlaceAway },
    readEvents: eventsBetween,
    countChecklist: (db, authority) => countChecklist(db, checklist, authority),
  }
}

export function reportsOfficeDepsOf(services: Services): ReportsOfficeDeps {
  const { config, database, i18n, reference } = services
  return {
    ...reportsDepsOf(services, reference.checklist),
    ...{ i18n, parseDate, countryName, instanceName: config.instanceName },
    reviewers: () => peopleOfInstance(database.db, 'reviewer'),
  }
}

/** A peer works for towns or associations of their own: their countries are where these are. */
export const readReviewer: ReportsDeps['readReviewer'] = async (db, person) => {
  const actor = await findActor(db, person)
  if (!actor?.roles.some(({ role, scope }) => role === 'reviewer' && scope.kind === 'instance')) return undefined
  const idsOf = (kind: 'authority' | 'association') => [
    ...new Set(actor.roles.flatMap(({ scope }) => (scope.kind === kind ? [scope.id] : []))),
  ]
  const towns = idsOf('authority')
  const places = [...(await readAuthorities(db, towns)), ...(await readAssociations(db, idsOf('association')))]
  return { person, name: actor.name, towns, countries: [...new Set(places.map(({ country }) => country))] }
}

/** What the town's page says of its checklist today. */
async function countChecklist(db: Db, checklist: Checklist, authority: string): Promise<ChecklistCounts | null> {
  const published = await countCurrent(db, authority)
  return published ? { kinds: checklist.kinds.length, ...published } : null
}
