/** Asking to work for an authority: out of the intake, a proof of the address, a decision. */
import { actOf, recordAudit } from '../../../platform/audit/audit.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { newId } from '../../../platform/ids.ts'
import type { RoleName } from '../../../platform/session/actor.ts'
import { associationsOf } from '../../associations/index.ts'
import { readAuthority } from '../../authorities/index.ts'
import { ensurePerson, grantRole } from '../persons.ts'
import type { PeopleDeps } from './deps.ts'
import type { PersonalAct } from './invitations.ts'
import { acceptedLetter, proofLetter, refusedLetter, someoneAsks } from './notices.ts'
import { holdersOf, readStaff } from './people-store.ts'
import { enterPlace, type Place, placeOf } from './place.ts'
import {
  type Asked,
  countMailed,
  findOpenRequest,
  findRequest,
  findRequestByToken,
  insertRequest,
  type JoinRequest,
  markRequest,
  renewRequest,
  takeOutRequests,
  takeRequest,
} from './request-store.ts'
import { decidingOffice, rolesOnRequest, undecidedDays } from './rules.ts'
import { newToken, sha256Of, translatorFor } from './tokens.ts'

const batch = 50
/** Whoever did not get the mail may ask again; the same form sent twice within this time mails once. */
const mailAgainAfter = { minutes: 10 }
/** Nobody's mailbox is filled with requests in their name. */
const mostMails = { count: 3, hours: 24 }

/** Takes everything out of the intake and mails each address a link to prove it. @returns how many were taken. */
export async function takeOutOfIntake(deps: PeopleDeps): Promise<number> {
  await deps.jobs.start()
  let taken = 0
  for (;;) {
    const found = await deps.database.db.transaction().execute(async (tx) => {
      const asked = await takeOutRequests(tx, batch)
      for (const one of asked) await receive(tx, deps, one)
      return asked.length
    })
    taken += found
    if (found < batch) return taken
  }
}

/** As the form for everybody does: out of the intake, then a mail that proves the address. */
export function askToJoin(
  { database, clock }: { readonly database: Pick<Database, 'take'>; readonly clock: PeopleDeps['clock'] },
  asked: Omit<Asked, 'id' | 'sentAt'>,
): Promise<void> {
  return database.take((intake) => takeRequest(intake, { ...asked, id: newId(), sentAt: clock.now() }))
}

/** One that asks for nothing real, or too often, is dropped without an answer. */
async function receive(tx: Tx, deps: PeopleDeps, asked: Asked): Promise<void> {
  const authority = await readAuthority(tx, asked.authority)
  if (authority?.status !== 'active') return
  const now = deps.clock.now()
  if ((await countMailed(tx, asked.email, now.subtract({ hours: mostMails.hours }))) >= mostMails.count) return
  const { token, sha256 } = newToken()
  if (!(await kept(tx, asked, sha256, now))) return
  const translator = translatorFor(deps, asked.language)
  const town = authority.names[translator.language] ?? authority.name
  const instance = deps.config.instanceName
  await deps.writeTo(tx, asked.email, translator, proofLetter(translator, { town, name: asked.name, token, instance }))
  const act = actOf('intake', 'people.ask', now)
  await recordAudit(tx, act, { authority: authority.id, subject: asked.id })
}

/** Whether a link is due: for a new request, or for an old one whose mail has perhaps not arrived. */
async function kept(tx: Db, asked: Asked, sha256: string, now: Temporal.Instant): Promise<boolean> {
  if (await insertRequest(tx, asked, sha256, now)) return true
  const open = await findOpenRequest(tx, asked.email, asked.authority)
  if (!open || open.confirmed) return false
  if (Temporal.Instant.compare(open.mailedAt.add(mailAgainAfter), now) > 0) return false
  await renewRequest(tx, open.id, sha256, now)
  return true
}

/** @returns the authority the request is for, while the link works: until it is decided about. */
export async function requestOf(deps: PeopleDeps, token: string): Promise<Place | undefined> {
  const { db } = deps.database
  const request = await findRequestByToken(db, sha256Of(token))
  return request && !request.decided ? placeOfRequest(db, deps, request) : undefined
}

async function placeOfRequest(db: Db, { config }: PeopleDeps, { authority }: JoinRequest): Promise<Place> {
  const associations = await associationsOf(db, authority)
  // The place reads country and slug itself.
  return placeOf(db, config.instanceName, { kind: 'authority', id: authority, country: '', slug: '', associations })
}

/** The address is proven: those who decide are told, once. @returns false where the link is over. */
export async function confirmRequest(deps: PeopleDeps, token: string): Promise<boolean> {
  await deps.jobs.start()
  return deps.database.db.transaction().execute(async (tx) => {
    const request = await findRequestByToken(tx, sha256Of(token))
    if (!request || request.decided) return false
    if (request.confirmed) return true
    const now = deps.clock.now()
    await markRequest(tx, request.id, 'confirmed_at', now)
    const place = await placeOfRequest(tx, deps, request)
    const act = actOf('asker', 'people.confirm-request', now)
    await recordAudit(tx, act, { authority: request.authority, subject: request.id })
    for (const person of await deciders(tx, place)) {
      const compose = someoneAsks(place, request.id, now.add({ hours: 24 * undecidedDays }))
      await deps.notify(tx, { person, kind: 'people', key: `people.asked ${request.id}`, compose })
    }
    return true
  })
}

async function deciders(tx: Db, place: Place): Promise<string[]> {
  const office = decidingOffice(await readStaff(tx, place.scope, place.associations))
  if (office === 'authority') return holdersOf(tx, 'approver', place.scope)
  if (office === 'association') return holdersOf(tx, 'coordinator', place.associations)
  return holdersOf(tx, 'secretariat', { kind: 'instance' })
}

export type Decision = { readonly accept: RoleName } | { readonly refuse: string }

/**
 * Deciding twice decides once: the first holds.
 *
 * @param decision undefined where the request is expected to be decided already.
 * @returns false where it was decided before.
 * @throws not-found where there is nothing to decide for this actor.
 */
export async function decide(
  deps: PeopleDeps,
  act: PersonalAct,
  place: Place,
  id: string,
  decision: Decision | undefined,
): Promise<boolean> {
  await deps.jobs.start()
  return deps.database.db.transaction().execute(async (tx) => {
    const { offices, staff } = await enterPlace(tx, place, act.person.id)
    const request = place.authority === null ? undefined : await findRequest(tx, place.authority, id)
    const office = decidingOffice(staff)
    if (request?.decided && offices.length > 0) return false
    if (!decision || !request?.confirmed || !offices.includes(office)) throw notFound()
    await markRequest(tx, id, 'decided_at', act.at)
    const translator = translatorFor(deps, request.language)
    const { email, name, language } = request
    if ('refuse' in decision) {
      await deps.writeTo(tx, email, translator, refusedLetter(translator, place, { name, words: decision.refuse }))
      await recordAudit(tx, act, { authority: place.authority, subject: id, detail: { accepted: false } })
      return true
    }
    const role = decision.accept
    if (!rolesOnRequest(office).includes(role)) throw notFound()
    const person = await ensurePerson(tx, { email, name, language })
    await grantRole(tx, act, person.id, role, place.scope, office)
    await deps.writeTo(tx, email, translator, acceptedLetter(translator, place, { name, role }))
    await recordAudit(tx, act, { authority: place.authority, subject: id, detail: { accepted: true, role, office } })
    return true
  })
}
