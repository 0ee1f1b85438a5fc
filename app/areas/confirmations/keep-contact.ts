/** Where the provider of a service is asked: given, changed or taken away by the office. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { lockTown } from '../checklist/index.ts'
import { deleteContact, type ProviderContact, readContact, writeContact } from './contact-store.ts'
import type { ConfirmationsDeps } from './deps.ts'
import { settleOpen } from './request-store.ts'

export type ContactOutcome = { readonly outcome: 'saved' } | { readonly outcome: 'conflict' }

export interface GivenContact {
  /** Empty: nobody is asked. */
  readonly email: string
  readonly deputy: string | null
  readonly language: string
  /** That the form was made from; 0: there was none. */
  readonly revision: number
}

/** Links that were mailed to another address work no more: whoever reads there may have left. */
export async function keepContact(
  deps: Pick<ConfirmationsDeps, 'database'>,
  act: Act,
  authority: string,
  service: string,
  given: GivenContact,
): Promise<ContactOutcome> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const current = await readContact(tx, service)
    if (isSame(current, given)) return { outcome: 'saved' }
    if ((current?.revision ?? 0) !== given.revision) return { outcome: 'conflict' }
    const { email, deputy, language } = given
    const revision = given.revision + 1
    const person = act.person?.id ?? null
    if (email === '') await deleteContact(tx, service)
    else await writeContact(tx, { authority, service, email, deputy, language, revision, at: act.at, person })
    if (current && isAskedAnew(current, given)) await settleOpen(tx, service, 'replaced', act.at)
    // Never the address itself: the trail stays for ever.
    await recordAudit(tx, act, { authority, subject: `service ${service}`, detail: { contact: email !== '' } })
    return { outcome: 'saved' }
  })
}

/** Another address, or the same again after a server refused it. */
const isAskedAnew = (current: ProviderContact, { email, deputy }: GivenContact): boolean =>
  current.email !== email || Boolean(current.deputy && current.deputy !== deputy) || isRefused(current)

const isRefused = ({ refused }: ProviderContact): boolean => Object.keys(refused).length > 0

const isSame = (current: ProviderContact | undefined, { email, deputy, language }: GivenContact): boolean =>
  email === ''
    ? current === undefined
    : current?.email === email && current.deputy === deputy && current.language === language && !isRefused(current)
