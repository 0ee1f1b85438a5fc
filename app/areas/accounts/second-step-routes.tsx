/** What comes between the link and the office, and showing again who one is. */
import type { Config } from '../../config.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import type { Accounts } from './accounts.ts'
import { SecondStepPage, SessionEndedPage, ShowAgainPage } from './pages/second-step.tsx'
import { linkShowsAgain, stepBefore } from './policy.ts'
import { returnPath } from './return-path.ts'

export interface SecondStepDeps {
  readonly accounts: Pick<Accounts, 'codes' | 'factors' | 'passkeys' | 'requestLink'>
  readonly config: Pick<Config, 'production'>
}

type Handler = Route<AppEnv>['handle']
type Context = Parameters<Handler>[0]
type CodeName = 'code' | 'recovery-code'

export function secondStepRoutes(deps: SecondStepDeps): Route<AppEnv>[] {
  const permission = 'accounts.second-step'
  const second = { path: urls.secondStep(), permission }
  const again = { path: urls.showAgain(), permission }
  const recovery = { path: urls.recoveryCode(), permission, audit: 'accounts.give-recovery-code' }
  const link = { path: urls.showAgainByLink(), permission, audit: 'accounts.ask-link-again' }
  return [
    { method: 'GET', ...second, audit: 'accounts.second-page', handle: (c) => showStep(c, deps, c.req.query('to')) },
    { method: 'POST', ...second, audit: 'accounts.give-code', handle: (c) => giveCode(c, deps, 'code') },
    { method: 'POST', ...recovery, handle: (c) => giveCode(c, deps, 'recovery-code') },
    { method: 'GET', ...again, audit: 'accounts.again-page', handle: (c) => showAgain(c, deps, c.req.query('to')) },
    { method: 'POST', ...again, audit: 'accounts.show-again', handle: (c) => giveCodeAgain(c, deps) },
    { method: 'POST', ...link, handle: (c) => mailLink(c, deps) },
  ]
}

/** What the person has, and what is missing in this session. */
export async function situationOf(c: Context, accounts: Pick<Accounts, 'factors'>) {
  const actor = c.get('actor')
  const factors = await accounts.factors(actor.id)
  return { actor, factors, step: stepBefore(actor, c.get('session'), factors) }
}

export const doingOf = (c: Context) => ({ act: c.get('act'), actor: c.get('actor'), session: c.get('session') })

async function showStep(c: Context, { accounts }: SecondStepDeps, given: string | undefined, refused?: CodeName) {
  const to = returnPath(given)
  const { step, factors } = await situationOf(c, accounts)
  if (!step) return c.redirect(to ?? urls.office(), 303)
  const page = <SecondStepPage of={c.get('frame')} to={to} step={step} factors={factors} refused={refused} />
  return c.html(renderDocument(page), refused ? 422 : 200)
}

async function giveCode(c: Context, deps: SecondStepDeps, name: CodeName): Promise<Response> {
  const form = await readForm(c.req.raw)
  const to = fieldText(form, 'to')
  const { step } = await situationOf(c, deps.accounts)
  if (step !== 'give-code') return c.redirect(urls.secondStep(returnPath(to)), 303)
  const kind = name === 'code' ? 'totp' : name
  const outcome = await deps.accounts.codes.give(doingOf(c), kind, fieldText(form, name))
  if (outcome === 'ended') return sessionEnded(c, to)
  if (outcome === 'refused') return showStep(c, deps, to, name)
  return c.redirect(returnPath(to) ?? urls.office(), 303)
}

function sessionEnded(c: Context, to: string) {
  return c.html(renderDocument(<SessionEndedPage of={c.get('frame')} to={returnPath(to)} />), 401)
}

async function showAgain(c: Context, { accounts }: SecondStepDeps, given: string | undefined, refused?: CodeName) {
  const to = returnPath(given)
  const { actor, step, factors } = await situationOf(c, accounts)
  // Taking the step that is missing shows it too.
  if (step && step !== 'set-up') return c.redirect(urls.secondStep(to), 303)
  const byLink = linkShowsAgain(actor, factors)
  const page = (
    <ShowAgainPage of={c.get('frame')} to={to} form={newId()} factors={factors} byLink={byLink} refused={refused} />
  )
  return c.html(renderDocument(page), refused ? 422 : 200)
}

async function giveCodeAgain(c: Context, deps: SecondStepDeps): Promise<Response> {
  const form = await readForm(c.req.raw)
  const to = fieldText(form, 'to')
  const { step, factors } = await situationOf(c, deps.accounts)
  if (step || !factors.codes) return c.redirect(urls.showAgain(returnPath(to)), 303)
  const outcome = await deps.accounts.codes.give(doingOf(c), 'totp', fieldText(form, 'code'))
  if (outcome === 'ended') return sessionEnded(c, to)
  if (outcome === 'refused') return showAgain(c, deps, to, 'code')
  return c.redirect(returnPath(to) ?? urls.office(), 303)
}

/** The link opens a session of its own, and that is fresh. */
async function mailLink(c: Context, { accounts }: SecondStepDeps): Promise<Response> {
  const form = await readForm(c.req.raw)
  const to = returnPath(fieldText(form, 'to'))
  await accounts.requestLink(c.get('actor').email, to, fieldText(form, 'form'))
  return c.redirect(urls.linkSent(to), 303)
}
