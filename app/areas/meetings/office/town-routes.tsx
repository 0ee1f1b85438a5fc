/** What a town does about meetings: asks about the call, sees how its bid stands, steps back or accepts. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { longMoment } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { bidOf, readChoice } from '../call/bid-store.ts'
import { stageOfCall } from '../call/call-rules.ts'
import { readCall } from '../call/call-store.ts'
import { acceptOffer, declineOffer, stepBack } from '../call/choose.ts'
import { askAboutCall } from '../call/keep-call.ts'
import { type MeetingsOfficeDeps, type PlanTown, todayAt } from '../deps.ts'
import { type Meeting, stageOf } from '../meeting-rules.ts'
import { readMeetings } from '../meeting-store.ts'
import { DeskPage, type DeskPart } from '../pages/desk-page.tsx'
import { daysText, titleText } from '../present-meeting.ts'
import {
  doneOf,
  fieldMaker,
  idIn,
  meetingAsked,
  type OfficeContext,
  openTown,
  page,
  type Shown,
  told,
  townBase,
  townOne,
} from './office-request.ts'

export function townRoutes(deps: MeetingsOfficeDeps): Route<AppEnv>[] {
  const permission = 'meetings.bid'
  const post = { method: 'POST', permission } as const
  return [
    { method: 'GET', permission, path: townBase, audit: 'meetings.of-town', handle: (c) => showTown(c, deps) },
    {
      ...{ method: 'GET', permission, path: `${townOne}/ask`, audit: 'meetings.show-ask' },
      handle: (c) => showAsk(c, deps, {}),
    },
    { ...post, path: `${townOne}/ask`, audit: 'meetings.ask', handle: (c) => submitAsk(c, deps) },
    { ...post, path: `${townOne}/step-back`, audit: 'meetings.step-back', handle: (c) => submitStepBack(c, deps) },
    { ...post, path: `${townOne}/accept`, audit: 'meetings.accept', handle: (c) => submitAccept(c, deps) },
    { ...post, path: `${townOne}/decline`, audit: 'meetings.decline', handle: (c) => submitDecline(c, deps) },
  ]
}

const isHeld = ({ clock }: MeetingsOfficeDeps, one: Meeting): boolean =>
  stageOf(one, todayAt(clock.now(), one.timeZone)) === 'held'

async function showTown(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const translator = c.get('translator')
  const { t } = translator
  const { db } = deps.database
  const signed = await deps.hasSigned(db, town.id)
  const meetings = await readMeetings(db)
  const current = meetings.filter((one) => one.host === town.id || !isHeld(deps, one))
  const parts = await Promise.all(current.map((meeting) => meetingPart(c, deps, town, { meeting, signed })))
  const over = meetings.filter((one) => !current.includes(one))
  const after = await Promise.all(over.map((meeting) => partAfter(c, deps, town, meeting)))
  const about = { paragraphs: [t('meeting.town.about'), ...(signed ? [] : [t('meeting.bid.unsigned')])] }
  const hosts = { text: t('meeting.hosts.title'), href: urls.meetingHosts(translator.language) }
  const links = { links: [...(await deps.taskLinks(db, translator, town)), hosts] }
  const props = {
    frame: { ...frame, back: undefined },
    title: t('meeting.title'),
    parts: [about, links, ...parts.flat(), ...after.flat()],
  }
  return page(c, <DeskPage {...props} done={doneOf(c, translator)} />)
}

/** What is left of one that is over: what it concluded, and what became of the town's own proposals. */
async function partAfter(
  c: OfficeContext,
  deps: MeetingsOfficeDeps,
  town: PlanTown,
  meeting: Meeting,
): Promise<DeskPart[]> {
  const translator = c.get('translator')
  const { db } = deps.database
  if (!(await deps.hasConclusions(db, meeting.id))) return []
  const page = { text: translator.t('meeting.page.public'), href: urls.meeting(translator.language, meeting.year) }
  const links = [page, ...(await deps.linksAfter(db, meeting, translator, town))]
  return [{ title: titleText(translator, meeting), paragraphs: [daysText(translator, meeting)], links }]
}

