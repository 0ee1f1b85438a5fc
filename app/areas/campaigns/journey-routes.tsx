/** The steps before a campaign starts: whom it is for, its letters, when. */
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { apart } from '../../ui/lists.ts'
import { patterns, urls } from '../../urls.ts'
import { areasToChoose } from '../coverage/index.ts'
import { type Campaign, reminderChoices } from './campaign-rules.ts'
import { areasOfMembers, readLetters, timeZoneOf } from './campaign-store.ts'
import type { CampaignsOfficeDeps, SharedLetter } from './deps.ts'
import { letterFaults, letterFields } from './letter-rules.ts'
import { LetterPage } from './pages/letter-page.tsx'
import { WhenPage } from './pages/when-page.tsx'
import { WhomPage } from './pages/whom-page.tsx'
import { segmentFields, segmentFrom } from './segment-form.ts'
import { reachOf } from './target-store.ts'
import { campaignOf, type OfficeContext, openUnion, page, revisionOf, type UnionRequest } from './union-request.ts'
import { startFrom, type WhenFault } from './when-rules.ts'
import { type CampaignOutcome, saveLetter, saveSegment, schedule } from './write-campaign.ts'

const one = `/office/associations${patterns.cc}${patterns.association}/campaigns${patterns.id}`
const permission = 'campaigns.run'

export function journeyRoutes(deps: CampaignsOfficeDeps): Route<AppEnv>[] {
  const [whom, letter, when] = [`${one}/whom`, `${one}/letter`, `${one}/when`]
  return [
    { method: 'GET', path: whom, permission, audit: 'campaigns.whom', handle: (c) => showWhom(c, deps) },
    { method: 'POST', path: whom, permission, audit: 'campaigns.save-whom', handle: (c) => submitWhom(c, deps) },
    { method: 'GET', path: letter, permission, audit: 'campaigns.letter', handle: (c) => showLetter(c, deps) },
    { method: 'POST', path: letter, permission, audit: 'campaigns.save-letter', handle: (c) => submitLetter(c, deps) },
    { method: 'GET', path: when, permission, audit: 'campaigns.when', handle: (c) => showWhen(c, deps) },
    { method: 'POST', path: when, permission, audit: 'campaigns.schedule', handle: (c) => submitWhen(c, deps) },
  ]
}

type Answer<Shown> = (
  c: OfficeContext,
  deps: CampaignsOfficeDeps,
  request: UnionRequest,
  shown: Shown,
) => Promise<Response>

/** Where an edit leads: on, or back to the form with what a colleague wrote meanwhile. */
async function afterEdit<Shown extends object>(
  c: OfficeContext,
  deps: CampaignsOfficeDeps,
  request: UnionRequest,
  { outcome }: CampaignOutcome,
  {
    form,
    shown,
    path,
  }: { readonly form: Answer<Shown & { conflict: boolean }>; readonly shown: Shown; readonly path: string },
): Promise<Response> {
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return form(c, deps, request, { ...shown, conflict: true })
  return c.redirect(path, 303)
}

const ofForm = ({ union }: UnionRequest, campaign: Campaign, fields: FormFields) => ({
  association: union.id,
  id: campaign.id,
  revision: revisionOf(fields),
})

interface WhomShown {
  readonly fields?: FormFields
  readonly errors?: readonly { readonly field: string; readonly text: string }[]
  readonly conflict?: boolean
}

const whomPage: Answer<WhomShown> = async (c, deps, request, { fields, errors = [], conflict = false }) => {
  const { db } = deps.database
  const campaign = await campaignOf(c, deps, request)
  const areas = areasToChoose(request.frame.of.translator, await areasOfMembers(db, request.union.id))
  return page(
    c,
    <WhomPage
      frame={request.frame}
      campaign={campaign}
      areas={areas}
      fields={fields ?? segmentFields(campaign.segment)}
      reach={await reachOf(db, request.union.id, campaign.segment)}
      errors={errors}
      conflict={conflict}
    />,
    conflict ? 409 : errors.length > 0 ? 422 : 200,
  )
}

async function showWhom(c: OfficeContext, deps: CampaignsOfficeDeps): Promise<Response> {
  return whomPage(c, deps, await openUnion(c, deps), {})
}

async function submitWhom(c: OfficeContext, deps: CampaignsOfficeDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const campaign = await campaignOf(c, deps, request)
  const fields = await readForm(c.req.raw)
  const areas = await areasOfMembers(deps.database.db, request.union.id)
  const read = segmentFrom(fields, new Set(areas.map(({ id }) => id)))
  if ('faults' in read) {
    const { t } = request.frame.of.translator
    const errors = read.faults.map(({ field, code }) => ({ field, text: t(`campaigns.whom.fault.${code}`) }))
    return whomPage(c, deps, request, { fields, errors })
  }
  const outcome = await saveSegment(deps, c.get('act'), ofForm(request, campaign, fields), read.segment)
  const path = `${urls.campaign(request.union, campaign.id)}?done=saved`
  return afterEdit(c, deps, request, outcome, { form: whomPage, shown: { fields }, path })
}

interface LetterShown {
  readonly language?: string
  readonly typed?: { readonly subject: string; readonly body: string; readonly first: boolean }
  readonly errors?: readonly { readonly field: string; readonly text: string }[]
  readonly conflict?: boolean
  /** A letter of another association that fills the form; nothing is saved. */
  readonly from?: SharedLetter
}

