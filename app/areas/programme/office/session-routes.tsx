/** A session of the programme: beginning it, changing it. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { typedDay } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { openHost } from '../../meetings/index.ts'
import type { ProgrammeOfficeDeps } from '../deps.ts'
import { SessionPage } from '../pages/session-page.tsx'
import { readRooms, readSession } from '../programme-store.ts'
import { releasesOf } from '../release-store.ts'
import { type SessionFault, sessionFields, sessionFrom } from '../session-form.ts'
import { beginSession, saveSession } from '../write-programme.ts'
import { base, type OfficeContext, type Open, onePath, page, revisionIn } from './programme-routes.tsx'

export function sessionRoutes(deps: ProgrammeOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'programme.keep' } as const
  const post = { method: 'POST', permission: 'programme.keep' } as const
  return [
    { ...get, path: `${base}/new`, audit: 'programme.begin-page', handle: (c) => showNew(c, deps) },
    { ...post, path: base, audit: 'programme.begin', handle: (c) => submitNew(c, deps) },
    { ...get, path: onePath, audit: 'programme.session', handle: (c) => showOne(c, deps) },
    { ...post, path: onePath, audit: 'programme.save', handle: (c) => submitOne(c, deps) },
  ]
}

interface Form {
  readonly id: string
  /** Undefined: it is new. */
  readonly revision: number | undefined
  readonly fields: FormFields
  readonly faults?: readonly SessionFault[]
  readonly changed?: boolean
  readonly stand?: 'planned' | 'cancelled'
  /** Everybody was told of it. */
  readonly released?: boolean
}

async function formPage(c: OfficeContext, deps: ProgrammeOfficeDeps, opened: Open, form: Form): Promise<Response> {
  const { rooms } = await readRooms(deps.database.db, opened.meeting.id)
  const { faults = [], changed = false, stand = 'planned', released = false, ...rest } = form
  const languages = deps.i18n.offered.map(({ code, autonym }) => ({ value: code, text: autonym }))
  const props = { ...rest, opened, rooms, faults, changed, stand, released, languages }
  return page(c, <SessionPage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

async function showNew(c: OfficeContext, deps: ProgrammeOfficeDeps): Promise<Response> {
  const opened = await openHost(c, deps)
  const fields = new Map([
    ['day', [typedDay(opened.meeting.starts)]],
    ['language', [opened.of.translator.language]],
  ])
  return formPage(c, deps, opened, { id: newId(), revision: undefined, fields })
}

async function readingOf(deps: ProgrammeOfficeDeps, { meeting, of }: Open) {
  const { rooms } = await readRooms(deps.database.db, meeting.id)
  const languages = new Set(deps.i18n.offered.map(({ code }) => code))
  return { tag: of.translator.tag, languages, rooms, readLanguages: deps.readLanguages }
}

async function submitNew(c: OfficeContext, deps: ProgrammeOfficeDeps): Promise<Response> {
  const opened = await openHost(c, deps)
  const fields = await readForm(c.req.raw)
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  const id = given.success ? given.data : newId()
  const read = sessionFrom(fields, await readingOf(deps, opened))
  if ('faults' in read) return formPage(c, deps, opened, { id, revision: undefined, fields, faults: read.faults })
  await beginSession(deps, c.get('act'), opened.meeting, { id, ...read })
  return c.redirect(`${urls.hostProgramme(opened.town, opened.meeting.year)}?done=saved`, 303)
}

async function openSession(c: OfficeContext, deps: ProgrammeOfficeDeps) {
  const opened = await openHost(c, deps)
  const session = await readSession(deps.database.db, c.req.param('id') ?? '')
  if (session?.meeting !== opened.meeting.id) throw notFound()
  const [newest] = await releasesOf(deps.database.db, opened.meeting.id)
  const released = newest?.sessions.some(({ id }) => id === session.id) ?? false
  return { opened, session, stand: session.cancelled ? ('cancelled' as const) : ('planned' as const), released }
}

async function showOne(c: OfficeContext, deps: ProgrammeOfficeDeps): Promise<Response> {
  const { opened, session, ...shown } = await openSession(c, deps)
  const fields = sessionFields(session, deps.languagesText)
  return formPage(c, deps, opened, { ...shown, id: session.id, revision: session.revision, fields })
}

async function submitOne(c: OfficeContext, deps: ProgrammeOfficeDeps): Promise<Response> {
  const { opened, session, ...shown } = await openSession(c, deps)
  const fields = await readForm(c.req.raw)
  const seen = revisionIn(fields)
  const again = { ...shown, id: session.id, revision: seen, fields }
  const read = sessionFrom(fields, await readingOf(deps, opened))
  if ('faults' in read) return formPage(c, deps, opened, { ...again, faults: read.faults })
  const saved = await saveSession(deps, c.get('act'), opened.meeting, { id: session.id, ...read, seen })
  if (saved === 'gone') throw notFound()
  if (saved === 'conflict') return formPage(c, deps, opened, { ...again, revision: session.revision, changed: true })
  return c.redirect(`${urls.hostProgramme(opened.town, opened.meeting.year)}?done=saved`, 303)
}
