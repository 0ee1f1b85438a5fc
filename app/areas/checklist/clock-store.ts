/** Clocks that a town wishes shorter. */
import type { Db } from '../../platform/db/tables.ts'
import type { ChecklistDeps } from './deps.ts'
import { type ChosenClocks, type Clocks, clocksOf, reviewClocks, shorterClocks } from './review-clocks.ts'

export async function readClocks(db: Db, authority: string): Promise<ChosenClocks> {
  const rows = await db
    .selectFrom('office.review_clock')
    .select(['instead_of', 'months'])
    .where('authority', '=', authority)
    .execute()
  return Object.fromEntries(
    rows
      .filter(({ instead_of, months }) =>
        reviewClocks.some((clock) => clock === instead_of && shorterClocks[clock].includes(months)),
      )
      .map(({ instead_of, months }) => [instead_of, months]),
  )
}

/** The clocks by which a town looks at what it says. */
export async function townClocks(
  { checklist, database }: Pick<ChecklistDeps, 'checklist' | 'database'>,
  authority: string,
  db: Db = database.db,
): Promise<Clocks> {
  return clocksOf(checklist, await readClocks(db, authority))
}

export async function writeClocks(tx: Db, authority: string, chosen: ChosenClocks): Promise<void> {
  await tx.deleteFrom('office.review_clock').where('authority', '=', authority).execute()
  const rows = reviewClocks.flatMap((clock) => {
    const months = chosen[clock]
    return months === undefined ? [] : [{ authority, instead_of: clock, months }]
  })
  if (rows.length > 0) await tx.insertInto('office.review_clock').values(rows).execute()
}
