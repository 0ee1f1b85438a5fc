/** Letters of support of a bid, as files: the town adds them, reviewers and the secretariat read them once bids are sealed. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { patterns, urls } from '../../../urls.ts'
import { bidOf } from '../call/bid-store.ts'
import { stageOfCall } from '../call/call-rules.ts'
import { readCall } from '../call/call-store.ts'
import { addLetter, removeLetter, takeOutLetter } from '../call/keep-files.ts'
import { scoredBids } from '../call/score.ts'
import type { BidOutcome } from '../call/write-bid.ts'
import { type MeetingsOfficeDeps, nameOf } from '../deps.ts'
import { DeskPage } from '../pages/desk-page.tsx'
import { titleText } from '../present-meeting.ts'
import {
  doneOf,
  instanceFrame,
  instanceOne,
  meetingAsked,
  type OfficeContext,
  openTown,
  page,
  revisionIn,
  seenOf,
  told,
  townOne,
} from './office-request.ts'
import { paperForm, paperParts, type ShownPaper, sendPaper, sentPaper } from './paper-parts.ts'
import { openReviewed } from './score-routes.tsx'
import { momentText } from './town-routes.tsx'

export const filePattern = '/:sha256{[0-9a-f]{64}}'

export function letterRoutes(deps: MeetingsOfficeDeps): Route<AppEnv>[] {
  const town = { permission: 'meetings.bid' } as const
  const office = { permission: 'meetings.keep' } as const
  const [letters, bid] = [`${townOne}/bid/letters`, `${instanceOne}/choice/bids${patterns.id}`]
  const [one, read] = [`${letters}${filePattern}`, `${bid}/letters${filePattern}`]
  const reviewed = `${instanceOne}/review${patterns.id}/letters${filePattern}`
  return [
    { ...town, method: 'GET', path: letters, audit: 'meetings.show-letters', handle: (c) => showLetters(c, deps, {}) },
    { ...town, method: 'POST', path: letters, audit: 'meetings.add-letter', handle: (c) => submitLetter(c, deps) },
    { ...town, method: 'GET', path: one, audit: 'meetings.letter', handle: (c) => sendOwn(c, deps) },
    { ...town, method: 'POST', path: `${one}/remove`, audit: 'meetings.remove-letter', handle: (c) => remove(c, deps) },
    {
      ...{ method: 'GET', permission: 'meetings.review', path: reviewed, audit: 'meetings.review-letter' },
      handle: async (c) => sendPaper(c, deps, (await openReviewed(c, deps)).bid.files),
    },
    { ...office, method: 'GET', path: bid, audit: 'meetings.show-bid-letters', handle: (c) => showSealed(c, deps) },
    {
      ...{ ...office, method: 'GET', path: read, audit: 'meetings.bid-letter' },
      handle: async (c) => sendPaper(c, deps, (await openSealed(c, deps)).bid.files),
    },
    {
      ...{ ...office, method: 'POST', path: `${read}/take-out`, audit: 'meetings.take-out-letter' },
      handle: (c) => takeOut(c, deps),
    },
  ]
}

async function openBid(c: OfficeContext, deps: MeetingsOfficeDeps) {
  const { town, frame } = await openTown(c, deps)
  const meeting = await meetingAsked(c, deps)
  const { db } = deps.database
  const [call, bid] = [await readCall(db, meeting.id), await bidOf(db, meeting.id, town.id)]
  if (!call) throw notFound()
  const back = { href: urls.townBid(town, meeting.year), text: c.get('translator').t('meeting.page.bid') }
  return { town, meeting, call, bid, frame: { ...frame, back } }
}

async function showLetters(c: OfficeContext, deps: MeetingsOfficeDeps, shown: ShownPaper): Promise<Response> {
  const { town, meeting, call, bid, frame } = await openBid(c, deps)
  const translator = c.get('translator')
  const { t } = translator
  const { year } = meeting
  const { fields, faults = [], refused, changed = false } = shown
  const stage = stageOfCall(call, deps.clock.now())
  const isOpen = stage === 'open'
  const moment = momentText(c, call)
  const current = bid?.revision ?? 0
  const revision = seenOf({ ...(fields ? { fields } : {}), changed }, current)
  const removal = (sha256: string) => ({
    action: urls.townLetter(town, year, sha256, 'remove'),
    hidden: { revision: `${current}` },
  })
  const form = paperForm(translator, { action: urls.townLetters(town, year), revision, ...(fields ? { fields } : {}) })
  const parts = [
    {
      paragraphs: [
        t('meeting.files.lettersAbout'),
        stage === 'sealed' ? t('meeting.bid.closed', { moment }) : t('meeting.bid.until', { moment }),
        ...(isOpen || stage === 'sealed' ? [] : [t('meeting.bid.notOpen')]),
      ],
    },
    ...paperParts(translator, bid?.files ?? [], {
      hrefOf: (sha256) => urls.townLetter(town, year, sha256),
      removal: isOpen ? removal : undefined,
    }),
    ...(isOpen || fields ? [{ form }] : []),
  ]
  const props = {
    ...{ frame, title: t('meeting.files.letters'), caption: titleText(translator, meeting), parts },
    ...{ faults, refused, changed, done: doneOf(c, translator) },
  }
  return page(c, <DeskPage {...props} />, { refused: faults.length > 0 ? '' : refused, changed })
}

/** @param shown what was typed, where it has to stand there again. */
async function answer(
  c: OfficeContext,
  deps: MeetingsOfficeDeps,
  outcome: BidOutcome,
  shown: ShownPaper,
): Promise<Response> {
  const { town, meeting, call } = await openBid(c, deps)
  const translator = c.get('translator')
  if (outcome.outcome === 'kept') return c.redirect(`${urls.townLetters(town, meeting.year)}?done=kept`, 303)
  if (outcome.outcome === 'faults') return showLetters(c, deps, { ...shown, faults: told(translator, outcome.faults) })
  if (outcome.outcome === 'conflict') return showLetters(c, deps, { ...shown, changed: true })
  const refused = translator.t(`meeting.bid.${outcome.outcome}`, { moment: momentText(c, call) })
  return showLetters(c, deps, { ...shown, refused })
}

