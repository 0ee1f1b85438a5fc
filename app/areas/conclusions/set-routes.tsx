/** The secretariat writes the conclusions of a meeting and leads them on. */
import type { AppEnv } from '../../platform/http/env.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { longDate } from '../../ui/dates.ts'
import { languageName } from '../../ui/written-in.ts'
import { patterns, urls } from '../../urls.ts'
import { readAmendments } from './amendment-store.ts'
import { areShown, mayDecide, type Stage, stageAfter } from './conclusion-rules.ts'
import { readAdopted, readConclusions } from './conclusion-store.ts'
import type { ConclusionsOfficeDeps } from './deps.ts'
import { adoptionFrom, type Fault, newLine } from './forms.ts'
import { addConclusion, adopt, dropConclusion, type Moved, moveOn } from './keep-conclusions.ts'
import { namesFor, ofParty } from './names.ts'
import {
  backTo,
  doneOf,
  idIn,
  instanceFrame,
  meetingAsked,
  type OfficeContext,
  type OpenSet,
  openSet,
  page,
  readingOf,
  todayOf,
  yearPattern,
} from './office-request.ts'
import { AdoptPage } from './pages/adopt-page.tsx'
import { SetPage } from './pages/set-page.tsx'
import { amendmentView, lineView, votesText } from './present-lines.ts'

const setBase = `/office/meetings${yearPattern}/conclusions`

export function setRoutes(deps: ConclusionsOfficeDeps): Route<AppEnv>[] {
  const permission = 'conclusions.keep'
  const get = { method: 'GET', permission } as const
  const post = { method: 'POST', permission } as const
  const [stage, adoption] = [`${setBase}/stage`, `${setBase}/adopt`]
  const remove = `${setBase}${patterns.id}/remove`
  return [
    { ...get, path: setBase, audit: 'conclusions.list', handle: (c) => show(c, deps, {}) },
    { ...post, path: setBase, audit: 'conclusions.add', handle: (c) => submitNew(c, deps) },
    { ...post, path: remove, audit: 'conclusions.remove', handle: (c) => submitRemove(c, deps) },
    { ...post, path: stage, audit: 'conclusions.move-on', handle: (c) => submitStage(c, deps) },
    { ...get, path: adoption, audit: 'conclusions.adoption', handle: (c) => showAdopt(c, deps, {}) },
    { ...post, path: adoption, audit: 'conclusions.adopt', handle: (c) => submitAdopt(c, deps) },
  ]
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly Fault[]
  readonly refused?: string | undefined
}

const statusOf = ({ faults = [], refused }: Shown): 200 | 422 =>
  faults.length > 0 || refused !== undefined ? 422 : 200

const refusedText = (c: OfficeContext, moved: Moved): string | undefined =>
  moved === 'moved' ? undefined : c.get('translator').t(`conclusion.refused.${moved}`)

async function linesOf(c: OfficeContext, deps: ConclusionsOfficeDeps, { meeting, set }: OpenSet) {
  const { db } = deps.database
  const translator = c.get('translator')
  const conclusions = await readConclusions(db, meeting.id)
  const amendments = set && areShown(set.stage) ? await readAmendments(db, meeting.id) : []
  const owned = [...conclusions, ...amendments.map(ofParty)]
  const name = await namesFor(deps, db, translator, owned)
  const language = set?.language ?? translator.language
  const languages = deps.i18n.offered
    .filter(({ code }) => code !== language)
    .map(({ code }) => ({ code, name: languageName(translator.tag, deps.languages, code) }))
  return {
    lines: conclusions.map((one) => lineView(translator, one, { ownerName: name, languages, language })),
    amendments: amendments.map((one) => ({
      ...amendmentView(translator, one, {
        number: conclusions.find(({ id }) => id === one.conclusion)?.position,
        by: name(ofParty(one)),
      }),
      decideHref:
        set && mayDecide(set.stage) && one.state === 'waiting' ? urls.officeAmendment(meeting.year, one.id) : undefined,
    })),
  }
}

/** To which stage a button leads. */
const byButton = (stage: Stage | undefined) => {
  const next = stage === undefined ? undefined : stageAfter(stage)
  return next === 'adopted' || next === 'draft' ? undefined : next
}

