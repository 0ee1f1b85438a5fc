/** An officer has asked by telephone, and was told that all that is published is still right. */
import type { Act } from '../../platform/audit/audit.ts'
import { confirmPublished, listChecks, lockTown } from '../checklist/index.ts'
import type { ConfirmationsDeps } from './deps.ts'
import { settleOpen } from './request-store.ts'

type PersonsAct = Act & { readonly person: NonNullable<Act['person']> }

/** Clicks within this time are one. */
const oneClickSeconds = 60

/** The office answers for it: the public page does not say that the provider has. @param seen as in `confirmPublished`. */
export async function confirmByTelephone(
  deps: Pick<ConfirmationsDeps, 'database'>,
  act: PersonsAct,
  authority: string,
  service: string,
  seen: string,
): Promise<'confirmed' | 'changed' | 'gone'> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const [last] = await listChecks(tx, service, 1)
    const again = last?.way === 'telephone' && last.person === act.person.id
    if (again && act.at.since(last.at).total('seconds') < oneClickSeconds) return 'confirmed'
    const given = { authority, service, seen, by: 'office', way: 'telephone' } as const
    const { outcome } = await confirmPublished(tx, act, given)
    if (outcome === 'confirmed') await settleOpen(tx, service, 'checked', act.at)
    return outcome
  })
}