const letterPage: Answer<LetterShown> = async (c, deps, request, shown) => {
  const { errors = [], conflict = false, from } = shown
  const campaign = await campaignOf(c, deps, request)
  const letters = await readLetters(deps.database.db, campaign.id)
  const language = shown.language ?? campaign.firstLanguage
  const current = letters.find((each) => each.language === language)
  const codes = [
    ...new Set([
      ...letters.map((each) => each.language),
      ...request.official,
      ...deps.languages.list.map(({ code }) => code),
    ]),
  ]
  return page(
    c,
    <LetterPage
      frame={request.frame}
      campaign={campaign}
      language={deps.languages.byCode(language) ?? { code: language, tag: language, autonym: language }}
      languages={codes.flatMap((code) => deps.languages.byCode(code) ?? [])}
      written={letters.map((each) => each.language)}
      typed={
        shown.typed ?? {
          subject: from?.title ?? current?.subject ?? '',
          body: from?.parts['letter'] ?? current?.body ?? '',
          first: language === campaign.firstLanguage,
        }
      }
      theirs={conflict ? current : undefined}
      shared={current || shown.typed ? [] : await deps.sharedLetters(request.union.id, language)}
      from={from}
      fields={letterFields}
      errors={errors}
      conflict={conflict}
    />,
    conflict ? 409 : errors.length > 0 ? 422 : 200,
  )
}

const known = ({ languages }: CampaignsOfficeDeps, typed: string): string | undefined =>
  languages.codes.has(typed) ? typed : undefined

async function showLetter(c: OfficeContext, deps: CampaignsOfficeDeps): Promise<Response> {
  const language = known(deps, c.req.query('language') ?? '')
  const request = await openUnion(c, deps)
  const asked = z.uuid().safeParse(c.req.query('from'))
  const from = asked.success ? await deps.readShared(asked.data, request.union.id) : undefined
  return letterPage(c, deps, request, { ...(language === undefined ? {} : { language }), ...(from ? { from } : {}) })
}

async function submitLetter(c: OfficeContext, deps: CampaignsOfficeDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const campaign = await campaignOf(c, deps, request)
  const fields = await readForm(c.req.raw)
  const language = known(deps, fieldText(fields, 'into')) ?? campaign.firstLanguage
  const typed = {
    subject: fieldText(fields, 'subject'),
    body: fieldText(fields, 'body'),
    first: fieldText(fields, 'first') === 'yes',
  }
  // Without words, what stood there goes.
  const empty = typed.subject === '' && typed.body === ''
  const faults = empty ? [] : letterFaults(typed)
  if (faults.length > 0) {
    const { t } = request.frame.of.translator
    const errors = faults.map(({ field, code, named = '' }) => ({
      field,
      text: t(`campaigns.letter.fault.${code}`, { field: apart(named) }),
    }))
    return letterPage(c, deps, request, { language, typed, errors })
  }
  const outcome = await saveLetter(deps, c.get('act'), ofForm(request, campaign, fields), { language, ...typed })
  const path = `${urls.campaign(request.union, campaign.id)}?done=saved`
  return afterEdit(c, deps, request, outcome, { form: letterPage, shown: { language, typed }, path })
}

interface WhenShown {
  readonly fields?: FormFields
  readonly faults?: readonly WhenFault[]
  readonly conflict?: boolean
}

const whenPage: Answer<WhenShown> = async (c, deps, request, { fields, faults = [], conflict = false }) => {
  const campaign = await campaignOf(c, deps, request)
  const { t } = request.frame.of.translator
  const typed = (name: string) => (fields ? fieldText(fields, name) : '')
  return page(
    c,
    <WhenPage
      frame={request.frame}
      campaign={campaign}
      reach={await reachOf(deps.database.db, request.union.id, campaign.segment)}
      pace={deps.config.campaignPace}
      typed={{
        when: fields ? typed('when') : 'now',
        day: typed('start-day'),
        month: typed('start-month'),
        year: typed('start-year'),
        reminder: fields ? typed('reminder') : '14',
      }}
      errors={faults.map(({ field, code }) => ({ field, text: t(`campaigns.when.fault.${code}`) }))}
      conflict={conflict}
    />,
    conflict ? 409 : faults.length > 0 ? 422 : 200,
  )
}

async function showWhen(c: OfficeContext, deps: CampaignsOfficeDeps): Promise<Response> {
  return whenPage(c, deps, await openUnion(c, deps), {})
}

async function submitWhen(c: OfficeContext, deps: CampaignsOfficeDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const campaign = await campaignOf(c, deps, request)
  const fields = await readForm(c.req.raw)
  const timeZone = await timeZoneOf(deps.database.db, request.union.id)
  const text = (name: string) => fieldText(fields, name)
  const typed = { when: text('when'), day: text('start-day'), month: text('start-month'), year: text('start-year') }
  const read = startFrom(typed, deps.clock.now(), timeZone)
  if ('fault' in read) return whenPage(c, deps, request, { fields, faults: [read.fault] })
  const reminder = reminderChoices.find((days) => `${days}` === text('reminder')) ?? null
  const act = { ...c.get('act'), person: c.get('actor') }
  const given = { startAt: read.startAt, reminderDays: reminder }
  const outcome = await schedule(deps, act, ofForm(request, campaign, fields), given)
  const path = urls.campaign(request.union, campaign.id)
  // What is missing stands on the page of the campaign.
  if (outcome.outcome === 'missing') return c.redirect(path, 303)
  return afterEdit(c, deps, request, outcome, { form: whenPage, shown: { fields }, path: `${path}?done=scheduled` })
}