async function meetingPart(
  c: OfficeContext,
  deps: MeetingsOfficeDeps,
  town: PlanTown,
  { meeting, signed }: { readonly meeting: Meeting; readonly signed: boolean },
): Promise<DeskPart[]> {
  const translator = c.get('translator')
  const { t, language } = translator
  const { db } = deps.database
  const { year } = meeting
  const [call, bid, choice] = [
    await readCall(db, meeting.id),
    await bidOf(db, meeting.id, town.id),
    await readChoice(db, meeting.id),
  ]
  const stage = call && stageOfCall(call, deps.clock.now())
  const isHost = meeting.host === town.id
  const isOffered = choice?.state === 'offered' && choice.runnerUp === town.id
  const until = call && stage === 'open' ? [t('meeting.bid.until', { moment: momentText(c, call) })] : []
  const links = [
    { text: t('meeting.page.public'), href: urls.meeting(language, year) },
    ...(stage === 'open' && signed ? [{ text: t('meeting.page.bid'), href: urls.townBid(town, year) }] : []),
    ...(stage !== 'open' && bid ? [{ text: t('meeting.page.bid'), href: urls.townBid(town, year) }] : []),
    ...(stage === 'open' || stage === 'announced'
      ? [{ text: t('meeting.page.ask'), href: urls.townAsk(town, year) }]
      : []),
    ...(isHost ? [{ text: t('meeting.page.left'), href: urls.townLeft(town, year) }] : []),
    ...(await Promise.all(deps.linksOf.map((of) => of(db, meeting, translator, town)))).flat(),
  ]
  const part = { title: titleText(translator, meeting), paragraphs: [daysText(translator, meeting), ...until], links }
  const back = { action: urls.townHostAct(town, year, 'step-back'), submit: t('meeting.host.stepBack'), fields: [] }
  const accept = { action: urls.townHostAct(town, year, 'accept'), submit: t('meeting.host.accept'), fields: [] }
  const decline = {
    ...{ action: urls.townHostAct(town, year, 'decline'), submit: t('meeting.host.decline'), fields: [] },
    about: t('meeting.host.declineAbout'),
  }
  return [
    part,
    ...(isHost && !isHeld(deps, meeting)
      ? [
          {
            paragraphs: [t('meeting.host.is')],
            form: choice?.state === 'chosen' ? { ...back, warning: true } : undefined,
          },
        ]
      : []),
    ...(isOffered
      ? [{ paragraphs: [t('meeting.host.offered')], form: accept }, { form: { ...decline, warning: true } }]
      : []),
  ]
}

/** The moment as the zone of the call shows it, and which zone that is. */
export const momentText = (
  c: OfficeContext,
  { deadline, zone }: { deadline: Temporal.Instant; zone: string },
): string => {
  const translator = c.get('translator')
  return translator.t('meeting.moment', { moment: longMoment(translator, deadline, zone), zone })
}

async function showAsk(c: OfficeContext, deps: MeetingsOfficeDeps, shown: Shown): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const meeting = await meetingAsked(c, deps)
  const translator = c.get('translator')
  const { t } = translator
  const form = {
    ...{ action: urls.townAsk(town, meeting.year), submit: t('meeting.question.send') },
    hidden: { id: shown.fields ? idIn(shown.fields) : newId() },
    fields: [fieldMaker(shown.fields, {})('text', t('meeting.question.text'), 'text')],
  }
  const props = {
    ...{ frame, title: t('meeting.page.ask'), caption: titleText(translator, meeting) },
    ...{ parts: [{ paragraphs: [t('meeting.question.askAbout')], form }], refused: shown.refused },
  }
  return page(c, <DeskPage {...props} faults={told(translator, shown.faults)} />, shown)
}

async function submitAsk(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { town } = await openTown(c, deps)
  const meeting = await meetingAsked(c, deps)
  const fields = await readForm(c.req.raw)
  const text = fieldText(fields, 'text').trim()
  const code = text === '' ? 'missing' : text.length > 5_000 ? 'long' : undefined
  if (code) return showAsk(c, deps, { fields, faults: [{ field: 'text', code }] })
  const { t } = c.get('translator')
  if (!(await deps.hasSigned(deps.database.db, town.id)))
    return showAsk(c, deps, { fields, refused: t('meeting.bid.unsigned') })
  const given = { id: idIn(fields), authority: town.id, text }
  if (!(await askAboutCall(deps, c.get('act'), meeting, given)))
    return showAsk(c, deps, { fields, refused: t('meeting.bid.notOpen') })
  return c.redirect(`${urls.townMeetings(town)}?done=asked`, 303)
}

async function submitStepBack(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { town } = await openTown(c, deps)
  const meeting = await meetingAsked(c, deps)
  if (isHeld(deps, meeting) || !(await stepBack(deps, c.get('act'), meeting, town.id))) throw notFound()
  return c.redirect(`${urls.townMeetings(town)}?done=withdrawn`, 303)
}

async function submitAccept(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { town } = await openTown(c, deps)
  const given = { authority: town.id, reasons: '' }
  if (!(await acceptOffer(deps, c.get('act'), await meetingAsked(c, deps), given))) throw notFound()
  return c.redirect(`${urls.townMeetings(town)}?done=chosen`, 303)
}

async function submitDecline(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { town } = await openTown(c, deps)
  if (!(await declineOffer(deps, c.get('act'), await meetingAsked(c, deps), town.id))) throw notFound()
  return c.redirect(`${urls.townMeetings(town)}?done=said-no`, 303)
}
