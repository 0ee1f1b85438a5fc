/** A fictional meeting that was held and the next, for which a host is looked for: `data/demonstration/meetings.json`. */
import { z } from 'zod'
import { demonstrateMeetings } from '../areas/meetings/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import { about, type Frozen, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import { demonstrationServiceId } from './service-id.ts'

const texts = z.record(z.string(), z.string().regex(/\((?:fictional|fictif|erfunden|خيالي)\)$/))
/** Days from today. */
const days = z.int()
const call = z.strictObject({
  opens: days,
  deadline: days,
  scoresBy: days,
  requirements: texts,
  criteria: z.array(z.strictObject({ weight: z.int().min(1), names: z.record(z.string(), z.string().min(1)) })).min(1),
})
const file = z.strictObject({
  about,
  meetings: z.array(
    z.strictObject({
      /** Stays the same for ever: the id is made from it. */
      key: z.string().regex(/^[a-z]+$/),
      /** Months from today; cycles of reports name the same day. */
      starts: z.int(),
      /** After the first. */
      moreDays: z.int().min(0),
      /** Code of the town, which has signed; null: nobody has been chosen yet. */
      host: z.string().nullable(),
      place: z.string(),
      country: z.string().nullable(),
      timeZone: z.string(),
      about: texts,
      call: call.nullable(),
    }),
  ),
})
type Given = Frozen<z.infer<typeof file>['meetings'][number]>

const daysOf = (today: Temporal.PlainDate, starts: number, moreDays: number) => {
  const first = today.add({ months: starts })
  return { year: first.year, starts: first.toString(), ends: first.add({ days: moreDays }).toString() }
}

function callOf(today: Temporal.PlainDate, zone: string, given: NonNullable<Given['call']>) {
  const moment = (after: number, plainTime: string) =>
    today.add({ days: after }).toZonedDateTime({ timeZone: zone, plainTime }).toInstant()
  const { opens, deadline, scoresBy, ...words } = given
  return {
    ...{ opens: moment(opens, '09:00'), deadline: moment(deadline, '17:00'), zone, documents: [] },
    ...{ scoresBy: today.add({ days: scoresBy }).toString(), ...words },
  }
}

/** @param idOf the id of the authority with a code of the demonstration. */
export async function loadMeetings(
  database: Pick<Database, 'db'>,
  act: Act,
  idOf: (code: string) => string,
): Promise<void> {
  const today = act.at.toZonedDateTimeISO('UTC').toPlainDate()
  const { meetings } = readDataFile('demonstration/meetings.json', file)
  const all = meetings.map(({ key, starts, moreDays, host, call: wanted, ...words }) => ({
    id: demonstrationServiceId('meeting', key),
    facts: { ...words, ...daysOf(today, starts, moreDays), kind: 'signatories' as const, source: '' },
    host: host === null ? null : idOf(host),
    call: wanted && callOf(today, words.timeZone, wanted),
  }))
  await demonstrateMeetings(database, act, all)
}
