/**
 * Where letters lead that an office wants no more. Whoever holds the mail may stop them, without an account; opening the
 * page changes nothing, a POST does: that of its button, or the one that mail programs send by themselves (RFC 8058). Only
 * this page takes it back: no coordinator can.
 */
import type { Context } from 'hono'
import { actOf, recordAudit } from '../../../platform/audit/audit.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { urls } from '../../../urls.ts'
import type { CampaignsDeps } from '../deps.ts'
import { LettersPage, UnknownLettersPage } from './pages/letters-page.tsx'
import { createLetterStops, type StopClaim } from './stop-letters.ts'
import { isStopped, stopLetters, wantLettersAgain } from './stop-store.ts'

export function stopLettersRoutes(deps: CampaignsDeps): Route<AppEnv>[] {
  const page = { path: new URL(urls.stopLetters(''), 'http://localhost').pathname, permission: 'anyone' }
  return [
    { method: 'GET', ...page, audit: 'campaigns.letters-page', handle: (c) => show(c, deps) },
    { method: 'POST', ...page, audit: 'campaigns.stop-letters', handle: (c) => submit(c, deps) },
  ]
}

const tokenOf = (c: Context<AppEnv>): string => c.req.query('token') ?? ''

const claimOf = (c: Context<AppEnv>, { config }: CampaignsDeps) => createLetterStops(config.secret).read(tokenOf(c))

function unknown(c: Context<AppEnv>) {
  return c.html(renderDocument(<UnknownLettersPage of={c.get('frame')} />), 404)
}

async function show(c: Context<AppEnv>, deps: CampaignsDeps): Promise<Response> {
  const claim = claimOf(c, deps)
  const association = claim && (await deps.associationOf(deps.database.db, claim.association))
  if (!claim || !association) return unknown(c)
  const of = c.get('frame')
  const props = {
    of,
    association: association.names[of.translator.language] ?? association.name,
    action: urls.stopLetters(tokenOf(c)),
    stopped: await isStopped(deps.database.db, claim),
  }
  return c.html(renderDocument(<LettersPage {...props} />))
}

async function submit(c: Context<AppEnv>, deps: CampaignsDeps): Promise<Response> {
  const claim = claimOf(c, deps)
  const body = await c.req.text()
  if (!claim || !(await deps.associationOf(deps.database.db, claim.association))) return unknown(c)
  await keep(deps, claim, new URLSearchParams(body).get('do') === 'again')
  // A mail program follows no redirection and shows nothing to anybody: it gets one word.
  if (/\bList-Unsubscribe\b/i.test(body)) return c.text('stopped')
  return c.redirect(urls.stopLetters(tokenOf(c)), 303)
}

async function keep({ database, clock }: CampaignsDeps, claim: StopClaim, again: boolean): Promise<void> {
  const name = again ? 'campaigns.want-letters' : 'campaigns.stop-letters'
  const act = actOf('reader', name, clock.now())
  await database.db.transaction().execute(async (tx) => {
    const done = again ? await wantLettersAgain(tx, claim) : await stopLetters(tx, claim, act.at)
    if (done) await recordAudit(tx, act, { authority: null, subject: `association ${claim.association}` })
  })
}
