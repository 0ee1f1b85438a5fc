/** An association begins: what whoever runs the instance says about it, once. */
import { z } from 'zod'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { ensureAssociation, findAssociation } from './directory-store.ts'

const name = z.string().trim().min(1).max(200)

export const newAssociation = z.strictObject({
  /** ISO 3166-1, upper case. */
  country: z.string().regex(/^[A-Z]{2}$/),
  slug: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** As it calls itself. */
  name,
  /** In further languages, by code. */
  names: z.record(z.string(), name),
  web: z.url({ protocol: /^https?$/ }).nullable(),
})
type NewAssociation = z.infer<typeof newAssociation>

/** @returns false where its country has one at this address already: it stays as it is. */
export function addAssociation(
  { database }: { readonly database: Pick<Database, 'db'> },
  act: Act,
  given: NewAssociation,
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    if (await findAssociation(tx, given.country, given.slug)) return false
    const id = newId()
    await ensureAssociation(tx, { ...given, id, demonstration: false, source: act.name }, [], act.at)
    await recordAudit(tx, act, { authority: null, subject: `association ${id}` })
    return true
  })
}
