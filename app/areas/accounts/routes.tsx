import type { Context } from 'hono'
import { z } from 'zod'
import type { Config } from '../../config.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { outboxFolder } from '../../platform/mail/mailer.ts'
import { createOutbox } from '../../platform/mail/outbox.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import { type AccountPageDeps, accountPageRoutes } from './account-page-routes.tsx'
import type { Accounts } from './accounts.ts'
import { linkMinutes } from './authentication.ts'
import { identityRoutes } from './identity-routes.tsx'
import { OfficeHomePage } from './pages/office-home.tsx'
import { OutboxMailPage, OutboxPage } from './pages/outbox.tsx'
import { LinkOverPage, LinkSentPage, SignInPage, UseLinkPage } from './pages/sign-in.tsx'
import { passkeyRoutes } from './passkey-routes.tsx'
import { returnPath } from './return-path.ts'
import { secondStepRoutes } from './second-step-routes.tsx'
import { securityRoutes } from './security-routes.tsx'
import { setUpRoutes } from './set-up-routes.tsx'

export interface OfficeTown {
  readonly country: string
  readonly slug: string
  /** In the language asked for, or as the town calls itself. */
  readonly name: string
}

export interface AccountsRoutesDeps extends AccountPageDeps {
  readonly accounts: Omit<Accounts, 'session' | 'sessionActor' | 'createSignInLink' | 'handlers'>
  readonly clock: Clock
  readonly config: Pick<Config, 'production' | 'smtpUrl' | 'dataDir' | 'baseUrl'>
  /** The authorities with these ids; those that are gone are left out. */
  readonly authorityNames: (ids: readonly string[], language: string) => Promise<readonly OfficeTown[]>
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
    ...passkeyRoutes(deps),
    ...identityRoutes(deps),
    ...secondStepRoutes(deps),
    ...setUpRoutes(deps),
    ...accountPageRoutes(deps),
    ...securityRoutes(deps),
    ...(hasOutbox(deps) ? [outboxRoute(deps)] : []),
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
    return send(c, <SignInPage {...props} />)
  }
}

function askForLink(deps: AccountsRoutesDeps): Handler {
  return async (c) => {
    const form = await readForm(c.req.raw)
    const props = pageProps(c, fieldText(form, 'to'))
    const typed = fieldText(form, 'email')
    const email = z.email().max(254).safeParse(typed.toLowerCase())
    const provider = deps.accounts.identity?.name
    if (!email.success) return send(c, <SignInPage {...props} provider={provider} refused={typed} />, 422)
    await deps.accounts.requestLink(email.data, props.to)
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
    const person = c.get('actor')
    const translator = c.get('translator')
    const ids = new Set(person.roles.flatMap(({ scope }) => (scope.kind === 'authority' ? [scope.id] : [])))
    const found = await deps.authorityNames([...ids], translator.language)
    const { compare } = new Intl.Collator(translator.tag)
    const towns = found.toSorted((a, b) => compare(a.name, b.name))
    const props = { of: c.get('frame'), towns, showsOutbox: hasOutbox(deps) }
    return send(c, <OfficeHomePage {...props} />)
  }
}

function outboxRoute({ config }: AccountsRoutesDeps): Route<AppEnv> {
  const outbox = createOutbox(outboxFolder(config.dataDir))
  return {
    method: 'GET',
    path: urls.outbox(),
    permission: 'accounts.outbox',
    audit: 'accounts.outbox',
    handle: async (c) => {
      const props = { of: c.get('frame') }
      const id = c.req.query('mail')
      if (id === undefined) return send(c, <OutboxPage {...props} mails={await outbox.list()} />)
      const mail = await outbox.get(id)
      if (!mail) throw notFound()
      return send(c, <OutboxMailPage {...props} mail={mail} />)
    },
  }
}