async function adoptedOf(c: OfficeContext, deps: ConclusionsOfficeDeps, { meeting, set }: OpenSet) {
  const document = set?.adoptedOn ? await readAdopted(deps.database.db, meeting.id) : undefined
  if (!document || !set?.sha256) return undefined
  const translator = c.get('translator')
  return {
    day: longDate(translator, document.adoptedOn),
    votes: document.votes ? votesText(translator, document.votes) : translator.t('conclusion.votesEach'),
    hash: set.sha256,
  }
}

async function show(c: OfficeContext, deps: ConclusionsOfficeDeps, shown: Shown): Promise<Response> {
  const opened = await openSet(c, deps)
  const { meeting, set } = opened
  const { language, tag } = c.get('translator')
  const props = {
    ...{ frame: instanceFrame(c, deps), fields: shown.fields ?? new Map([['language', [language]]]) },
    ...{ faults: shown.faults ?? [], refused: shown.refused, done: doneOf(c), fresh: newId() },
    ...{ year: meeting.year, stage: set?.stage, language: set?.language ?? language, next: byButton(set?.stage) },
    ...(await linesOf(c, deps, opened)),
    adopted: await adoptedOf(c, deps, opened),
    languages: deps.i18n.offered.map(({ code }) => ({ value: code, text: languageName(tag, deps.languages, code) })),
  }
  return page(c, <SetPage {...props} />, statusOf(shown))
}

async function submitNew(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const fields = await readForm(c.req.raw)
  const read = newLine(
    fields,
    readingOf(c, deps),
    deps.i18n.offered.map(({ code }) => code),
  )
  if ('faults' in read) return show(c, deps, { fields, faults: read.faults })
  const outcome = await addConclusion(deps, c.get('act'), meeting, { id: idIn(fields), ...read })
  if (outcome !== 'kept') return show(c, deps, { fields, refused: c.get('translator').t('conclusion.refused.stage') })
  return c.redirect(`${urls.officeConclusions(meeting.year)}?done=added`, 303)
}

async function submitRemove(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const list = urls.officeConclusions(meeting.year)
  const outcome = await dropConclusion(deps, c.get('act'), meeting, c.req.param('id') ?? '')
  if (outcome === 'stage') return show(c, deps, { refused: c.get('translator').t('conclusion.refused.stage') })
  return c.redirect(`${list}?done=removed`, 303)
}

async function submitStage(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const asked = fieldText(await readForm(c.req.raw), 'to')
  const to = (['open', 'closed', 'published'] as const).find((one) => one === asked)
  const moved = to ? await moveOn(deps, c.get('act'), meeting, to) : 'order'
  const refused = refusedText(c, moved)
  if (refused !== undefined) return show(c, deps, { refused })
  return c.redirect(`${urls.officeConclusions(meeting.year)}?done=moved`, 303)
}

async function showAdopt(c: OfficeContext, deps: ConclusionsOfficeDeps, shown: Shown): Promise<Response> {
  const opened = await openSet(c, deps)
  const { meeting } = opened
  const props = {
    ...{ frame: instanceFrame(c, deps, backTo(c, meeting)), year: meeting.year, refused: shown.refused },
    ...{ fields: shown.fields ?? new Map([['on', [todayOf(deps)]]]), faults: shown.faults ?? [] },
    lines: (await linesOf(c, deps, opened)).lines,
  }
  return page(c, <AdoptPage {...props} />, statusOf(shown))
}

async function submitAdopt(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const meeting = await meetingAsked(c, deps)
  const fields = await readForm(c.req.raw)
  const ids = (await readConclusions(deps.database.db, meeting.id)).map(({ id }) => id)
  const read = adoptionFrom(fields, readingOf(c, deps), { ids, today: todayOf(deps) })
  if ('faults' in read) return showAdopt(c, deps, { fields, faults: read.faults })
  const refused = refusedText(c, await adopt(deps, c.get('act'), meeting, read))
  if (refused !== undefined) return showAdopt(c, deps, { fields, refused })
  return c.redirect(`${urls.officeConclusions(meeting.year)}?done=adopted`, 303)
}
