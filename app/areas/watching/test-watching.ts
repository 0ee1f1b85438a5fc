/** What tests of other parts need of this area. */

import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import { replaceFindings } from './findings/finding-store.ts'

export { takeReportsOut } from './reports.ts'

/** A web address of a town's service has moved to another, as the night would have found. @returns the finding's id. */
export async function plantMovedLink(
  db: Db,
  given: { authority: string; service: string; from: string; to: string },
): Promise<string> {
  const { authority, service: thingId, from: value, to: seen } = given
  const at = Temporal.Now.instant()
  const found = { thing: 'service', thingId, fact: 'web', kind: 'link-moved', value, seen } as const
  // Found anew, whatever somebody said about it before.
  await db.deleteFrom('office.finding').where('authority', '=', authority).execute()
  await replaceFindings(db, authority, [found], { today: at.toZonedDateTimeISO('UTC').toPlainDate(), at })
  const row = await db
    .selectFrom('office.finding')
    .select('id')
    .where('authority', '=', authority)
    .where('value', '=', value)
    .executeTakeFirst()
  return row?.id ?? newId()
}
