/** The campaigns of an association: the list, beginning one, where one stands, what can be done with it. */
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { longMoment } from '../../ui/dates.ts'
import { byName } from '../../ui/lists.ts'
import { patterns, urls } from '../../urls.ts'
import { actsIn, campaignActs, type RecipientState, recipientStates } from './campaign-rules.ts'
import { listCampaigns, readLetters, timeZoneOf } from './campaign-store.ts'
import type { CampaignsDeps, CampaignsOfficeDeps } from './deps.ts'
import { CampaignPage } from './pages/campaign-page.tsx'
import { CampaignsPage } from './pages/campaigns-page.tsx'
import { RecipientsPage } from './pages/recipients-page.tsx'
import { segmentWords } from './present-segment.ts'
import { countStates } from './recipient-store.ts'
import { readReplyAddress } from './reply/reply-store.ts'
import { listRecipients, readResults } from './result-store.ts'
import { reachOf } from './target-store.ts'
import { campaignOf, doneOf, mostOnPage, type OfficeContext, openUnion, page, pageNumber } from './union-request.ts'
import { actOn, missingOf, startCampaign } from './write-campaign.ts'

const list = `/office/associations${patterns.cc}${patterns.association}/campaigns`
const permission = 'campaigns.run'

export function campaignRoutes(deps: CampaignsOfficeDeps): Route<AppEnv>[] {
  const one = `${list}${patterns.id}`
  return [
    { method: 'GET', path: list, permission, audit: 'campaigns.list', handle: (c) => showList(c, deps) },
    { method: 'POST', path: list, permission, audit: 'campaigns.begin', handle: (c) => submitStart(c, deps) },
    { method: 'GET', path: one, permission, audit: 'campaigns.show', handle: (c) => showOne(c, deps) },
    { method: 'POST', path: `${one}/act`, permission, audit: 'campaigns.act', handle: (c) => submitAct(c, deps) },
    {
      ...({ method: 'GET', path: `${one}/recipients`, permission } as const),
      audit: 'campaigns.recipients',
      handle: (c) => showRecipients(c, deps),
    },
  ]
}

const longestName = 120

async function showList(
  c: OfficeContext,
  deps: CampaignsDeps,
  typed?: { readonly name: string; readonly id: string },
): Promise<Response> {
  const { union, frame } = await openUnion(c, deps)
  const { t } = frame.of.translator
  const done = doneOf(c)
  const errors = typed ? [{ field: 'name', text: t('campaigns.begin.fault') }] : []
  return page(
    c,
    <CampaignsPage
      frame={frame}
      campaigns={await listCampaigns(deps.database.db, union.id)}
      id={typed?.id ?? newId()}
      typed={typed?.name ?? ''}
      errors={errors}
      done={done && t(`campaigns.done.${done}`)}
    />,
    typed ? 422 : 200,
  )
}

async function submitStart(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const { union, official } = await openUnion(c, deps)
  const fields = await readForm(c.req.raw)
  const name = fieldText(fields, 'name')
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  const id = given.success ? given.data : newId()
  if (name === '' || name.length > longestName) return showList(c, deps, { name, id })
  const firstLanguage = official[0] ?? 'en'
  await startCampaign(deps, c.get('act'), { id, association: union.id, name, firstLanguage })
  return c.redirect(`${urls.campaign(union, id)}?done=started`, 303)
}

async function showOne(c: OfficeContext, deps: CampaignsOfficeDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const { union, frame } = request
  const { db } = deps.database
  const campaign = await campaignOf(c, deps, request)
  const { translator } = frame.of
  const { id, association, replyAddress, startAt, endedAt } = campaign
  const reply = replyAddress === null ? undefined : await readReplyAddress(db, association, replyAddress)
  const timeZone = await timeZoneOf(db, association)
  const areas = (await deps.readAreas(db, campaign.segment.areas))
    .map(({ name, names }) => ({ name: names[translator.language] ?? name }))
    .toSorted(byName(translator.tag))
  const moment = (at: Temporal.Instant | null) => at && longMoment(translator, at, timeZone)
  const early = campaign.state === 'draft' || campaign.state === 'scheduled'
  const letters = (await readLetters(db, id)).map(
    ({ language }) => deps.languages.byCode(language)?.autonym ?? language,
  )
  const done = doneOf(c)
  if (!early) await deps.countMembersDue(union.id)
  return page(
    c,
    <CampaignPage
      frame={frame}
      campaign={campaign}
      acts={actsIn(campaign.state)}
      letters={letters}
      reply={reply?.confirmed ? reply.email : undefined}
      whom={segmentWords(
        translator,
        campaign.segment,
        areas.map(({ name }) => name),
      )}
      reach={early ? await reachOf(db, union.id, campaign.segment) : undefined}
      missing={campaign.state === 'draft' ? await missingOf(db, campaign) : []}
      counts={early ? {} : await countStates(db, id)}
      results={early ? undefined : await readResults(db, union.id, id)}
      startsAt={moment(startAt) ?? ''}
      endedAt={moment(endedAt) ?? ''}
      pace={deps.config.campaignPace}
      done={done && translator.t(`campaigns.done.${done}`)}
    />,
  )
}

async function submitAct(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const { union } = await openUnion(c, deps)
  const typed = fieldText(await readForm(c.req.raw), 'do')
  const what = campaignActs.find((one) => one === typed)
  if (!what) throw notFound()
  const id = c.req.param('id') ?? ''
  const { outcome } = await actOn(deps, c.get('act'), { association: union.id, id }, what)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'deleted') return c.redirect(`${urls.campaigns(union)}?done=deleted`, 303)
  return c.redirect(`${urls.campaign(union, id)}?done=done`, 303)
}

async function showRecipients(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const { db } = deps.database
  const campaign = await campaignOf(c, deps, request)
  const state: RecipientState | undefined = recipientStates.find((one) => one === c.req.query('state'))
  if (!state) throw notFound()
  const number = pageNumber(c)
  const recipients = await listRecipients(db, campaign.id, state, { from: (number - 1) * mostOnPage, most: mostOnPage })
  const total = (await countStates(db, campaign.id))[state] ?? 0
  const { language } = request.frame.of.translator
  return page(
    c,
    <RecipientsPage
      frame={request.frame}
      id={campaign.id}
      name={campaign.name}
      state={state}
      recipients={recipients.map((one) => ({ ...one, name: one.names[language] ?? one.name }))}
      pages={{ number, count: Math.max(1, Math.ceil(total / mostOnPage)) }}
    />,
  )
}
