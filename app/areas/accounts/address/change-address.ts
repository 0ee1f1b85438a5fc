/** Another address for an account: both mailboxes agree, or nothing changes. */

import type { Config } from '../../../config.ts'
import { type Act, actOfPerson, recordAudit } from '../../../platform/audit/audit.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import type { I18n } from '../../../platform/i18n/i18n.ts'
import type { Jobs } from '../../../platform/jobs/jobs.ts'
import type { Actor, OfficeSession } from '../../../platform/session/actor.ts'
import { forgetLinks } from '../erase-store.ts'
import { newToken, sha256Of, translatorFor } from '../people/tokens.ts'
import { deleteSessions } from '../session-store.ts'
import { findActor, findPerson } from '../store.ts'
import { writeAgreeNew, writeAgreeOld, writeChanged, writeKnown } from './address-letters.ts'
import {
  type AddressChange,
  deleteChange,
  findChange,
  giveAddress,
  lockAsker,
  lockChange,
  type Mailbox,
  markAgreed,
  putChange,
} from './address-store.ts'

const changeHours = 24

export interface AddressDeps {
  readonly config: Pick<Config, 'baseUrl' | 'instanceName'>
  readonly database: Pick<Database, 'db'>
  readonly jobs: Pick<Jobs, 'start' | 'enqueue'>
  readonly i18n: Pick<I18n, 'translator' | 'negotiate'>
  readonly clock: Clock
}

interface Asking {
  readonly act: Act
  readonly actor: Actor
  readonly session: Pick<OfficeSession, 'id'>
}

/**
 * Writes the same row and as many mails whoever has the new address already: only that mailbox learns that it is known
 * here. A change that was asked for before ends.
 */
export async function askForAddress(deps: AddressDeps, { act, actor, session }: Asking, typed: string): Promise<void> {
  await deps.jobs.start()
  const newEmail = typed.toLowerCase()
  const expiresAt = act.at.add({ hours: changeHours })
  await deps.database.db.transaction().execute(async (tx) => {
    await lockAsker(tx, actor.id)
    const waiting = await findChange(tx, actor.id, act.at)
    if (waiting && isSameClick(waiting, newEmail, act.at)) return
    const [old, fresh, cancel] = [newToken(), newToken(), newToken()]
    const secrets = { old: old.sha256, new: fresh.sha256, cancel: cancel.sha256 }
    await putChange(tx, { person: actor.id, newEmail, session: session.id, askedAt: act.at, expiresAt }, secrets)
    const translator = translatorFor(deps, actor.language)
    await writeAgreeOld(tx, deps, translator, { ...actor, newEmail, token: old.token, cancel: cancel.token })
    const known = await findPerson(tx, newEmail)
    if (known) await writeKnown(tx, deps, translatorFor(deps, known.language), newEmail)
    else await writeAgreeNew(tx, deps, translator, { newEmail, token: fresh.token })
    await recordAudit(tx, act, { authority: null, subject: actor.id })
  })
}

/** A form sent twice must not fill two mailboxes; who asks again later gets new mails. */
function isSameClick({ newEmail, expiresAt }: AddressChange, typed: string, now: Temporal.Instant): boolean {
  const askedAt = expiresAt.subtract({ hours: changeHours })
  return newEmail === typed && Temporal.Instant.compare(now, askedAt.add({ minutes: 1 })) < 0
}

/** Ends it, by the person who asked. */
export async function withdrawAddress({ database }: AddressDeps, { act, actor }: Omit<Asking, 'session'>) {
  await database.db.transaction().execute(async (tx) => {
    if (await deleteChange(tx, actor.id)) await recordAudit(tx, act, { authority: null, subject: actor.id })
  })
}

export function waitingAddress({ database }: AddressDeps, person: string, now: Temporal.Instant) {
  return findChange(database.db, person, now)
}

async function byToken(tx: Tx, token: string, now: Temporal.Instant) {
  for (const mailbox of ['old', 'new'] as const) {
    const change = await lockChange(tx, mailbox, sha256Of(token), now)
    if (change) return { mailbox, change }
  }
  return undefined
}

const hasAgreed = ({ oldConfirmed, newConfirmed }: AddressChange, mailbox: Mailbox) =>
  mailbox === 'old' ? oldConfirmed : newConfirmed

export interface SeenChange {
  readonly newEmail: string
  /** This mailbox has agreed already. */
  readonly agreed: boolean
}

/** What a link is about; undefined where it is over. Changes nothing. */
export function seeChange({ database, clock }: AddressDeps, token: string): Promise<SeenChange | undefined> {
  return database.db.transaction().execute(async (tx) => {
    const found = await byToken(tx, token, clock.now())
    return found && { newEmail: found.change.newEmail, agreed: hasAgreed(found.change, found.mailbox) }
  })
}

/** `waiting`: the other mailbox has not agreed yet. `over`: nothing to agree to, or the address is somebody else's. */
export type Agreed = 'changed' | 'waiting' | 'over'

export async function agree(deps: AddressDeps, token: string): Promise<Agreed> {
  await deps.jobs.start()
  const now = deps.clock.now()
  return deps.database.db.transaction().execute(async (tx) => {
    const found = await byToken(tx, token, now)
    const actor = found && (await findActor(tx, found.change.person))
    if (!found || !actor) return 'over'
    const { change, mailbox } = found
    if (hasAgreed(change, mailbox)) return 'waiting'
    const act = actOfPerson(actor, 'accounts.agree-address', now)
    await recordAudit(tx, act, { authority: null, subject: actor.id, detail: { mailbox } })
    await markAgreed(tx, actor.id, mailbox, now)
    if (!hasAgreed(change, mailbox === 'old' ? 'new' : 'old')) return 'waiting'
    return complete(tx, deps, actor, change, now)
  })
}

async function complete(
  tx: Tx,
  deps: AddressDeps,
  actor: Actor,
  { newEmail, session }: AddressChange,
  now: Temporal.Instant,
): Promise<Agreed> {
  await deleteChange(tx, actor.id)
  // Somebody may have come with this address meanwhile.
  if (!(await giveAddress(tx, actor.id, newEmail))) return 'over'
  await forgetLinks(tx, actor.email)
  const sessions = await deleteSessions(tx, actor.id, session)
  const act = actOfPerson(actor, 'accounts.change-address', now)
  await recordAudit(tx, act, { authority: null, subject: actor.id, detail: { sessions } })
  await writeChanged(tx, deps, translatorFor(deps, actor.language), actor.email)
  return 'changed'
}

/** By the link in the old mailbox. @returns false where it is over. */
export async function cancelChange({ database, clock }: AddressDeps, token: string): Promise<boolean> {
  const now = clock.now()
  return database.db.transaction().execute(async (tx) => {
    const change = await lockChange(tx, 'cancel', sha256Of(token), now)
    const actor = change && (await findActor(tx, change.person))
    if (!actor) return false
    await deleteChange(tx, actor.id)
    await recordAudit(tx, actOfPerson(actor, 'accounts.cancel-address', now), { authority: null, subject: actor.id })
    return true
  })
}

/** Whether the link that ends a change still does. */
export async function mayCancel({ database, clock }: AddressDeps, token: string): Promise<boolean> {
  const { db } = database
  return (await lockChange(db, 'cancel', sha256Of(token), clock.now())) !== undefined
}
