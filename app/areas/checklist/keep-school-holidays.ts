import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { ChecklistDeps } from './deps.ts'
import type { DateRange } from './hours/school-holidays.ts'
import { same } from './same.ts'
import { ownSchoolHolidays, writeSchoolHolidays } from './school-holiday-store.ts'
import { sha256Of } from './snapshot-store.ts'
import { lockTown } from './town-store.ts'

export const schoolHolidayStamp = (ranges: readonly DateRange[]): string => sha256Of(ranges)

/**
 * Live at once for the authority and all that belong to it: whether a service is open depends on them, not what it says.
 *
 * @param given.ranges in order, none twice. @param given.seen stamp of what the form showed.
 * @returns `late` where a colleague has entered others meanwhile.
 */
export async function keepSchoolHolidays(
  { database }: Pick<ChecklistDeps, 'database'>,
  act: Act,
  authority: string,
  { ranges, seen }: { readonly ranges: readonly DateRange[]; readonly seen: string },
): Promise<'saved' | 'late'> {
  return database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const current = await ownSchoolHolidays(tx, authority)
    if (same(current, ranges)) return 'saved'
    if (schoolHolidayStamp(current) !== seen) return 'late'
    await writeSchoolHolidays(tx, authority, ranges)
    await recordAudit(tx, act, { authority, subject: 'school holidays', detail: { ranges: ranges.length } })
    await announceChange(tx, [authority])
    return 'saved'
  })
}
