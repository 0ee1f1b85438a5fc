/** Reviewers score bids. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { longDate } from '../../../ui/dates.ts'
import { patterns, urls } from '../../../urls.ts'
import { readSheets } from '../call/bid-store.ts'
import { stageOfCall } from '../call/call-rules.ts'
import { readCall, readSteps } from '../call/call-store.ts'
import { declareConflict, giveScores, scoreBid, scoredBids } from '../call/score.ts'
import { conflictWith, scoresFrom, sheetsForReviewer } from '../call/score-rules.ts'
import { type MeetingsOfficeDeps, nameOf } from '../deps.ts'
import { DeskPage, type DeskPart } from '../pages/desk-page.tsx'
import { textIn, titleText } from '../present-meeting.ts'
import {
  doneOf,
  fieldMaker,
  instanceFrame,
  instanceOne,
  meetingAsked,
  type OfficeContext,
  page,
  type Shown,
  told,
} from './office-request.ts'
import { bidRows } from './present-bid.ts'

export function scoreRoutes(deps: MeetingsOfficeDeps): Route<AppEnv>[] {
  const permission = 'meetings.review'
  const [list, one] = [`${instanceOne}/review`, `${instanceOne}/review${patterns.id}`]
  return [
    { method: 'GET', permission, path: list, audit: 'meetings.reviews', handle: (c) => showList(c, deps, {}) },
    { method: 'POST', permission, path: list, audit: 'meetings.give-scores', handle: (c) => submitAll(c, deps) },
    { method: 'GET', permission, path: one, audit: 'meetings.review', handle: (c) => showBid(c, deps, {}) },
    { method: 'POST', permission, path: one, audit: 'meetings.score', handle: (c) => submitScores(c, deps) },
    {
      ...{ method: 'POST', permission, path: `${one}/conflict`, audit: 'meetings.declare' },
      handle: (c) => declare(c, deps),
    },
  ]
}

/** @throws RequestFault not-found for whoever was not asked. */
async function openReview(c: OfficeContext, deps: MeetingsOfficeDeps) {
  const meeting = await meetingAsked(c, deps)
  const { db } = deps.database
  const person = c.get('actor').id
  const [call, sheets, reviewer] = [
    await readCall(db, meeting.id),
    await readSheets(db, meeting.id),
    await deps.readReviewer(db, person),
  ]
  const sheet = sheets.find((one) => one.person === person)
  if (!call || !sheet || !reviewer) throw notFound()
  const isSealed = stageOfCall(call, deps.clock.now()) === 'sealed'
  const bids = isSealed ? await scoredBids(deps, db, meeting.id) : []
  return { meeting, call, sheets, sheet, reviewer, bids, isSealed }
}

async function showList(c: OfficeContext, deps: MeetingsOfficeDeps, shown: Shown): Promise<Response> {
  const { meeting, call, sheet, reviewer, bids, isSealed } = await openReview(c, deps)
  const steps = await readSteps(deps.database.db, meeting.id)
  const translator = c.get('translator')
  const { t } = translator
  const rows = bids.map((bid) => {
    const conflict = conflictWith(reviewer, bid, sheet)
    const state = conflict ?? (sheet.bids.get(bid.id) ? 'scored' : 'open')
    const link = { href: urls.hostReviewBid(meeting.year, bid.id), text: t('meeting.open') }
    return {
      ...{ key: nameOf(bid.town, translator), value: t(`meeting.score.${state}`) },
      link: conflict && conflict !== 'declared' ? undefined : link,
    }
  })
  const by = t('meeting.score.by', { day: longDate(translator, call.scoresBy) })
  const isAgain =
    !sheet.given && bids.some(({ id }) => sheet.bids.get(id)) && steps.some(({ kind }) => kind === 'reopened')
  const form = { action: urls.hostReview(meeting.year), submit: t('meeting.score.give'), fields: [] }
  const parts: DeskPart[] = [
    {
      paragraphs: isSealed
        ? [t('meeting.score.about'), by, ...(isAgain ? [t('meeting.score.again')] : [])]
        : [t('meeting.choice.notSealed')],
      rows,
    },
    ...(sheet.given || !isSealed ? [] : [{ form: { ...form, about: t('meeting.score.giveAbout') } }]),
  ]
  const props = {
    frame: instanceFrame(c, deps, { href: urls.officeMeetings(), text: t('meeting.title') }),
    ...{ title: t('meeting.score.title'), caption: titleText(translator, meeting), parts },
    ...{ refused: shown.refused, done: doneOf(c, translator) },
  }
  return page(c, <DeskPage {...props} />, shown)
}

