/** What the last look at a town's website has shown. */
import { z } from 'zod'
import type { Db } from '../../platform/db/tables.ts'
import { findingTones, seenCodes, unseenCodes, type WebsiteFinding } from './finding-rules.ts'

const findings = z.array(
  z.strictObject({
    code: z.enum([...unseenCodes, ...seenCodes]),
    tone: z.enum(findingTones),
    details: z.array(z.string()),
  }),
)

export interface KeptLook {
  readonly address: string
  readonly at: Temporal.Instant
  readonly findings: readonly WebsiteFinding[]
  readonly revision: number
}

export async function readLook(db: Db, authority: string): Promise<KeptLook | undefined> {
  const row = await db
    .selectFrom('office.website_look')
    .select(['address', 'looked_at', 'findings', 'revision'])
    .where('authority', '=', authority)
    .executeTakeFirst()
  return (
    row && {
      address: row.address,
      at: Temporal.Instant.fromEpochMilliseconds(row.looked_at.getTime()),
      findings: findings.parse(row.findings),
      revision: row.revision,
    }
  )
}

/**
 * Keeps a look in the place of the one that was there.
 *
 * @param since revision of the one that was there, 0 for none.
 * @returns false, and keeps nothing, where somebody has looked meanwhile.
 */
export async function writeLook(
  tx: Db,
  authority: string,
  look: Omit<KeptLook, 'revision'>,
  since: number,
): Promise<boolean> {
  const values = {
    address: look.address,
    looked_at: new Date(look.at.epochMilliseconds),
    findings: JSON.stringify(look.findings),
    revision: since + 1,
  }
  const written = await tx
    .insertInto('office.website_look')
    .values({ authority, ...values })
    .onConflict((conflict) =>
      conflict.column('authority').doUpdateSet(values).where('office.website_look.revision', '=', since),
    )
    .returning('authority')
    .executeTakeFirst()
  return written !== undefined
}
