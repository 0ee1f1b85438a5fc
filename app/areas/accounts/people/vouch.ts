/** Who waits for an association to say that they work for one of its towns: those that have nobody who could. */
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { associationsOf } from '../../associations/index.ts'
import { domainsOf, nameIn, readAuthorities } from '../../authorities/index.ts'
import type { PeopleDeps } from './deps.ts'
import type { PersonalAct } from './invitations.ts'
import { type Place, placeOf } from './place.ts'
import { type Asked, authoritiesWaiting, listWaiting } from './request-store.ts'
import { decide } from './requests.ts'
import { isAtDomain } from './rules.ts'

export interface Waiting extends Pick<Asked, 'id' | 'name' | 'email' | 'post' | 'sentAt'> {
  /** Id of the town. */
  readonly authority: string
  readonly town: string
  readonly country: string
  readonly slug: string
  /** The address is at one of the town's domains. */
  readonly atDomain: boolean
}

/** The longest waiting town first. */
export async function waitingFor(
  { database: { db } }: Pick<PeopleDeps, 'database'>,
  association: string,
  { language }: Translator,
): Promise<Waiting[]> {
  const ids = await authoritiesWaiting(db, association)
  const towns = await readAuthorities(db, ids)
  const waiting: Waiting[] = []
  for (const id of ids) {
    const town = towns.find((one) => one.id === id)
    if (!town) continue
    const domains = await domainsOf(db, id)
    for (const { id: request, name, email, post, sentAt } of await listWaiting(db, id)) {
      const { country, slug } = town
      const where = { authority: id, town: nameIn(town, language), country, slug }
      waiting.push({ id: request, name, email, post, sentAt, ...where, atDomain: isAtDomain(email, domains) })
    }
  }
  return waiting
}

/**
 * They become the town's first approver: nobody else could let their colleagues in.
 *
 * @returns false where it was decided before. @throws not-found where the association does not decide.
 */
export async function vouch(
  deps: PeopleDeps,
  act: PersonalAct,
  association: Place,
  given: { readonly authority: string; readonly request: string },
): Promise<boolean> {
  const { db } = deps.database
  const associations = await associationsOf(db, given.authority)
  const [own] = association.associations
  if (own === undefined || !associations.includes(own)) throw notFound()
  const subject = { kind: 'authority', id: given.authority, country: '', slug: '', associations } as const
  const place = await placeOf(db, deps.config.instanceName, subject)
  return decide(deps, act, place, given.request, { accept: 'approver' })
}
