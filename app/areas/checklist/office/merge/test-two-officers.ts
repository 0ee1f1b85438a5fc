/** Two officers of one fictional town, and a service to disagree about. */
import { formOf, type Sent } from '../../../../../tests/page-form.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/ids.ts'
import type { ServiceFacts } from '../../schema.ts'
import { readDraftService, saveService } from '../../service.ts'
import { actAs, addTown, at, facts, text } from '../../test-town.ts'
import { openTestOffice, type TestOffice, testOfficeDeps } from '../test-office.ts'

export const town = { country: 'NL', slug: 'example-town' }

const phone = { number: '0800 1111', label: {}, languages: [], hours: {}, cost: null, showsOnBill: null }
const full = (): ServiceFacts =>
  facts({
    whatHappens: text('Come in'),
    provider: 'The house',
    phones: [{ ...phone, channels: ['voice'], fictional: true }],
    email: 'old@example.org',
    place: at('Market 1'),
    fee: 'free',
    feeNote: text('Always'),
    languages: ['nl'],
    howToComplain: text('Write'),
    areaNote: text('All'),
  })

export async function openTwoOfficers(database: Database) {
  const id = await addTown(database)
  const deps = testOfficeDeps(database, id, await addTown(database, { kind: 'region' }))
  return {
    id,
    deps,
    anna: openTestOffice(deps, id, 'anna@example.org'),
    bert: openTestOffice(deps, id, 'bert@example.org'),
    addService: async (given = full()): Promise<string> => {
      const service = newId()
      await saveService(deps, actAs('anna'), id, service, given, 0)
      return service
    },
    now: async (service: string) => (await readDraftService(database.db, id, service))?.facts,
  }
}

export type TwoOfficers = Awaited<ReturnType<typeof openTwoOfficers>>

/** The form of a page as a browser would send it back, with what was typed over it. */
export async function open(who: TestOffice, path: string, typed: Sent = {}): Promise<Sent> {
  return { ...formOf(await (await who.get(path)).text()), ...typed }
}
