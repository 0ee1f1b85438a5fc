/** The secretariat enters that a signatory without an office withdraws: one person asks for it, another one agrees. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { type Signatory, signatoryByNumber } from '../../register/index.ts'
import {
  agreeToWithdrawal,
  askWithdrawal,
  conflictWithSignatory,
  dropWithdrawal,
  mayBeWithdrawnFor,
  type WithdrawForOutcome,
} from '../afterwards/withdraw-for.ts'
import { withdrawalAskedOf } from '../afterwards/withdrawal-store.ts'
import { dayAt, type SigningOfficeDeps } from '../deps.ts'
import { withdrawalFrom } from '../form-rules.ts'
import { doneOf, idIn, type OfficeContext, page, personsAct } from '../office-request.ts'
import { faultText, type ToldFault } from '../pages/pact-frame.tsx'
import { WithdrawForPage, type WithdrawForPageProps } from '../pages/withdraw-page.tsx'
import { deskFrame } from './desk-request.ts'

export function withdrawalRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  const permission = 'signing.decide'
  const path = '/office/pact/signatories/:number{[1-9][0-9]{0,8}}/withdraw'
  const post = { method: 'POST', permission, fresh: true } as const
  return [
    { method: 'GET', path, permission, audit: 'signing.withdrawal', handle: (c) => show(c, deps, {}) },
    { ...post, path, audit: 'signing.ask-withdrawal', handle: (c) => submitAsk(c, deps) },
    { ...post, path: `${path}/agree`, audit: 'signing.agree-withdrawal', handle: (c) => submitAgree(c, deps) },
    { ...post, path: `${path}/drop`, audit: 'signing.drop-withdrawal', handle: (c) => submitDrop(c, deps) },
  ]
}

/** @throws RequestFault not-found for what its own office ends. */
async function entryOfAddress(c: OfficeContext, deps: SigningOfficeDeps): Promise<Signatory> {
  const found = await signatoryByNumber(deps.database.db, Number(c.req.param('number')))
  if (!found || !mayBeWithdrawnFor({ kind: found.kind, status: 'signed' })) throw notFound()
  return found
}

interface Shown {
  readonly id?: string
  readonly fields?: FormFields
  readonly faults?: readonly ToldFault[]
}

async function show(c: OfficeContext, deps: SigningOfficeDeps, shown: Shown): Promise<Response> {
  const signatory = await entryOfAddress(c, deps)
  const { number, id: signatoryId } = signatory
  if (!mayBeWithdrawnFor(signatory)) return c.redirect(urls.pactSignatory(number), 303)
  const { db } = deps.database
  const translator = c.get('translator')
  const asked = await withdrawalAskedOf(db, signatoryId)
  const { id = newId(), fields = new Map(), faults = [] } = shown
  const props: WithdrawForPageProps = {
    ...{ frame: deskFrame(c, deps), number, id, fields, faults, done: doneOf(c) },
    name: signatory.name || translator.t('signing.stand.erased'),
    conflict: await conflictWithSignatory(db, personsAct(c), signatoryId),
    asked: asked && {
      ...{ id: asked.id, words: asked.words, mine: asked.askedBy === c.get('actor').id },
      date: longDate(translator, asked.decidedOn),
    },
  }
  return page(c, <WithdrawForPage {...props} />, faults.length > 0 ? 422 : 200)
}

const labels = { on: 'signing.withdraw.on', words: 'signing.withdrawFor.words' } as const

async function submitAsk(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { id: signatory, number } = await entryOfAddress(c, deps)
  const fields = await readForm(c.req.raw)
  const id = idIn(fields)
  const translator = c.get('translator')
  const today = dayAt(deps.clock.now()).toString()
  const read = withdrawalFrom(fields, { parse: deps.parseDate, today })
  if ('faults' in read) {
    const faults = read.faults.map((fault) => {
      const label = labels[fault.field === 'on' ? 'on' : 'words']
      return { field: fault.field, text: faultText(translator, fault, translator.t(label)) }
    })
    return show(c, deps, { id, fields, faults })
  }
  const outcome = await askWithdrawal(deps, personsAct(c), signatory, { id, ...read.given })
  return answer(c, deps, outcome, { number, shown: { id, fields } })
}

async function submitAgree(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { id, number } = await entryOfAddress(c, deps)
  const asked = fieldText(await readForm(c.req.raw), 'id')
  return answer(c, deps, await agreeToWithdrawal(deps, personsAct(c), id, asked), { number, shown: {} })
}

async function submitDrop(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { id, number } = await entryOfAddress(c, deps)
  const outcome = await dropWithdrawal(deps, personsAct(c), id)
  if (typeof outcome === 'object') return answer(c, deps, outcome, { number, shown: {} })
  return c.redirect(`${urls.pactSignatory(number)}?done=dropped`, 303)
}

function answer(
  c: OfficeContext,
  deps: SigningOfficeDeps,
  outcome: WithdrawForOutcome,
  { number, shown }: { readonly number: number; readonly shown: Shown },
): Response | Promise<Response> {
  const { t } = c.get('translator')
  if (outcome === 'gone') throw notFound()
  if (outcome === 'withdrawn') return c.redirect(`${urls.pactSignatory(number)}?done=withdrawn`, 303)
  if (outcome === 'asked') return c.redirect(`${urls.pactSignatoryAct(number, 'withdraw')}?done=withdrawal`, 303)
  const text =
    typeof outcome === 'object' ? t(`signing.conflict.${outcome.conflict}`) : t(`signing.withdrawFor.${outcome}`)
  return show(c, deps, { ...shown, faults: [{ field: 'main', text }] })
}
