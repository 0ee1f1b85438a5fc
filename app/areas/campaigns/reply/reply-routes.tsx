/** Where towns answer: the coordinator's choice, and the page that the mailbox itself agrees on. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { patterns, urls } from '../../../urls.ts'
import type { CampaignsDeps } from '../deps.ts'
import { isEmail } from '../email-schema.ts'
import { campaignOf, doneOf, type OfficeContext, openUnion, page, revisionOf } from '../union-request.ts'
import { chooseReply } from '../write-campaign.ts'
import { agreeToAnswers, askForAnswers, seeReply } from './ask-reply.ts'
import { ConfirmReplyPage, ReplyOverPage } from './pages/confirm-reply-page.tsx'
import { ReplyPage } from './pages/reply-page.tsx'
import { listReplyAddresses } from './reply-store.ts'

const one = `/office/associations${patterns.cc}${patterns.association}/campaigns${patterns.id}/reply`

export function replyRoutes(deps: CampaignsDeps): Route<AppEnv>[] {
  const choose = { path: one, permission: 'campaigns.run' }
  const confirm = { path: new URL(urls.confirmReply(''), 'http://localhost').pathname, permission: 'anyone' }
  return [
    { method: 'GET', ...choose, audit: 'campaigns.reply', handle: (c) => show(c, deps, {}) },
    { method: 'POST', ...choose, audit: 'campaigns.save-reply', handle: (c) => submit(c, deps) },
    { method: 'GET', ...confirm, audit: 'campaigns.confirm-reply-page', handle: (c) => showConfirm(c, deps) },
    { method: 'POST', ...confirm, audit: 'campaigns.confirm-reply', handle: (c) => submitConfirm(c, deps) },
  ]
}

interface Shown {
  readonly typed?: string
  readonly chosen?: string
  readonly fault?: 'email' | 'choose'
  readonly conflict?: boolean
}

/** The choice that names another mailbox. */
const another = 'another'

async function show(c: OfficeContext, deps: CampaignsDeps, { typed, chosen, fault, conflict = false }: Shown) {
  const request = await openUnion(c, deps)
  const campaign = await campaignOf(c, deps, request)
  const { t } = request.frame.of.translator
  const done = doneOf(c)
  return page(
    c,
    <ReplyPage
      frame={request.frame}
      campaign={campaign}
      addresses={await listReplyAddresses(deps.database.db, request.union.id)}
      another={another}
      chosen={chosen ?? campaign.replyAddress ?? ''}
      typed={typed ?? ''}
      errors={
        fault ? [{ field: fault === 'email' ? 'email' : 'address', text: t(`campaigns.reply.fault.${fault}`) }] : []
      }
      conflict={conflict}
      done={done && t(`campaigns.done.${done}`)}
    />,
    conflict ? 409 : fault ? 422 : 200,
  )
}

async function submit(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const campaign = await campaignOf(c, deps, request)
  const fields = await readForm(c.req.raw)
  const [chosen, typed] = [fieldText(fields, 'address'), fieldText(fields, 'email')]
  const path = urls.campaignPart(request.union, campaign.id, 'reply')
  const known = await listReplyAddresses(deps.database.db, request.union.id)
  if (chosen === another) {
    if (!isEmail(typed)) return show(c, deps, { typed, chosen, fault: 'email' })
    const { language } = request.frame.of.translator
    await askForAnswers(deps, c.get('act'), request.union, { email: typed.toLowerCase(), language })
    return c.redirect(`${path}?done=asked`, 303)
  }
  if (!known.some(({ id, confirmed }) => confirmed && id === chosen)) {
    return show(c, deps, { typed, chosen, fault: 'choose' })
  }
  const of = { association: request.union.id, id: campaign.id, revision: revisionOf(fields) }
  const { outcome } = await chooseReply(deps, c.get('act'), of, chosen)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return show(c, deps, { typed, chosen, conflict: true })
  return c.redirect(`${urls.campaign(request.union, campaign.id)}?done=saved`, 303)
}

const html = (c: Context<AppEnv>, node: Parameters<typeof renderDocument>[0], status: 200 | 410 = 200) =>
  c.html(renderDocument(node), status)

/** Opening it changes nothing: scanners of mail open every link. */
async function showConfirm(c: Context<AppEnv>, deps: CampaignsDeps): Promise<Response> {
  const of = c.get('frame')
  const token = c.req.query('token') ?? ''
  const asked = await seeReply(deps, token)
  const association = asked && (await deps.associationOf(deps.database.db, asked.association))
  if (!asked || !association) return html(c, <ReplyOverPage of={of} />, 410)
  const name = association.names[of.translator.language] ?? association.name
  return html(c, <ConfirmReplyPage of={of} association={name} token={token} confirmed={asked.confirmed} />)
}

async function submitConfirm(c: Context<AppEnv>, deps: CampaignsDeps): Promise<Response> {
  const token = fieldText(await readForm(c.req.raw), 'token')
  if (!(await agreeToAnswers(deps, token))) return html(c, <ReplyOverPage of={c.get('frame')} />, 410)
  return c.redirect(urls.confirmReply(token), 303)
}