async function submitAll(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const left = await giveScores(deps, c.get('act'), meeting)
  if (left === 'gone') throw notFound()
  if (left.length > 0)
    return showList(c, deps, { refused: c.get('translator').t('meeting.score.left', { count: left.length }) })
  return c.redirect(`${urls.hostReview(meeting.year)}?done=given`, 303)
}

/** @throws RequestFault not-found for a bid that is not theirs to score. */
export async function openReviewed(c: OfficeContext, deps: MeetingsOfficeDeps) {
  const { bids, ...opened } = await openReview(c, deps)
  const bid = bids.find(({ id }) => id === c.req.param('id'))
  const conflict = bid && conflictWith(opened.reviewer, bid, opened.sheet)
  if (!bid || (conflict && conflict !== 'declared')) throw notFound()
  return { ...opened, bid, conflict }
}

async function showBid(c: OfficeContext, deps: MeetingsOfficeDeps, shown: Shown): Promise<Response> {
  const { meeting, call, sheets, sheet, bid, conflict } = await openReviewed(c, deps)
  const translator = c.get('translator')
  const { t, language } = translator
  const own = sheet.bids.get(bid.id)
  const names = call.criteria.map((one) => textIn(one.names, language)?.text ?? '')
  const kept = Object.fromEntries(
    (own ?? []).flatMap(({ score, reason }, at) => [
      [`score-${at}`, `${score}`],
      [`reason-${at}`, reason],
    ]),
  )
  const field = fieldMaker(shown.fields, kept)
  const others = sheetsForReviewer(sheets, sheet.person).filter((one) => one !== sheet)
  const form = {
    ...{ action: urls.hostReviewBid(meeting.year, bid.id), submit: t('meeting.save'), title: t('meeting.score.yours') },
    fields: names.flatMap((name, at) => [
      field(
        `score-${at}`,
        t('meeting.score.criterion', { name, weight: `${call.criteria[at]?.weight ?? 1}` }),
        'figures',
        {
          hint: t('meeting.score.hint'),
        },
      ),
      field(`reason-${at}`, t('meeting.score.reason', { name }), 'text'),
    ]),
  }
  const away = {
    ...{ action: urls.hostConflict(meeting.year, bid.id), submit: t('meeting.score.declare'), fields: [] },
    ...{ about: t('meeting.score.declareAbout'), warning: true },
  }
  const parts: DeskPart[] = [
    { rows: bidRows(translator, bid, (sha256) => urls.hostReviewLetter(meeting.year, bid.id, sha256)) },
    ...(conflict || sheet.given ? [] : [{ form }, { form: away }]),
    ...(conflict ? [{ paragraphs: [t('meeting.score.declared')] }] : []),
    ...(sheet.given && own ? [{ title: t('meeting.score.yours'), rows: scoreRows(names, own) }] : []),
    // Who they are is not told.
    ...others.flatMap((one, at) => {
      const scores = one.bids.get(bid.id)
      return scores ? [{ title: t('meeting.score.other', { number: at + 1 }), rows: scoreRows(names, scores) }] : []
    }),
  ]
  const props = {
    frame: instanceFrame(c, deps, { href: urls.hostReview(meeting.year), text: t('meeting.score.title') }),
    ...{ title: nameOf(bid.town, translator), caption: titleText(translator, meeting), parts },
    ...{ faults: told(translator, shown.faults), refused: shown.refused, done: doneOf(c, translator) },
  }
  return page(c, <DeskPage {...props} />, shown)
}

const scoreRows = (names: readonly string[], scores: readonly { readonly score: number; readonly reason: string }[]) =>
  scores.map(({ score, reason }, at) => ({ key: `${names[at] ?? ''}: ${score}`, value: reason }))

async function submitScores(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { meeting, call } = await openReview(c, deps)
  const fields = await readForm(c.req.raw)
  const read = scoresFrom((name) => fieldText(fields, name), call.criteria.length)
  if ('faults' in read) return showBid(c, deps, { fields, faults: read.faults })
  const given = { bid: c.req.param('id') ?? '', scores: read.scores }
  const outcome = await scoreBid(deps, c.get('act'), meeting, given)
  if (outcome === 'given') return showBid(c, deps, { fields, refused: c.get('translator').t('meeting.score.stands') })
  if (outcome !== 'kept') throw notFound()
  return c.redirect(`${urls.hostReview(meeting.year)}?done=kept`, 303)
}

async function declare(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { meeting } = await openReview(c, deps)
  const outcome = await declareConflict(deps, c.get('act'), meeting, c.req.param('id') ?? '')
  if (outcome === 'given') return showBid(c, deps, { refused: c.get('translator').t('meeting.score.stands') })
  if (outcome !== 'kept') throw notFound()
  return c.redirect(`${urls.hostReview(meeting.year)}?done=declared`, 303)
}
