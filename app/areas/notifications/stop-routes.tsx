/**
 * Where mails lead that somebody wants no more. Whoever holds the mail may stop its kind, signed in or not: the address
 * carries the proof. Opening it changes nothing (scanners of mail open every link); a POST does, that of the page's button
 * and the one that mail programs send by themselves (RFC 8058).
 */
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import type { StopRequest } from './choices.ts'
import { kindNames } from './emails.ts'
import { StopPage, StoppedPage, UnknownStopPage } from './pages/stop-page.tsx'
import type { NotificationsRoutesDeps } from './routes-deps.ts'

type Context = Parameters<Route<AppEnv>['handle']>[0]

export function stopRoutes(deps: NotificationsRoutesDeps): Route<AppEnv>[] {
  const page = { path: new URL(urls.stopMail(''), 'http://localhost').pathname, permission: 'anyone' }
  return [
    { method: 'GET', ...page, audit: 'notifications.stop-page', handle: (c) => show(c, deps) },
    { method: 'POST', ...page, audit: 'notifications.stop', handle: (c) => stop(c, deps) },
  ]
}

function tokenOf(c: Context): string {
  return c.req.query('token') ?? ''
}

async function show(c: Context, { notifications, i18n }: NotificationsRoutesDeps): Promise<Response> {
  const token = tokenOf(c)
  const request = await notifications.stopRequest(token)
  if (!request) return unknown(c)
  const props = pageProps(c, i18n, request)
  const page = request.stopped ? <StoppedPage {...props} /> : <StopPage {...props} action={urls.stopMail(token)} />
  return c.html(renderDocument(page))
}

/** A mail program follows no redirection and shows nothing to anybody: it gets one word. */
async function stop(c: Context, { notifications }: NotificationsRoutesDeps): Promise<Response> {
  const token = tokenOf(c)
  const body = await c.req.text()
  const request = await notifications.stop(token)
  if (!request) return unknown(c)
  if (/\bList-Unsubscribe\b/i.test(body)) return c.text('stopped')
  return c.redirect(urls.stopMail(token), 303)
}

function unknown(c: Context): Response | Promise<Response> {
  return c.html(renderDocument(<UnknownStopPage of={c.get('frame')} />), 404)
}

/** In the language of the person, whatever the browser asks for: the mail was in it. */
function pageProps(c: Context, i18n: NotificationsRoutesDeps['i18n'], { person, kinds }: StopRequest) {
  const translator = i18n.translator(person.language) ?? c.get('translator')
  return { of: { ...c.get('frame'), translator }, email: person.email, kinds: kindNames(translator, kinds) }
}
