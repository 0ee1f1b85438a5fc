/** The person's page about how they sign in and where they are signed in. */
import { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import type { Accounts } from './accounts.ts'
import { countRecoveryCodes, findAuthenticator } from './factor-store.ts'
import { SecurityPage, type SecurityPageProps } from './pages/security.tsx'
import { RecoveryCodesPage } from './pages/set-up-app.tsx'
import { presentSecurity } from './present-security.ts'
import { doingOf } from './second-step-routes.tsx'

export interface SecurityDeps {
  readonly accounts: Pick<Accounts, 'codes' | 'passkeys' | 'sessions'>
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
}

type Handler = Route<AppEnv>['handle']
type Context = Parameters<Handler>[0]
type Form = Awaited<ReturnType<typeof readForm>>

export function securityRoutes(deps: SecurityDeps): Route<AppEnv>[] {
  const permission = 'accounts.own'
  const act = (name: Parameters<typeof urls.securityAct>[0], audit: string, run: Act) =>
    ({
      method: 'POST',
      path: urls.securityAct(name),
      permission,
      audit: `accounts.${audit}`,
      handle: async (c: Context) => run(c, deps, await readForm(c.req.raw)),
    }) as const
  const dangerous = { fresh: true } as const
  return [
    {
      method: 'GET',
      path: urls.security(),
      permission,
      audit: 'accounts.security-page',
      handle: (c) => show(c, deps),
    },
    { ...act('app/remove', 'remove-app', removeApp), ...dangerous },
    { ...act('recovery-codes', 'renew-recovery-codes', renewRecoveryCodes), ...dangerous },
    { ...act('passkey/remove', 'remove-passkey', removePasskey), ...dangerous },
    act('passkey/rename', 'rename-passkey', renamePasskey),
    // Ending a session is never put off: it takes rights away and gives none.
    act('sessions/end', 'end-session', endSession),
    act('sessions/end-others', 'end-other-sessions', endOthers),
  ]
}

type Act = (c: Context, deps: SecurityDeps, form: Form) => Promise<Response>

async function show(c: Context, deps: SecurityDeps, unnamed?: SecurityPageProps['unnamed']): Promise<Response> {
  const { db } = deps.database
  const actor = c.get('actor')
  const [authenticator, recoveryCodes, passkeys, sessions] = await Promise.all([
    findAuthenticator(db, actor.id),
    countRecoveryCodes(db, actor.id),
    deps.accounts.passkeys.list(actor.id),
    deps.accounts.sessions.list(actor.id, deps.clock.now()),
  ])
  const facts = { actor, authenticator, recoveryCodes, passkeys, sessions, current: c.get('session').id }
  const props = presentSecurity(c.get('translator'), facts)
  const done = c.req.query('done') === '1'
  const page = <SecurityPage of={c.get('frame')} {...props} done={done} unnamed={unnamed} />
  return c.html(renderDocument(page), unnamed === undefined ? 200 : 422)
}

const done = (c: Context) => c.redirect(urls.securityDone(), 303)

/** Of a thing of the person; what is no id is not found. */
function idOf(form: Form): string {
  const id = z.uuid().safeParse(fieldText(form, 'id'))
  if (!id.success) throw notFound()
  return id.data
}

const removeApp: Act = async (c, { accounts }) => {
  const removed = await accounts.codes.remove(doingOf(c))
  return removed ? done(c) : c.redirect(urls.security(), 303)
}

const renewRecoveryCodes: Act = async (c, { accounts }) => {
  const codes = await accounts.codes.renewRecoveryCodes(doingOf(c))
  if (!codes) return c.redirect(urls.security(), 303)
  return c.html(renderDocument(<RecoveryCodesPage of={c.get('frame')} codes={codes} next={urls.security()} />))
}

const removePasskey: Act = async (c, { accounts }, form) => {
  const outcome = await accounts.passkeys.remove(doingOf(c), idOf(form))
  if (outcome === 'unknown') throw notFound()
  return outcome === 'removed' ? done(c) : c.redirect(urls.security(), 303)
}

const renamePasskey: Act = async (c, deps, form) => {
  const id = idOf(form)
  const name = z.string().min(1).max(100).safeParse(fieldText(form, 'name'))
  if (!name.success) return show(c, deps, { id, typed: form.get('name')?.[0] ?? '' })
  if (!(await deps.accounts.passkeys.rename(doingOf(c), id, name.data))) throw notFound()
  return done(c)
}

const endSession: Act = async (c, { accounts }, form) => {
  if (!(await accounts.sessions.end(doingOf(c), idOf(form)))) throw notFound()
  return done(c)
}

const endOthers: Act = async (c, { accounts }) => {
  await accounts.sessions.endOthers(doingOf(c))
  return done(c)
}
