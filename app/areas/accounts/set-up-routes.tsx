/**
 * Setting up an authenticator app or a passkey: from the account, or before the office opens to somebody whose role needs
 * one and who has none.
 */
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { qrCodeOf } from '../../platform/qr-code.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { type SetUpFrom, urls } from '../../urls.ts'
import type { Accounts } from './accounts.ts'
import type { Challenge } from './authentication.ts'
import { inGroups } from './one-time-codes.ts'
import { NewPasskeyPage } from './pages/passkey.tsx'
import { RecoveryCodesPage, SetUpAppPage } from './pages/set-up-app.tsx'
import { doingOf, situationOf } from './second-step-routes.tsx'

export interface SetUpDeps {
  readonly accounts: Pick<Accounts, 'codes' | 'factors' | 'passkeys'>
}

type Handler = Route<AppEnv>['handle']
type Context = Parameters<Handler>[0]

const permissionFor = { 'sign-in': 'accounts.second-step', account: 'accounts.own' } as const
const pageFor = { 'sign-in': urls.secondStep(), account: urls.security() } as const

export function setUpRoutes(deps: SetUpDeps): Route<AppEnv>[] {
  return (['sign-in', 'account'] as const).flatMap((from) => routesFrom(deps, from))
}

function routesFrom(deps: SetUpDeps, from: SetUpFrom): Route<AppEnv>[] {
  const shared = { permission: permissionFor[from], fresh: true } as const
  const app = { path: urls.setUp(from, 'app'), ...shared }
  const code = { path: urls.setUp(from, 'app/code'), ...shared }
  const passkey = { path: urls.setUp(from, 'passkey'), ...shared }
  const guarded = (handle: Handler) => onlyWhoMay(deps, from, handle)
  return [
    { method: 'POST', ...app, audit: 'accounts.begin-app', handle: guarded((c) => begin(c, deps, from)) },
    { method: 'GET', ...app, audit: 'accounts.app-page', handle: guarded((c) => showApp(c, deps, from)) },
    { method: 'POST', ...code, audit: 'accounts.add-app', handle: guarded((c) => confirm(c, deps, from)) },
    { method: 'GET', ...passkey, audit: 'accounts.passkey-page', handle: guarded((c) => showPasskey(c, deps, from)) },
    { method: 'POST', ...passkey, audit: 'accounts.add-passkey', handle: guarded((c) => addPasskey(c, deps, from)) },
  ]
}

/** With a link alone nobody adds a factor to those that a person has already. */
function onlyWhoMay({ accounts }: SetUpDeps, from: SetUpFrom, handle: Handler): Handler {
  return async (c) => {
    if (from === 'sign-in' && (await situationOf(c, accounts)).step !== 'set-up') return c.redirect(pageFor[from], 303)
    return handle(c)
  }
}

async function begin(c: Context, { accounts }: SetUpDeps, from: SetUpFrom): Promise<Response> {
  await accounts.codes.begin(doingOf(c))
  return c.redirect(urls.setUp(from, 'app'), 303)
}

async function showApp(c: Context, { accounts }: SetUpDeps, from: SetUpFrom, refused = false) {
  const pending = await accounts.codes.pending(c.get('actor'))
  if (!pending) return c.redirect(pageFor[from], 303)
  const { secret, address } = pending
  const props = { of: c.get('frame'), from, secret: inGroups(secret), qr: await qrCodeOf(address), refused }
  return c.html(renderDocument(<SetUpAppPage {...props} />), refused ? 422 : 200)
}

async function confirm(c: Context, deps: SetUpDeps, from: SetUpFrom): Promise<Response> {
  const typed = fieldText(await readForm(c.req.raw), 'code')
  const codes = await deps.accounts.codes.confirm(doingOf(c), typed)
  if (!codes) return showApp(c, deps, from, true)
  const next = from === 'account' ? urls.security() : urls.office()
  return c.html(renderDocument(<RecoveryCodesPage of={c.get('frame')} codes={codes} next={next} />))
}

async function showPasskey(c: Context, { accounts }: SetUpDeps, from: SetUpFrom, refused?: { name: string }) {
  const { options, cookies } = await accounts.passkeys.askForNew(c.req.raw.headers)
  keep(c, cookies)
  const props = { of: c.get('frame'), from, options, name: refused?.name, refused: refused !== undefined }
  return c.html(renderDocument(<NewPasskeyPage {...props} />), refused ? 422 : 200)
}

const longestName = 100

async function addPasskey(c: Context, deps: SetUpDeps, from: SetUpFrom): Promise<Response> {
  const form = await readForm(c.req.raw)
  const typed = fieldText(form, 'name').slice(0, longestName)
  const name = typed || c.get('translator').t('accounts.passkey.unnamed')
  const answer = fieldText(form, 'response')
  if (!(await deps.accounts.passkeys.add(doingOf(c), c.req.raw.headers, answer, name))) {
    return showPasskey(c, deps, from, { name: typed })
  }
  return c.redirect(from === 'account' ? urls.securityDone() : urls.office(), 303)
}

export function keep(c: Context, cookies: Challenge['cookies']): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}
