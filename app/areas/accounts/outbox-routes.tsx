/** Mails of a development server, as they would have been sent. */
import type { Config } from '../../config.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { outboxFolder } from '../../platform/mail/mailer.ts'
import { createOutbox, type Outbox } from '../../platform/mail/outbox.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import { OutboxMailPage, OutboxPage } from './pages/outbox.tsx'

type Context = Parameters<Route<AppEnv>['handle']>[0]

export function outboxRoutes({ config }: { readonly config: Pick<Config, 'dataDir'> }): Route<AppEnv>[] {
  const outbox = createOutbox(outboxFolder(config.dataDir))
  const get = { method: 'GET', permission: 'accounts.outbox', audit: 'accounts.outbox' } as const
  return [
    { ...get, path: urls.outbox(), handle: (c) => showText(c, outbox) },
    { ...get, path: htmlPath, handle: (c) => showHtml(c, outbox) },
  ]
}

const htmlPath = new URL(urls.outboxHtml(''), 'http://localhost').pathname

async function showText(c: Context, outbox: Outbox): Promise<Response> {
  const of = c.get('frame')
  const id = c.req.query('mail')
  if (id === undefined) return c.html(renderDocument(<OutboxPage of={of} mails={await outbox.list()} />))
  const mail = await outbox.get(id)
  if (!mail) throw notFound()
  return c.html(renderDocument(<OutboxMailPage of={of} mail={mail} />))
}

/** A page of its own, without our origin: whatever stands in it runs nothing, loads nothing and reaches no form of ours. */
const mailPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

async function showHtml(c: Context, outbox: Outbox): Promise<Response> {
  const mail = await outbox.get(c.req.query('mail') ?? '')
  if (mail?.html === undefined) throw notFound()
  return c.html(mail.html, 200, { 'content-security-policy': mailPolicy })
}
