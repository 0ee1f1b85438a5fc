import type { Context } from 'hono'
import { z } from 'zod'
import type { Config } from '../../config.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { newId } from '../../platform/ids.ts'
import { inOrder, type NextSteps } from '../../platform/session/next-step.ts'
import { longDate } from '../../ui/dates.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import { type AccountPageDeps, accountPageRoutes } from './account-page-routes.tsx'
import type { Accounts } from './accounts.ts'
import { linkMinutes } from './authentication.ts'
import { identityRoutes } from './identity-routes.tsx'
import { newcomerRoutes } from './newcomer-routes.tsx'
import { outboxRoutes } from './outbox-routes.tsx'
import { OfficeHomePage } from './pages/office-home.tsx'
import { LinkOverPage, LinkSentPage, SignInPage, UseLinkPage } from './pages/sign-in.tsx'
import { workplaceLines } from './pages/workplace-list.tsx'
import { passkeyRoutes } from './passkey-routes.tsx'
import { returnPath } from './return-path.ts'
import { secondStepRoutes } from './second-step-routes.tsx'
import { securityRoutes } from './security-routes.tsx'
import { setUpRoutes } from './set-up-routes.tsx'
import { workplacesOf } from './workplaces.ts'

export interface AccountsRoutesDeps extends AccountPageDeps {
  readonly accounts: Omit<Accounts, 'session' | 'sessionActor' | 'createSignInLink' | 'openSession' | 'handlers'>
  readonly clock: Clock
  readonly config: Pick<Config, 'production' | 'smtpUrl' | 'dataDir' | 'baseUrl'>
  /** What all areas have for a person to do. */
  readonly nextSteps: NextSteps
}

type Handler = Route<AppEnv>['handle']

const linkPath = new URL(urls.signInLink(''), 'http://localhost').pathname

export function accountsRoutes(deps: AccountsRoutesDeps): Route<AppEnv>[] {
  const signIn = { path: urls.signIn(), permission: 'anyone' }
  const link = { path: linkPath, permission: 'anyone' }
  const home = { path: urls.office(), permission: 'office.home' }
  return [
    { method: 'GET', ...signIn, audit: 'accounts.ask-page', handle: showSignIn(deps) },
    { method: 'POST', ...signIn, audit: 'accounts.ask-link', handle: askForLink(deps) },
    { method: 'GET', ...link, audit: 'accounts.link-page', handle: showLink() },
    { method: 'POST', ...link, audit: 'accounts.sign-in', handle: useLink(deps) },
    { method: 'POST', path: urls.signOut(), permission: 'anyone', audit: 'accounts.sign-out', handle: signOut(deps) },
    { method: 'GET', ...home, audit: 'office.home', handle: showHome(deps) },
    ...newcomerRoutes(deps),
    ...passkeyRoutes(deps),
    ...identityRoutes(deps),
    ...secondStepRoutes(deps),
    ...setUpRoutes(deps),
    ...accountPageRoutes(deps),
    ...securityRoutes(deps),
    ...(hasOutbox(deps) ? outboxRoutes(deps) : []),
  ]
}

/** In production mail always goes to a server: there is no outbox, and no address of one. */
function hasOutbox({ config }: AccountsRoutesDeps): boolean {
  return !config.production && config.smtpUrl === undefined
}

function send(c: Context<AppEnv>, page: JSX.Element, status: 200 | 410 | 422 = 200): Response | Promise<Response> {
  return c.html(renderDocument(page), status)
}

function pageProps(c: Context<AppEnv>, to: string | undefined) {
  return { of: c.get('frame'), to: returnPath(to) }
}

function showSignIn({ accounts }: AccountsRoutesDeps): Handler {
  return (c) => {
    const props = { ...pageProps(c, c.req.query('to')), provider: accounts.identity?.name }
    if (c.req.query('sent')) return send(c, <LinkSentPage {...props} minutes={linkMinutes} />)
    return send(c, <SignInPage {...props} form={newId()} />)
  }
}

function askForLink(deps: AccountsRoutesDeps): Handler {
  return async (c) => {
    const form = await readForm(c.req.raw)
    const props = pageProps(c, fieldText(form, 'to'))
    const typed = fieldText(form, 'email')
    const email = z.email().max(254).safeParse(typed.toLowerCase())
    const provider = deps.accounts.identity?.name
    if (!email.success)
      return send(c, <SignInPage {...props} form={newId()} provider={provider} refused={typed} />, 422)
    await deps.accounts.requestLink(email.data, props.to, fieldText(form, 'form'))
    return c.redirect(urls.linkSent(props.to), 303)
  }
}

function showLink(): Handler {
  return (c) => {
    const props = pageProps(c, c.req.query('to'))
    return send(c, <UseLinkPage {...props} token={c.req.query('token') ?? ''} />)
  }
}

function useLink(deps: AccountsRoutesDeps): Handler {
  return async (c) => {
    const form = await readForm(c.req.raw)
    const props = pageProps(c, fieldText(form, 'to'))
    const cookies = await deps.accounts.redeemLink(fieldText(form, 'token'), c.req.raw.headers)
    if (!cookies) return send(c, <LinkOverPage {...props} minutes={linkMinutes} />, 410)
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
    return c.redirect(props.to ?? urls.office(), 303)
  }
}

function signOut({ accounts }: AccountsRoutesDeps): Handler {
  return async (c) => {
    for (const cookie of await accounts.signOut(c.req.raw.headers)) c.header('set-cookie', cookie, { append: true })
    return c.redirect(urls.signIn(), 303)
  }
}

function showHome(deps: AccountsRoutesDeps): Handler {
  return async (c) => {
    const actor = c.get('actor')
    const translator = c.get('translator')
    const steps = await deps.nextSteps(actor, translator)
    const workplaces = await workplacesOf(deps.database.db, actor, translator)
    const props = {
      of: c.get('frame'),
      steps: inOrder(steps).map((step) => ({ ...step, due: dueWords(translator, step.due, c.get('act').at) })),
      workplaces: workplaceLines(translator, workplaces),
      showsOutbox: hasOutbox(deps),
    }
    return send(c, <OfficeHomePage {...props} />)
  }
}

/** A day that is over is not called a deadline. */
function dueWords(translator: Translator, due: Temporal.PlainDate | undefined, now: Temporal.Instant) {
  if (!due) return undefined
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const isOver = Temporal.PlainDate.compare(due, today) < 0
  return translator.t(isOver ? 'office.home.since' : 'office.home.due', { date: longDate(translator, due) })
}
