/** Who says that they used a piece. */
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Owner } from './piece-rules.ts'

export interface Use {
  readonly association: Owner
  readonly sentence: string
  readonly saidAt: Temporal.Instant
}

/** The newest first. */
export async function readUses(db: Db, piece: string): Promise<Use[]> {
  const rows = await db
    .selectFrom('office.shared_use')
    .select(['association', 'sentence', 'said_at'])
    .where('piece', '=', piece)
    .orderBy('said_at', 'desc')
    .execute()
  return rows.map(({ said_at, ...row }) => ({
    ...row,
    saidAt: Temporal.Instant.fromEpochMilliseconds(said_at.getTime()),
  }))
}

/** In the place of what they said before. @returns what it was: undefined where they had said nothing. */
export async function writeUse(
  tx: Tx,
  piece: string,
  said: {
    readonly association: Owner
    readonly sentence: string
    readonly by: string | null
    readonly at: Temporal.Instant
  },
): Promise<string | undefined> {
  const { association, sentence, by, at } = said
  const before = await tx
    .selectFrom('office.shared_use')
    .select('sentence')
    .where('piece', '=', piece)
    .where('association', 'is not distinct from', association)
    .executeTakeFirst()
  if (before?.sentence === sentence) return before.sentence
  const values = { sentence, said_at: new Date(at.epochMilliseconds), said_by: by }
  await tx
    .insertInto('office.shared_use')
    .values({ piece, association, ...values })
    .onConflict((conflict) => conflict.columns(['piece', 'association']).doUpdateSet(values))
    .execute()
  return before?.sentence
}
