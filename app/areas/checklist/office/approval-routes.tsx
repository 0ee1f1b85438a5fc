/** Two pairs of eyes, by form: asked for, decided, withdrawn, switched; and what goes without them. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { askApproval, type DecisionOutcome, decideApproval, personsAct, requireTwoPairs } from '../approval.ts'
import type { Decision } from '../approval-rules.ts'
import { publishWithdrawals } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { type OfficeContext, type OfficeRequest, openOffice, saved } from './office-request.ts'
import { officePattern } from './patterns.ts'
import { showPublishAgain } from './publish-routes.tsx'

export function approvalRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const path = (name: string) => `${officePattern}/publish/${name}`
  const publish = { method: 'POST', permission: 'checklist.publish' } as const
  const approve = { method: 'POST', permission: 'checklist.approve' } as const
  return [
    { ...publish, path: path('ask'), audit: 'checklist.ask-approval', handle: (c) => ask(c, deps) },
    {
      ...publish,
      path: path('withdraw'),
      audit: 'checklist.withdraw-approval',
      handle: (c) => submitDecision(c, deps, () => 'withdraw'),
    },
    { ...publish, path: path('urgent'), audit: 'checklist.publish-urgent', handle: (c) => urgent(c, deps) },
    {
      ...approve,
      path: path('approve'),
      audit: 'checklist.approve',
      handle: (c) =>
        submitDecision(c, deps, (fields) => (fieldText(fields, 'decision') === 'approve' ? 'approve' : 'send-back')),
    },
    {
      ...approve,
      path: path('two-pairs'),
      audit: 'checklist.switch-two-pairs',
      fresh: true,
      handle: (c) => switchIt(c, deps),
    },
  ]
}

/** Longer words belong into a conversation. */
const longestWords = 1000

async function ask(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const fields = await readForm(c.req.raw)
  const words = fieldText(fields, 'words')
  const again = (problem: Parameters<typeof showPublishAgain>[3]['problem'], status: 409 | 422) =>
    showPublishAgain(c, deps, office, { problem, status, typed: words })
  if (words.length > longestWords) return again('long-words', 422)
  const given = { note: words, seen: fieldText(fields, 'seen') }
  const { outcome } = await askApproval(deps, personsAct(c.get('act')), office.authority, given)
  const page = urls.officePublish(office.frame.town)
  switch (outcome) {
    case 'asked':
    case 'already-asked':
      return saved(c, page, 'approvalAsked')
    case 'unchanged':
      return saved(c, page, 'unchanged')
    case 'not-wanted':
      return again('not-wanted', 409)
    case 'draft-changed':
      return again('draft-changed', 409)
    case 'refused':
      return again('faults', 422)
  }
}

async function submitDecision(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  decisionOf: (fields: FormFields) => Decision,
): Promise<Response> {
  const office = await openOffice(c, deps)
  const fields = await readForm(c.req.raw)
  const decision = decisionOf(fields)
  const words = fieldText(fields, 'words')
  const again = (problem: 'long-words' | 'words-missing') =>
    showPublishAgain(c, deps, office, { problem, status: 422, typed: words })
  if (words.length > longestWords) return again('long-words')
  if (decision === 'send-back' && words === '') return again('words-missing')
  const outcome = await decideApproval(deps, personsAct(c.get('act')), office.authority, {
    request: fieldText(fields, 'request'),
    seen: fieldText(fields, 'seen'),
    decision,
    words,
  })
  return afterDecision(c, deps, office, outcome, words)
}

function afterDecision(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  outcome: DecisionOutcome,
  typed: string,
): Response | Promise<Response> {
  const { town } = office.frame
  switch (outcome.outcome) {
    case 'approved':
      return saved(c, urls.officeVersions(town), 'approved')
    case 'sent-back':
      return saved(c, urls.officePublish(town), 'sentBack')
    case 'withdrawn':
      return saved(c, urls.officePublish(town), 'withdrawn')
    case 'not-decided':
      return showPublishAgain(c, deps, office, { problem: outcome.why, status: 409, typed })
    case 'refused':
      return showPublishAgain(c, deps, office, { problem: 'faults', status: 422, typed })
  }
}

async function urgent(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { outcome } = await publishWithdrawals(deps, c.get('act'), office.authority.id)
  const { town } = office.frame
  if (outcome === 'published') return saved(c, urls.officeVersions(town), 'urgent')
  return saved(c, urls.officePublish(town), 'unchanged')
}

async function switchIt(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const on = fieldText(await readForm(c.req.raw), 'on') === 'yes'
  const done = await requireTwoPairs(deps, personsAct(c.get('act')), office.authority.id, on)
  if (done === 'alone') return showPublishAgain(c, deps, office, { problem: 'alone', status: 422 })
  return saved(c, urls.officePublish(office.frame.town), on ? 'twoPairsOn' : 'twoPairsOff')
}
