/** The secretariat asks reviewers, sees what the scores come to, and chooses. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { type Choice, readChoice, readSheets } from '../call/bid-store.ts'
import { stageOfCall } from '../call/call-rules.ts'
import { type ChoiceWords, readCall, wordsOfChoice } from '../call/call-store.ts'
import { chooseHost, offerRunnerUp, reopenCall } from '../call/choose.ts'
import { presentIn } from '../call/file-rules.ts'
import { assignHostReviewer, scoredBids } from '../call/score.ts'
import { isScored, pointsOf, type ReviewerSheet, sheetsForSecretariat } from '../call/score-rules.ts'
import { type MeetingsOfficeDeps, nameOf, todayAt } from '../deps.ts'
import { type DeskForm, DeskPage, type DeskPart } from '../pages/desk-page.tsx'
import { titleText } from '../present-meeting.ts'
import { backTo } from './call-routes.tsx'
import {
  doneOf,
  fieldMaker,
  instanceOne,
  meetingAsked,
  type OfficeContext,
  page,
  revisionIn,
  type Shown,
  seenOf,
  told,
} from './office-request.ts'
import { bidRows } from './present-bid.ts'

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

export function choiceRoutes(deps: MeetingsOfficeDeps): Route<AppEnv>[] {
  const path = `${instanceOne}/choice`
  const permission = 'meetings.keep'
  const act = (name: 'offer' | 'reopen', done: 'offered' | 'reopened', change: typeof offerRunnerUp) => ({
    ...({ method: 'POST', permission, path: `${path}/${name}`, audit: `meetings.${name}` } as const),
    handle: async (c: OfficeContext) => {
      const meeting = await meetingAsked(c, deps)
      const { t } = c.get('translator')
      if (!(await change(deps, c.get('act'), meeting)))
        return showChoice(c, deps, { refused: t('meeting.choice.notNow') })
      return c.redirect(`${urls.officeCall(meeting.year, 'choice')}?done=${done}`, 303)
    },
  })
  return [
    { method: 'GET', permission, path, audit: 'meetings.show-choice', handle: (c) => showChoice(c, deps, {}) },
    { method: 'POST', permission, path, audit: 'meetings.choose', handle: (c) => submitChoice(c, deps) },
    { method: 'POST', permission, path: `${path}/assign`, audit: 'meetings.assign', handle: (c) => assign(c, deps) },
    act('offer', 'offered', offerRunnerUp),
    act('reopen', 'reopened', reopenCall),
  ]
}

async function reviewersPart(
  c: OfficeContext,
  deps: MeetingsOfficeDeps,
  year: number,
  sheets: readonly ReviewerSheet[],
) {
  const { t } = c.get('translator')
  const { db } = deps.database
  const asked = sheets.map(({ person }) => person)
  const read = async (ids: readonly string[]) => Promise.all(ids.map((id) => deps.readReviewer(db, id)))
  const free = (await read((await deps.reviewers()).filter((id) => !asked.includes(id)))).flatMap((one) =>
    one && one.countries.length > 0 ? [{ value: one.person, text: `${one.name} (${one.countries.join(', ')})` }] : [],
  )
  const names = await read(asked)
  const form: DeskForm = {
    ...{ action: urls.officeChoiceAct(year, 'assign'), submit: t('meeting.choice.assign') },
    fields: [{ name: 'person', label: t('meeting.choice.reviewer'), kind: 'select', options: free, value: '' }],
  }
  return {
    title: t('meeting.choice.reviewers'),
    rows: sheets.map(({ given }, at) => ({
      key: names[at]?.name ?? t('meeting.choice.gone'),
      value: t(given ? 'meeting.choice.given' : 'meeting.choice.waited'),
    })),
    form: free.length > 0 ? form : undefined,
  } satisfies DeskPart
}

function nextForms(
  { t }: Translator,
  year: number,
  { choice, lacksBids }: { readonly choice: Choice | undefined; readonly lacksBids: boolean },
): DeskPart[] {
  if (choice ? choice.state === 'chosen' || choice.state === 'reopened' : !lacksBids) return []
  const offer = { action: urls.officeChoiceAct(year, 'offer'), submit: t('meeting.choice.offer'), fields: [] }
  const reopen = { action: urls.officeChoiceAct(year, 'reopen'), submit: t('meeting.choice.reopen'), fields: [] }
  return [
    ...(choice?.state === 'withdrawn' && choice.runnerUp !== null ? [{ form: offer }] : []),
    { form: { ...reopen, warning: true } },
  ]
}

async function stateText(
  deps: MeetingsOfficeDeps,
  translator: Translator,
  choice: Choice | undefined,
): Promise<string> {
  if (!choice) return translator.t('meeting.choice.none')
  // Nobody is left who could be asked.
  if (choice.state === 'withdrawn' && choice.runnerUp === null) return translator.t('meeting.choice.nobodyLeft')
  const [second] = choice.runnerUp === null ? [] : await deps.readTowns(deps.database.db, [choice.runnerUp])
  return translator.t(`meeting.choice.state.${choice.state}`, { town: second ? nameOf(second, translator) : '' })
}

async function showChoice(c: OfficeContext, deps: MeetingsOfficeDeps, shown: Shown): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const translator = c.get('translator')
  const { t } = translator
  const { db } = deps.database
  const [call, choice, sheets] = [
    await readCall(db, meeting.id),
    await readChoice(db, meeting.id),
    await readSheets(db, meeting.id),
  ]
  const now = deps.clock.now()
  const isSealed = call !== undefined && stageOfCall(call, now) === 'sealed'
  // What is sealed later is nobody's to read yet.
  const bids = isSealed ? await scoredBids(deps, db, meeting.id) : []
  const seen =
    call && isSealed
      ? sheetsForSecretariat(sheets, { today: todayAt(now, call.zone), scoresBy: call.scoresBy })
      : undefined
  const weights = call?.criteria.map(({ weight }) => weight) ?? []
  const number = new Intl.NumberFormat(translator.tag, { maximumFractionDigits: 1 })
  const table = bids.map((bid) => {
    const points = seen && pointsOf(bid.id, seen, weights)
    return {
      key: nameOf(bid.town, translator),
      value:
        points === undefined
          ? t('meeting.choice.noPoints')
          : t('meeting.choice.points', { points: number.format(points) }),
    }
  })
  const state = await stateText(deps, translator, choice)
  const waits =
    call && isSealed && !seen ? [t('meeting.choice.early', { day: longDate(translator, call.scoresBy) })] : []
  const parts: DeskPart[] = [
    { paragraphs: [state, ...(isSealed ? waits : [t('meeting.choice.notSealed')])], rows: table },
    ...nextForms(translator, meeting.year, { choice, lacksBids: isSealed && bids.length === 0 }),
    ...(choice?.state === 'chosen'
      ? [reasonsPart(translator, meeting.year, shown, { choice, words: await wordsOfChoice(db, meeting.id) })]
      : seen && bids.length > 0
        ? [decisionPart(translator, meeting.year, shown, { bids, choice, sheets: seen })]
        : []),
    await reviewersPart(c, deps, meeting.year, sheets),
    ...bids.map((bid) => bidPart(translator, meeting.year, bid)),
  ]
  const props = {
    ...{
      frame: backTo(c, deps, meeting),
      title: t('meeting.page.choice'),
      caption: titleText(translator, meeting),
      parts,
    },
    ...{ faults: told(translator, shown.faults), refused: shown.refused, done: doneOf(c, translator) },
    changed: shown.changed,
  }
  return page(c, <DeskPage {...props} />, shown)
}

type Bids = Awaited<ReturnType<typeof scoredBids>>

function bidPart(translator: Translator, year: number, bid: Bids[number]): DeskPart {
  const letters = { text: translator.t('meeting.files.takeOutLink'), href: urls.bidLetters(year, bid.id) }
  return {
    title: nameOf(bid.town, translator),
    rows: bidRows(translator, bid, (sha256) => urls.bidLetter(year, bid.id, sha256)),
    links: presentIn(bid.files).length > 0 ? [letters] : [],
  }
}

function decisionPart(
  translator: Translator,
  year: number,
  shown: Shown,
  {
    bids,
    choice,
    sheets,
  }: { readonly bids: Bids; readonly choice: Choice | undefined; readonly sheets: readonly ReviewerSheet[] },
): DeskPart {
  const { t } = translator
  const field = fieldMaker(shown.fields, {})
  const towns = bids.map(({ town }) => ({ value: town.id, text: nameOf(town, translator) }))
  const options = [{ value: '', text: t('meeting.choice.nobody') }, ...towns]
  return {
    form: {
      ...{ title: t('meeting.choice.decide'), about: t('meeting.choice.decideAbout') },
      ...{ action: urls.officeCall(year, 'choice'), submit: t('meeting.choice.publish') },
      hidden: { revision: seenOf(shown, choice?.revision ?? 0) },
      fields: [
        field('host', t('meeting.choice.host'), 'select', { options }),
        field('runnerUp', t('meeting.choice.runnerUp'), 'select', { options }),
        field('reasons', t('meeting.choice.reasons'), 'text'),
        ...(bids.every(({ id }) => isScored(id, sheets)) ? [] : [unscoredField(translator, field)]),
      ],
    },
  }
}

const unscoredField = ({ t }: Translator, field: ReturnType<typeof fieldMaker>) =>
  field('unscored', t('meeting.choice.unscored'), 'text', { hint: t('meeting.choice.unscoredHint') })

/** What was chosen stays; why can be said better. */
function reasonsPart(
  translator: Translator,
  year: number,
  shown: Shown,
  {
    choice,
    words: { reasons, unscored } = { reasons: '', unscored: '' },
  }: { readonly choice: Choice; readonly words: ChoiceWords | undefined },
): DeskPart {
  const { t } = translator
  const field = fieldMaker(shown.fields, { reasons, unscored })
  return {
    form: {
      ...{ title: t('meeting.choice.reasonsChange'), action: urls.officeCall(year, 'choice') },
      submit: t('meeting.choice.reasonsPublish'),
      hidden: {
        revision: seenOf(shown, choice.revision),
        ...{ host: choice.host ?? '', runnerUp: choice.runnerUp ?? '' },
      },
      fields: [
        field('reasons', t('meeting.choice.reasons'), 'text'),
        ...(unscored === '' ? [] : [unscoredField(translator, field)]),
      ],
    },
  }
}

