/** What families look for in the towns of an association and do not find. */
import type { Db } from '../../../platform/db/tables.ts'
import { type ToldNeed, toldMonths, toldNeeds } from './need-rules.ts'
import { readMembersNeeds } from './need-store.ts'

/** In the last twelve complete months, most searched first; small counts are left out as they are for a town. */
export async function membersNeeds(db: Db, association: string, today: Temporal.PlainDate): Promise<ToldNeed[]> {
  return toldNeeds(await readMembersNeeds(db, association, toldMonths(today)), today)
}
