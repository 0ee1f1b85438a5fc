/** The secretariat adds an edition, or changes its theme. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { EventsDeps } from './deps.ts'
import { type Edition, lockEditions, writeEdition } from './edition-store.ts'
import { editionsTag, yearTag } from './public-tag.ts'

interface GivenEdition extends Pick<Edition, 'year' | 'themes' | 'source'> {
  /** The revision that the form was made from; 0: a new one. */
  readonly seen: number
}

export async function keepEdition(
  { database }: Pick<EventsDeps, 'database'>,
  act: Act,
  { year, themes, source, seen }: GivenEdition,
): Promise<'kept' | 'conflict'> {
  return database.db.transaction().execute(async (tx) => {
    const current = (await lockEditions(tx)).find((one) => one.year === year)
    if (current && isDeepStrictEqual([current.themes, current.source], [themes, source])) return 'kept'
    // An event may have made an edition of that year, which says nothing yet.
    const isBlank = current && Object.keys(current.themes).length === 0
    if (current && current.revision !== seen && !(isBlank && seen === 0)) return 'conflict'
    await writeEdition(tx, { year, themes, source, demonstration: act.actor === 'demonstration' }, act.at)
    await announceChange(tx, [editionsTag, yearTag(year)])
    await recordAudit(tx, act, { authority: null, subject: `event edition ${year}`, detail: { year } })
    return 'kept'
  })
}