async function submitLetter(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { town, meeting } = await openBid(c, deps)
  // Its title names people, and a name can be taken out of a title, not out of a file.
  const sent = await sentPaper(c, deps, c.get('translator').t('meeting.files.letter'))
  const { fields } = sent
  if ('faults' in sent) return showLetters(c, deps, { fields, faults: sent.faults })
  const given = { id: newId(), authority: town.id, seen: revisionIn(fields), letter: sent.paper }
  return answer(c, deps, await addLetter(deps, c.get('act'), meeting, given), { fields })
}

async function remove(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { town, meeting, bid } = await openBid(c, deps)
  if (!bid) throw notFound()
  const seen = revisionIn(await readForm(c.req.raw))
  const given = { id: bid.id, authority: town.id, seen, sha256: c.req.param('sha256') ?? '' }
  return answer(c, deps, await removeLetter(deps, c.get('act'), meeting, given), {})
}

async function sendOwn(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { bid } = await openBid(c, deps)
  return sendPaper(c, deps, bid?.files ?? [])
}

/** A bid that counts. @throws RequestFault not-found before the deadline, as nobody reads bids until then. */
async function openSealed(c: OfficeContext, deps: MeetingsOfficeDeps) {
  const meeting = await meetingAsked(c, deps)
  const { db } = deps.database
  const call = await readCall(db, meeting.id)
  if (!call || stageOfCall(call, deps.clock.now()) !== 'sealed') throw notFound()
  const bid = (await scoredBids(deps, db, meeting.id)).find(({ id }) => id === c.req.param('id'))
  if (!bid) throw notFound()
  return { meeting, bid }
}

async function showSealed(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { meeting, bid } = await openSealed(c, deps)
  const translator = c.get('translator')
  const { t } = translator
  const { year } = meeting
  const parts = [
    { paragraphs: [nameOf(bid.town, translator), t('meeting.files.takeOutAbout')] },
    ...paperParts(translator, bid.files, {
      hrefOf: (sha256) => urls.bidLetter(year, bid.id, sha256),
      removal: (sha256) => ({ action: urls.bidLetter(year, bid.id, sha256, 'take-out') }),
    }),
  ]
  const props = {
    frame: instanceFrame(c, deps, { href: urls.officeCall(year, 'choice'), text: t('meeting.page.choice') }),
    ...{ title: t('meeting.files.letters'), caption: titleText(translator, meeting) },
    ...{ parts, done: doneOf(c, translator) },
  }
  return page(c, <DeskPage {...props} />)
}

async function takeOut(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  await readForm(c.req.raw)
  const [bid, sha256] = [c.req.param('id') ?? '', c.req.param('sha256') ?? '']
  if (!(await takeOutLetter(deps, c.get('act'), meeting, { bid, sha256 }))) throw notFound()
  return c.redirect(`${urls.bidLetters(meeting.year, bid)}?done=kept`, 303)
}
