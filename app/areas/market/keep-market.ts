/** A town says which of its practices it shows at a meeting; the host gives each a stand and an hour. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { type Meeting, meetingTag } from '../meetings/index.ts'
import type { MarketDeps } from './deps.ts'
import type { Placed } from './stand-rules.ts'
import { deleteStands, insertStands, lockMarket, placeStand, standsOf } from './stand-store.ts'

type Deps = Pick<MarketDeps, 'database'>

async function told(tx: Tx, act: Act, { id, year }: Meeting, authority: string | null): Promise<void> {
  await recordAudit(tx, act, { authority, subject: `market ${id}`, detail: { year } })
  await announceChange(tx, [meetingTag(year)])
}

/** @param wanted its own that are public: what is not among them is offered no more. */
export async function offerPractices(
  { database }: Deps,
  act: Act,
  meeting: Meeting,
  { authority, wanted }: { readonly authority: string; readonly wanted: readonly string[] },
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await lockMarket(tx, meeting.id)
    const own = (await standsOf(tx, meeting.id)).filter((one) => one.authority === authority).map((one) => one.practice)
    const [fresh, gone] = [wanted.filter((one) => !own.includes(one)), own.filter((one) => !wanted.includes(one))]
    if (fresh.length + gone.length === 0) return
    await insertStands(tx, { meeting: meeting.id, authority }, fresh, act.at)
    await deleteStands(tx, meeting.id, gone)
    await told(tx, act, meeting, authority)
  })
}

/** @param given.seen the revision that the form was made from. */
export async function placePractice(
  { database }: Deps,
  act: Act,
  meeting: Meeting,
  given: { readonly practice: string; readonly placed: Placed; readonly seen: number },
): Promise<'kept' | 'gone' | 'conflict'> {
  return database.db.transaction().execute(async (tx) => {
    await lockMarket(tx, meeting.id)
    const current = (await standsOf(tx, meeting.id)).find(({ practice }) => practice === given.practice)
    if (!current) return 'gone'
    const { stand, day, starts, ends } = given.placed
    const isSame = current.stand === stand && current.day === day && current.starts === starts && current.ends === ends
    if (isSame) return 'kept'
    if (current.revision !== given.seen) return 'conflict'
    await placeStand(tx, meeting.id, given.practice, given.placed)
    await told(tx, act, meeting, meeting.host)
    return 'kept'
  })
}
