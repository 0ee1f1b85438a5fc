/** The bid of a town. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import { type BidFacts, bidFrom, bidTexts, blankBid } from '../call/bid-form.ts'
import { bidOf } from '../call/bid-store.ts'
import { papersText } from '../call/call-form.ts'
import { stageOfCall } from '../call/call-rules.ts'
import { readCall } from '../call/call-store.ts'
import { type BidOutcome, handIn, saveBid, withdrawBid } from '../call/write-bid.ts'
import type { MeetingsOfficeDeps } from '../deps.ts'
import { type DeskField, DeskPage, type DeskPart } from '../pages/desk-page.tsx'
import { titleText } from '../present-meeting.ts'
import {
  doneOf,
  fieldMaker,
  idIn,
  meetingAsked,
  type OfficeContext,
  openTown,
  page,
  revisionIn,
  type Shown,
  seenOf,
  told,
  townOne,
} from './office-request.ts'
import { bidRows, letterRows } from './present-bid.ts'
import { momentText } from './town-routes.tsx'

export function bidRoutes(deps: MeetingsOfficeDeps): Route<AppEnv>[] {
  const [permission, path] = ['meetings.bid', `${townOne}/bid`] as const
  return [
    { method: 'GET', permission, path, audit: 'meetings.show-bid', handle: (c) => showBid(c, deps, {}) },
    { method: 'POST', permission, path, audit: 'meetings.save-bid', handle: (c) => submitBid(c, deps) },
    {
      method: 'POST',
      permission,
      path: `${path}/hand-in`,
      audit: 'meetings.hand-in',
      handle: (c) => submitIn(c, deps),
    },
    {
      ...{ method: 'POST', permission, path: `${path}/withdraw`, audit: 'meetings.withdraw-bid' },
      handle: (c) => withdraw(c, deps),
    },
  ]
}

function bidFields(c: OfficeContext, { fields }: Shown, facts: BidFacts): DeskField[] {
  const { t } = c.get('translator')
  const { capacity, letters, ...texts } = facts
  const kept = { ...texts, capacity: capacity === null ? '' : `${capacity}`, letters: papersText(letters) }
  const field = fieldMaker(fields, kept)
  return [
    ...bidTexts.map((name) =>
      field(
        name,
        t(`meeting.bid.${name}`),
        'text',
        name === 'safeguarding' ? { hint: t('meeting.bid.safeguardingHint') } : {},
      ),
    ),
    field('capacity', t('meeting.bid.capacity'), 'figures'),
    field('letters', t('meeting.bid.letters'), 'text', { hint: t('meeting.papersHint') }),
  ]
}

async function showBid(c: OfficeContext, deps: MeetingsOfficeDeps, shown: Shown): Promise<Response> {
  const { town, frame } = await openTown(c, deps)
  const meeting = await meetingAsked(c, deps)
  const translator = c.get('translator')
  const { t } = translator
  const { db } = deps.database
  const [call, bid] = [await readCall(db, meeting.id), await bidOf(db, meeting.id, town.id)]
  if (!call) throw notFound()
  const isOpen = stageOfCall(call, deps.clock.now()) === 'open'
  const { facts, files } = bid ?? { facts: blankBid, files: [] }
  const { year } = meeting
  const hrefOf = (sha256: string) => urls.townLetter(town, year, sha256)
  const letters = {
    rows: letterRows(translator, files, hrefOf),
    links: [{ text: t('meeting.files.letters'), href: urls.townLetters(town, year) }],
  }
  const hidden = {
    id: bid?.id ?? (shown.fields ? idIn(shown.fields) : newId()),
    revision: seenOf(shown, bid?.revision ?? 0),
  }
  const save = {
    action: urls.townBid(town, year),
    submit: t('meeting.save'),
    hidden,
    fields: bidFields(c, shown, facts),
  }
  const hand = { action: urls.townBidAct(town, year, 'hand-in'), submit: t('meeting.bid.handIn'), hidden, fields: [] }
  const away = { action: urls.townBidAct(town, year, 'withdraw'), submit: t('meeting.bid.withdraw'), fields: [] }
  const when = { moment: momentText(c, call) }
  const parts: DeskPart[] = [
    {
      paragraphs: [
        t(isOpen ? 'meeting.bid.until' : 'meeting.bid.closed', when),
        ...(bid ? [t(`meeting.bid.state.${bid.state}`)] : []),
      ],
    },
    // What somebody typed too late is not lost: it stands there to be copied.
    ...(isOpen || shown.fields ? [{ form: save }] : [{ rows: bidRows(translator, { facts, files }, hrefOf) }]),
    ...(isOpen ? [letters] : []),
    ...(isOpen && bid && bid.state !== 'handed' ? [{ form: { ...hand, about: t('meeting.bid.handInAbout') } }] : []),
    ...(bid && bid.state !== 'withdrawn' && meeting.host !== town.id
      ? [{ form: { ...away, about: t('meeting.files.withdrawAbout'), warning: true } }]
      : []),
  ]
  const props = {
    ...{ frame, title: t('meeting.page.bid'), caption: titleText(translator, meeting), parts, refused: shown.refused },
    ...{ faults: told(translator, shown.faults), changed: shown.changed, done: doneOf(c, translator) },
  }
  return page(c, <DeskPage {...props} />, shown)
}

async function answer(
  c: OfficeContext,
  deps: MeetingsOfficeDeps,
  outcome: BidOutcome,
  { shown, done }: { readonly shown: Shown; readonly done: 'kept' | 'handed-in' },
): Promise<Response> {
  const { town } = await openTown(c, deps)
  const meeting = await meetingAsked(c, deps)
  const { t } = c.get('translator')
  if (outcome.outcome === 'faults') return showBid(c, deps, { ...shown, faults: outcome.faults })
  if (outcome.outcome === 'conflict') return showBid(c, deps, { ...shown, changed: true })
  if (outcome.outcome === 'kept') return c.redirect(`${urls.townBid(town, meeting.year)}?done=${done}`, 303)
  const call = await readCall(deps.database.db, meeting.id)
  if (!call) throw notFound()
  return showBid(c, deps, { ...shown, refused: t(`meeting.bid.${outcome.outcome}`, { moment: momentText(c, call) }) })
}

async function submitBid(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { town } = await openTown(c, deps)
  const fields = await readForm(c.req.raw)
  const facts = bidFrom(fields)
  if ('faults' in facts) return showBid(c, deps, { fields, faults: facts.faults })
  const given = { id: idIn(fields), authority: town.id, seen: revisionIn(fields), facts }
  const outcome = await saveBid(deps, c.get('act'), await meetingAsked(c, deps), given)
  return answer(c, deps, outcome, { shown: { fields }, done: 'kept' })
}

async function submitIn(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { town } = await openTown(c, deps)
  const fields = await readForm(c.req.raw)
  const given = { id: idIn(fields), authority: town.id, seen: revisionIn(fields) }
  const outcome = await handIn(deps, c.get('act'), await meetingAsked(c, deps), given)
  return answer(c, deps, outcome, { shown: {}, done: 'handed-in' })
}

async function withdraw(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { town } = await openTown(c, deps)
  const meeting = await meetingAsked(c, deps)
  if (!(await withdrawBid(deps, c.get('act'), meeting, town.id))) throw notFound()
  return c.redirect(`${urls.townBid(town, meeting.year)}?done=withdrawn`, 303)
}
