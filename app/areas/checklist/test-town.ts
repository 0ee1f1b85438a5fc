/** Fictional towns and services for the tests of this area. */
import { type Act, actOf } from '../../platform/audit/audit.ts'
import { fixedClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import { newId } from '../../platform/ids.ts'
import { loadHelplines } from '../helplines/index.ts'
import { loadCompleteness } from './completeness-data.ts'
import type { ImportDeps } from './deps.ts'
import { loadChecklist } from './kinds.ts'
import { type LocalText, type ServiceFacts, serviceFacts } from './schema.ts'

export { writeSchoolHolidays } from './school-holiday-store.ts'

export const now = '2026-03-10T10:00:00Z'

export const text = (words: string, language = 'en'): LocalText => ({ [language]: { text: words, origin: 'person' } })

export const facts = (given: Partial<ServiceFacts> = {}): ServiceFacts => ({
  ...serviceFacts.parse({ kinds: ['child-helpline'], name: text('Listening Ear') }),
  ...given,
})

export const at = (street: string, town = 'Example Town'): ServiceFacts['place'] => ({
  type: 'addresses',
  addresses: [
    { street, extra: '', postcode: '1234 ZZ', town, latitude: 52.370217, longitude: 4.895168, directions: {} },
  ],
})

export const testDeps = (database: Database): ImportDeps => ({
  database,
  clock: fixedClock(now),
  checklist: loadChecklist(),
  completeness: loadCompleteness(),
  helplines: loadHelplines(),
  languages: loadLanguages(),
  placeHidden: async () => undefined,
  confirmers: { faults: () => [], fill: async (_tx, _act, _authority, said) => said.map(() => 'kept' as const) },
  tellContactChanges: async () => undefined,
})

export const actAs = (actor: string, name = 'checklist.test'): Act => actOf(actor, name, Temporal.Instant.from(now))

/** A town with nothing in it but what is given. @returns its id. */
export async function addTown(
  database: Database,
  given: {
    slug?: string
    kind?: string
    successor?: string
    timeZone?: string
    within?: string
    country?: string
  } = {},
): Promise<string> {
  const id = newId()
  await database.db
    .insertInto('published.authority')
    .values({
      id,
      kind: given.kind ?? 'municipality',
      country: given.country ?? 'NL',
      slug: given.slug ?? `town-${id}`,
      name: 'Example Town',
      names: '{}',
      official_languages: ['nl'],
      time_zone: given.timeZone ?? 'Europe/Amsterdam',
      domains: [],
      status: given.successor ? 'merged' : 'active',
      successor: given.successor ?? null,
      demonstration: true,
      source: 'test',
      facts_sha256: '',
      changed_at: new Date(now),
    })
    .execute()
  // What an area offers to those who belong to it stands on their pages unasked.
  if (given.within) {
    await database.db.insertInto('published.authority_area').values({ authority: id, area: given.within }).execute()
  }
  return id
}
