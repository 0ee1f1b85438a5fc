/** Conclusions of a fictional meeting that was held: `data/demonstration/conclusions.json`. */
import { z } from 'zod'
import { demonstrateConclusions } from '../areas/conclusions/index.ts'
import { readMeetings, stageOf } from '../areas/meetings/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import { demonstrationServiceId } from './service-id.ts'

const invented = /\((?:fictional|fictif|erfunden|خيالي)\)$/
const count = z.int().min(0)
const file = z.strictObject({
  about,
  votes: z.strictObject({ for: count, against: count, abstained: count }),
  conclusions: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        body: z.string().regex(invented),
        asks: z.string(),
        translations: z.record(z.string(), z.string().regex(invented)),
        /** Code of the town; null: the secretariat's. */
        authority: z.string().nullable(),
        /** Years after the meeting. */
        years: z.int().min(1).max(3),
        state: z.enum(['open', 'under-way', 'done', 'dropped']),
        told: z.string().min(1),
      }),
    )
    .min(1),
})

/** Of the newest fictional meeting that was held, where there is one. @param idOf the id of the authority with a code. */
export async function loadConclusions(
  database: Pick<Database, 'db'>,
  act: Act,
  idOf: (code: string) => string,
): Promise<void> {
  const today = act.at.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const meetings = await readMeetings(database.db)
  const held = meetings.find((one) => one.demonstration && stageOf(one, today) === 'held')
  if (!held?.ends) return
  const { ends } = held
  const { votes, conclusions } = readDataFile('demonstration/conclusions.json', file)
  await demonstrateConclusions(database, act, held, {
    ...{ on: ends, votes },
    conclusions: conclusions.map(({ key, authority, years, ...one }) => ({
      ...one,
      id: demonstrationServiceId('conclusion', key),
      note: demonstrationServiceId('conclusion-note', key),
      authority: authority === null ? null : idOf(authority),
      due: Temporal.PlainDate.from(ends).add({ years }).toString(),
    })),
  })
}