async function submitChoice(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const { t } = c.get('translator')
  const fields = await readForm(c.req.raw)
  const [host, second] = [fieldText(fields, 'host'), fieldText(fields, 'runnerUp')]
  const [reasons, unscored] = [fieldText(fields, 'reasons').trim(), fieldText(fields, 'unscored').trim()]
  const runnerUp = isId(second) ? second : null
  const faults = [
    ...(isId(host) ? [] : [{ field: 'host', code: 'choose' } as const]),
    ...(runnerUp === host && isId(host) ? [{ field: 'runnerUp', code: 'same' } as const] : []),
    ...(reasons === '' ? [{ field: 'reasons', code: 'missing' } as const] : []),
    ...(reasons.length > 5_000 ? [{ field: 'reasons', code: 'long' } as const] : []),
    ...(unscored.length > 5_000 ? [{ field: 'unscored', code: 'long' } as const] : []),
  ]
  if (faults.length > 0) return showChoice(c, deps, { fields, faults })
  const seen = revisionIn(fields)
  const outcome = await chooseHost(deps, c.get('act'), meeting, { host, runnerUp, reasons, unscored, seen })
  if (outcome === 'conflict') return showChoice(c, deps, { fields, changed: true })
  if (typeof outcome === 'object') return showChoice(c, deps, { fields, faults: [outcome] })
  if (outcome !== 'kept') return showChoice(c, deps, { fields, refused: t('meeting.choice.notNow') })
  return c.redirect(`${urls.officeCall(meeting.year, 'choice')}?done=chosen`, 303)
}

async function assign(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const person = fieldText(await readForm(c.req.raw), 'person')
  if (!isId(person) || !(await assignHostReviewer(deps, c.get('act'), meeting, person)))
    return showChoice(c, deps, { faults: [{ field: 'person', code: 'choose' }] })
  return c.redirect(`${urls.officeCall(meeting.year, 'choice')}?done=asked`, 303)
}
