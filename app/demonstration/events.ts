/** Events of fictional towns around 18 November, and editions with invented themes: `data/demonstration/events.json`. */
import { z } from 'zod'
import { demonstrateEvent, eventAfter, keepEdition } from '../areas/events/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import { demonstrationServiceId } from './service-id.ts'

/** Stays the same for ever: the id is made from it. */
const key = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const yearsAgo = z.int().min(0).max(5)
const invented = /\((?:fictional|fictif|fictief|erfunden|خيالي)\)$/
const file = z.strictObject({
  about,
  editions: z.array(
    z.strictObject({
      yearsAgo,
      themes: z.record(z.string(), z.string().regex(invented)),
      source: z.url(),
    }),
  ),
  events: z.array(
    z.strictObject({
      key,
      authority: z.string(),
      state: z.enum(['draft', 'published', 'cancelled']),
      yearsAgo,
      /** `11-18`. */
      monthDay: z.string().regex(/^\d\d-\d\d$/),
      after: eventAfter.nullable(),
      facts: z.looseObject({
        words: z.record(z.string(), z.looseObject({ title: z.string().regex(invented) })),
      }),
    }),
  ),
})

/**
 * Once: what somebody has changed since stays as it is. Years are told from today, so that there is always one that comes
 * and one that was.
 *
 * @param idOf the id of the authority with a code of the demonstration.
 */
export async function loadEvents(
  database: Pick<Database, 'db'>,
  act: Act,
  idOf: (code: string) => string,
): Promise<void> {
  const { editions, events } = readDataFile('demonstration/events.json', file)
  const thisYear = act.at.toZonedDateTimeISO('UTC').year
  for (const { yearsAgo: ago, themes, source } of editions) {
    const year = thisYear - ago
    const known = database.db.selectFrom('published.event_edition').select('year').where('year', '=', year)
    if (await known.executeTakeFirst()) continue
    await keepEdition({ database }, { ...act, name: 'events.add-edition' }, { year, themes, source, seen: 0 })
  }
  await database.db.transaction().execute(async (tx) => {
    for (const { key: name, authority, state, yearsAgo: ago, monthDay, after, facts } of events) {
      await demonstrateEvent(tx, act, {
        ...{ id: demonstrationServiceId('event', name), authority: idOf(authority), state, after },
        facts: { ...facts, day: `${thisYear - ago}-${monthDay}` },
      })
    }
  })
}
