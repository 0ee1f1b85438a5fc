/** The programme as host and secretariat keep it: rooms, sessions, what cannot be at once, releasing it. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import type { JSX } from '../../../ui/jsx-runtime.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { patterns, urls } from '../../../urls.ts'
import { meetingPattern, type OpenMeeting, openHost } from '../../meetings/index.ts'
import { type Clash, clashesOf } from '../clash-rules.ts'
import type { ProgrammeOfficeDeps, Town } from '../deps.ts'
import { ProgrammePage } from '../pages/programme-page.tsx'
import { changeText, roomName, whereText } from '../present-session.ts'
import { type DraftSession, readRooms, sessionsOf } from '../programme-store.ts'
import { changesBetween, nextDocument } from '../release-rules.ts'
import { releasesOf } from '../release-store.ts'
import type { Room } from '../schema.ts'
import { roomsFrom, type SessionFault } from '../session-form.ts'
import { bringBack, keepRooms, releaseProgramme, takeOut } from '../write-programme.ts'

export type OfficeContext = Context<AppEnv>
export type Open = OpenMeeting<Town>

export const base = `${meetingPattern}/programme`
export const onePath = `${base}${patterns.id}`

export function programmeRoutes(deps: ProgrammeOfficeDeps): Route<AppEnv>[] {
  const permission = 'programme.keep'
  const post = { method: 'POST', permission } as const
  const act = (c: OfficeContext, does: typeof takeOut | typeof bringBack) => submitAct(c, deps, does)
  return [
    { method: 'GET', permission, path: base, audit: 'programme.show', handle: (c) => showProgramme(c, deps, {}) },
    { ...post, path: `${base}/rooms`, audit: 'programme.keep-rooms', handle: (c) => submitRooms(c, deps) },
    { ...post, path: `${base}/release`, audit: 'programme.release', handle: (c) => submitRelease(c, deps) },
    { ...post, path: `${onePath}/take-out`, audit: 'programme.take-out', handle: (c) => act(c, takeOut) },
    { ...post, path: `${onePath}/bring-back`, audit: 'programme.bring-back', handle: (c) => act(c, bringBack) },
  ]
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const revisionIn = (fields: FormFields): number =>
  Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)

const doneNotices = ['saved', 'taken-out', 'brought-back', 'released'] as const
const doneOf = (c: OfficeContext) => doneNotices.find((one) => one === c.req.query('done'))

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly SessionFault[]
  readonly changed?: boolean
}

function clashTexts(
  { of: { translator } }: Open,
  rooms: readonly Room[],
  sessions: readonly DraftSession[],
  all: readonly Clash[],
) {
  const { t } = translator
  const titleOf = (id: string | undefined) => `\u2068${sessions.find((one) => one.id === id)?.title ?? ''}\u2069`
  return all.map((clash) => {
    const [one, other] = clash.sessions
    if (clash.kind === 'outside') return t('programme.clash.outside', { one: titleOf(one) })
    const who = clash.kind === 'room' ? roomName(rooms, clash.who) : clash.who
    return t(`programme.clash.${clash.kind}`, { one: titleOf(one), other: titleOf(other), who: `\u2068${who}\u2069` })
  })
}

const rowsOf = (
  { of: { translator }, town, meeting }: Open,
  deps: ProgrammeOfficeDeps,
  rooms: readonly Room[],
  sessions: readonly DraftSession[],
) =>
  sessions.map((one) => ({
    ...{ id: one.id, title: one.title, lang: deps.languages.byCode(one.language)?.tag ?? one.language },
    ...{ cancelled: one.cancelled, where: whereText(translator, rooms, one) },
    href: urls.hostSession(town, meeting.year, one.id),
  }))

async function showProgramme(c: OfficeContext, deps: ProgrammeOfficeDeps, shown: Shown): Promise<Response> {
  const opened = await openHost(c, deps)
  const { meeting, of } = opened
  const { db } = deps.database
  const [{ rooms, revision }, sessions] = [await readRooms(db, meeting.id), await sessionsOf(db, meeting.id)]
  const [newest] = await releasesOf(db, meeting.id)
  const next = nextDocument({ rooms, sessions }, newest)
  const told = next.sessions.map((one) => ({
    ...one,
    speakers: sessions.find(({ id }) => id === one.id)?.speakers ?? [],
  }))
  const {
    fields = new Map([['rooms', [rooms.map(({ name }) => name).join('\n')]]]),
    faults = [],
    changed = false,
  } = shown
  const props = {
    ...{ opened, fields, faults, changed, revision, done: doneOf(c), newest: newest?.version },
    sessions: rowsOf(opened, deps, rooms, sessions),
    clashes: clashTexts(opened, rooms, sessions, clashesOf(sessions, meeting)),
    changes: changesBetween(newest, { rooms, sessions: told }).map((one) =>
      changeText(of.translator, rooms, newest?.rooms ?? [], one),
    ),
  }
  return page(c, <ProgrammePage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

const back = ({ town, meeting }: Open, done: (typeof doneNotices)[number]) =>
  `${urls.hostProgramme(town, meeting.year)}?done=${done}`

async function submitRooms(c: OfficeContext, deps: ProgrammeOfficeDeps): Promise<Response> {
  const opened = await openHost(c, deps)
  const fields = await readForm(c.req.raw)
  const { rooms } = await readRooms(deps.database.db, opened.meeting.id)
  const read = roomsFrom(fields, rooms, newId)
  if ('faults' in read) return showProgramme(c, deps, { fields, faults: read.faults })
  const saved = await keepRooms(deps, c.get('act'), opened.meeting, { rooms: read, seen: revisionIn(fields) })
  if (saved === 'conflict') return showProgramme(c, deps, { fields, changed: true })
  return c.redirect(back(opened, 'saved'), 303)
}

async function submitRelease(c: OfficeContext, deps: ProgrammeOfficeDeps): Promise<Response> {
  const opened = await openHost(c, deps)
  await releaseProgramme(deps, c.get('act'), opened.meeting)
  return c.redirect(back(opened, 'released'), 303)
}

async function submitAct(
  c: OfficeContext,
  deps: ProgrammeOfficeDeps,
  does: typeof takeOut | typeof bringBack,
): Promise<Response> {
  const opened = await openHost(c, deps)
  const id = c.req.param('id')
  if (!id) throw notFound()
  await does(deps, c.get('act'), opened.meeting, id)
  return c.redirect(back(opened, does === takeOut ? 'taken-out' : 'brought-back'), 303)
}
