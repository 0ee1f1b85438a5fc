import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { type Choices, type ChoosableKind, isChoosable, type Timing, timings } from './rules.ts'

/** One form of a person at a time: the second click sees what the first one chose. */
export async function lockChoices(tx: Db, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`choices:${person}`}, 0))`.execute(tx)
}

/** What the person has chosen; kinds they never chose for are left out. */
export async function readChoices(db: Db, person: string): Promise<Choices> {
  const rows = await db
    .selectFrom('notifications.choice')
    .select(['kind', 'timing'])
    .where('person', '=', person)
    .execute()
  const choices: Partial<Record<ChoosableKind, Timing>> = {}
  for (const { kind, timing } of rows) {
    const known = timings.find((each) => each === timing)
    if (known && isChoosable(kind)) choices[kind] = known
  }
  return choices
}

export async function writeChoice(
  db: Db,
  given: { person: string; kind: ChoosableKind; timing: Timing; at: Temporal.Instant },
): Promise<void> {
  const { person, kind, timing } = given
  const changed_at = new Date(given.at.epochMilliseconds)
  await db
    .insertInto('notifications.choice')
    .values({ person, kind, timing, changed_at })
    .onConflict((conflict) => conflict.columns(['person', 'kind']).doUpdateSet({ timing, changed_at }))
    .execute()
}
