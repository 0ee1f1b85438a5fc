/** Passkeys: added, named, taken away, signed in with. The protocol is better-auth's plugin's. */
import { recordAudit } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { Authentication, Challenge } from './authentication.ts'
import { changed, type Doing } from './codes.ts'
import { deletePasskey, findPasskeys, lockFactors, type Passkey, passkeyUsed, renamePasskey } from './factor-store.ts'
import { mayRemove } from './policy.ts'
import { deleteSession, markOpened, markProven } from './session-store.ts'
import { findActor } from './store.ts'

export interface Passkeys {
  list(person: string): Promise<readonly Passkey[]>
  /** What the browser is asked for a new one. Needs a session. */
  askForNew(headers: Headers): Promise<Challenge>
  /** @returns false when the answer is not one to what was asked, or nobody showed that it is them. */
  add(doing: Doing, headers: Headers, answer: string, name: string): Promise<boolean>
  rename(doing: Doing, id: string, name: string): Promise<boolean>
  /** @returns `last` where it is the last second factor of somebody who needs one. */
  remove(doing: Doing, id: string): Promise<'removed' | 'unknown' | 'last'>
  /** What the browser is asked for one that exists: with a session, one of that person. */
  ask(headers: Headers): Promise<Challenge>
  /** The cookies of a new session; undefined for an answer that proves nothing, whatever is wrong with it. */
  signIn(headers: Headers, answer: string): Promise<readonly string[] | undefined>
}

export interface PasskeysDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly notify: Notify
}

export function createPasskeys(deps: PasskeysDeps, authentication: Authentication): Passkeys {
  const { db } = deps.database
  return {
    list: (person) => findPasskeys(db, person),
    askForNew: (headers) => authentication.askForNewPasskey(headers),
    add: async (doing, headers, answer, name) => {
      if (!(await authentication.addPasskey(headers, answer, name))) return false
      await db.transaction().execute(async (tx) => {
        await markProven(tx, doing.session.id, 'passkey', doing.act.at)
        await changed(deps, tx, doing, 'passkeyAdded')
      })
      return true
    },
    rename: ({ act, actor }, id, name) =>
      db.transaction().execute(async (tx) => {
        await lockFactors(tx, actor.id)
        const passkey = (await findPasskeys(tx, actor.id)).find((one) => one.id === id)
        if (!passkey) return false
        if (passkey.name === name) return true
        await renamePasskey(tx, actor.id, id, name)
        await recordAudit(tx, act, { authority: null, subject: actor.id })
        return true
      }),
    remove: (doing, id) =>
      db.transaction().execute(async (tx) => {
        const { actor } = doing
        const { codes } = await lockFactors(tx, actor.id)
        const own = await findPasskeys(tx, actor.id)
        if (!own.some((passkey) => passkey.id === id)) return 'unknown'
        if (!mayRemove(actor, { codes, passkeys: own.length > 1 })) return 'last'
        await deletePasskey(tx, actor.id, id)
        await changed(deps, tx, doing, 'passkeyRemoved')
        return 'removed'
      }),
    ask: (headers) => authentication.askForPasskey(headers),
    signIn: (headers, answer) => signIn(deps, authentication, headers, answer),
  }
}

async function signIn(
  { database: { db }, clock }: PasskeysDeps,
  authentication: Authentication,
  headers: Headers,
  answer: string,
): Promise<readonly string[] | undefined> {
  const before = await authentication.readSession(headers)
  const opened = await authentication.answerPasskey(headers, answer)
  if (!opened) return undefined
  const at = clock.now()
  // Whoever shows again who they are must be who they were.
  if (before && before.person !== opened.person) {
    await deleteSession(db, opened.person, opened.session)
    return undefined
  }
  const actor = await findActor(db, opened.person)
  if (!actor) return undefined
  await db.transaction().execute(async (tx) => {
    await markOpened(tx, opened.session, { method: 'passkey', secondFactor: 'passkey', at })
    await passkeyUsed(tx, opened.credential, at)
    if (before) await deleteSession(tx, before.person, before.id)
    const act = { person: actor, actor: actor.email, name: 'accounts.passkey-sign-in', at }
    await recordAudit(tx, act, { authority: null, subject: actor.id })
  })
  return opened.cookies
}
