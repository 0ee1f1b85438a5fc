/** Every morning: towns hear what they should look at, though nobody waits for it. */
import type { Notice } from '../../../platform/mail/notice.ts'
import type { Care } from '../../../platform/session/care.ts'
import type { WatchedTown, WatchingDeps } from '../deps.ts'
import { careNotice } from '../notices.ts'
import { careToTell } from './care-rules.ts'
import { forgetMended, readTold, writeTold } from './care-store.ts'
import { findingCare } from './finding-care.ts'

const batch = 200
const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * One after the other; one that fails does not keep the others from it.
 *
 * @returns how many towns were told. @throws when it failed for some.
 */
export async function tellCare(deps: WatchingDeps): Promise<number> {
  const { db } = deps.database
  await deps.jobs.start()
  let [told, failed] = [0, 0]
  const tell = async (authorities: readonly string[]) => {
    for (const authority of authorities) {
      try {
        if (await tellTown(deps, authority)) told += 1
      } catch (error) {
        failed += 1
        deps.log.error({ error: error instanceof Error ? error.name : typeof error }, 'a town was not told')
      }
    }
  }
  for (let after: string | undefined = beforeAll; after !== undefined; ) {
    const staffed: readonly string[] = await deps.staffedTowns(db, after, batch)
    await tell(staffed)
    after = staffed.at(-1)
  }
  await tell(await deps.nationalOffices(db))
  if (failed > 0) throw new Error(`${failed} towns were not told`)
  return told
}

async function tellTown(deps: WatchingDeps, authority: string): Promise<boolean> {
  const { database, clock } = deps
  const now = clock.now()
  const town = await deps.readAuthority(database.db, authority)
  if (town?.id !== authority || town.status !== 'active') return false
  const people = await deps.officersOf(database.db, authority)
  if (people.length === 0) return false
  const care = [...(await findingCare(database.db, town)), ...(await deps.careOf(town))]
  const lines = careToTell(care, await readTold(database.db, authority), now)
  return database.db.transaction().execute(async (tx) => {
    await forgetMended(tx, authority, care, now)
    const things = lines.flatMap((line) => line.things)
    if (things.length === 0 || !(await writeTold(tx, authority, things, now))) return false
    for (const person of people) await deps.notify(tx, noticeOf(person, town, lines, now))
    return true
  })
}

const noticeOf = (person: string, town: WatchedTown, lines: readonly Care[], now: Temporal.Instant): Notice => ({
  person,
  kind: 'care',
  key: `care ${town.id} ${now.epochMilliseconds}`,
  compose: (translator) => careNotice(translator, town, lines),
})
