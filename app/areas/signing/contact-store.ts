/** Whom the secretariat asks about an application: kept apart, as it goes sooner. */
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Contact } from './form-rules.ts'

export interface KeptContact extends Contact {
  readonly revision: number
}

export async function readContact(db: Db, application: string): Promise<KeptContact | undefined> {
  return db
    .selectFrom('office.pact_contact')
    .select(['name', 'email', 'phone', 'revision'])
    .where('application', '=', application)
    .executeTakeFirst()
}

export async function writeContact(
  tx: Tx,
  application: string,
  contact: KeptContact,
  at: Temporal.Instant,
): Promise<void> {
  const values = { ...contact, changed_at: new Date(at.epochMilliseconds), decided_at: null }
  await tx
    .insertInto('office.pact_contact')
    .values({ application, ...values })
    .onConflict((conflict) => conflict.column('application').doUpdateSet(values))
    .execute()
}

/** From now on the time runs after which it goes. */
export async function contactNotNeeded(tx: Tx, applications: readonly string[], at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.pact_contact')
    .set({ decided_at: new Date(at.epochMilliseconds) })
    .where('application', 'in', applications)
    .execute()
}
