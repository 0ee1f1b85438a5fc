/** Where the provider of a service is asked: given, changed or taken away by the office. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import { lockTown, readDraftService, readPublishedService } from '../checklist/index.ts'
import { deleteContact, type ProviderContact, readContact, writeContact } from './contact-store.ts'
import type { ConfirmationsDeps } from './deps.ts'
import { settleOpen } from './request-store.ts'

/** `confidential`: of this service nobody may write down postal lines. */
export type ContactOutcome = { readonly outcome: 'saved' | 'conflict' | 'confidential' }

export interface GivenContact {
  /** Both empty: nobody is asked. At most one of the two is given. */
  readonly email: string
  readonly postal: string
  readonly deputy: string | null
  readonly language: string
  /** That the form was made from; 0: there was none. */
  readonly revision: number
}

/** Links and codes that were sent to another address work no more: whoever reads there may have left. */
export async function keepContact(
  deps: Pick<ConfirmationsDeps, 'database'>,
  act: Act,
  authority: string,
  service: string,
  given: GivenContact,
): Promise<ContactOutcome> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    if (given.postal !== '' && (await isConfidential(tx, authority, service))) return { outcome: 'confidential' }
    const current = await readContact(tx, service)
    if (isSame(current, given)) return { outcome: 'saved' }
    if ((current?.revision ?? 0) !== given.revision) return { outcome: 'conflict' }
    const edit = { at: act.at, person: act.person?.id ?? null, revision: given.revision + 1 }
    if (isNobody(given)) await deleteContact(tx, service)
    else await writeContact(tx, { ...contactOf(given), authority, service, ...edit })
    if (current && isAskedAnew(current, given)) await settleOpen(tx, service, 'replaced', act.at)
    // Never the address itself: the trail stays for ever.
    await recordAudit(tx, act, { authority, subject: `service ${service}`, detail: { contact: !isNobody(given) } })
    return { outcome: 'saved' }
  })
}

/** In the draft or on the page. */
export async function isConfidential(db: Db, authority: string, service: string): Promise<boolean> {
  const draft = await readDraftService(db, authority, service)
  const published = await readPublishedService(db, authority, service)
  return [draft?.facts, published].some((facts) => facts?.place.type === 'confidential')
}

const isNobody = ({ email, postal }: GivenContact): boolean => email === '' && postal === ''

const contactOf = ({ email, postal, deputy, language }: GivenContact) => ({
  email: email === '' ? null : email,
  postal: postal === '' ? null : postal,
  deputy,
  language,
})

const isWhereAsked = (current: ProviderContact, { email, postal }: GivenContact): boolean =>
  (current.email ?? '') === email && (current.postal ?? '') === postal

/** Another address, or the same again after a server refused it. */
const isAskedAnew = (current: ProviderContact, given: GivenContact): boolean =>
  !isWhereAsked(current, given) || Boolean(current.deputy && current.deputy !== given.deputy) || isRefused(current)

const isRefused = ({ refused }: ProviderContact): boolean => Object.keys(refused).length > 0

const isSame = (current: ProviderContact | undefined, given: GivenContact): boolean =>
  isNobody(given)
    ? current === undefined
    : current !== undefined &&
      isWhereAsked(current, given) &&
      current.deputy === given.deputy &&
      current.language === given.language &&
      !isRefused(current)
