/** Signing in through an identity provider: only people who are known here, and never as somebody new. */
import { recordAudit } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { Actor } from '../../platform/session/actor.ts'
import type { Authentication } from './authentication.ts'
import type { IdentityProvider, NamedPerson } from './identity-provider.ts'
import { tellOf } from './notices.ts'
import { deleteSession, findByIdentity, hasIdentity, insertIdentity, markOpened } from './session-store.ts'
import { findActor, findPerson } from './store.ts'

export interface IdentitySignIn {
  /** As the button names the provider. */
  readonly name: string
  begin: IdentityProvider['begin']
  /** Undefined when nobody known here was named, whatever the reason. @throws {ProviderAway} */
  finish(
    headers: Headers,
    search: string,
    kept: string,
  ): Promise<{ readonly cookies: readonly string[]; readonly to: string | undefined } | undefined>
}

export interface IdentitySignInDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly notify: Notify
}

export function createIdentitySignIn(
  deps: IdentitySignInDeps,
  authentication: Authentication,
  provider: IdentityProvider,
  name: string,
): IdentitySignIn {
  const { db } = deps.database
  return {
    name,
    begin: (to) => provider.begin(to),
    finish: async (headers, search, kept) => {
      const named = await provider.finish(search, kept)
      const actor = named && (await db.transaction().execute((tx) => known(deps, tx, named)))
      if (!actor) return undefined
      const before = await authentication.readSession(headers)
      const opened = await authentication.openSession(actor.id)
      const at = deps.clock.now()
      await db.transaction().execute(async (tx) => {
        const secondFactor = named.secondFactor ? 'oidc' : null
        await markOpened(tx, opened.session, { method: 'oidc', secondFactor, at })
        if (before) await deleteSession(tx, before.person, before.id)
        await recordAudit(
          tx,
          { person: actor, actor: actor.email, name: 'accounts.oidc-sign-in', at },
          { authority: null, subject: actor.id, detail: { secondFactor: named.secondFactor } },
        )
      })
      return { cookies: opened.cookies, to: named.to }
    },
  }
}

/**
 * The person whom the provider means: known to it already, or by an address that it has checked and then linked. A
 * person who is linked under another name is not linked again: the provider may have given the address to somebody else.
 */
async function known({ clock, notify }: IdentitySignInDeps, tx: Tx, named: NamedPerson): Promise<Actor | undefined> {
  const linked = await findByIdentity(tx, named)
  if (linked !== undefined) return findActor(tx, linked)
  const person = named.email === undefined ? undefined : await findPerson(tx, named.email)
  const actor = person && (await findActor(tx, person.id))
  if (!actor || (await hasIdentity(tx, actor.id, named.issuer))) return undefined
  await insertIdentity(tx, newId(), actor.id, named)
  const act = { person: actor, actor: actor.email, name: 'accounts.link-identity', at: clock.now() }
  await recordAudit(tx, act, { authority: null, subject: actor.id })
  await tellOf(notify, tx, actor.id, 'identityLinked')
  return actor
}
