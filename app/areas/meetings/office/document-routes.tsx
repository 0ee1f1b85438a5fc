/** Documents of a call, as files: the secretariat adds them, everybody reads them once the call is published. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { stageOfCall } from '../call/call-rules.ts'
import { readCall } from '../call/call-store.ts'
import { addDocument, removeDocument } from '../call/keep-files.ts'
import type { MeetingsOfficeDeps } from '../deps.ts'
import { DeskPage } from '../pages/desk-page.tsx'
import { titleText } from '../present-meeting.ts'
import { filePattern } from './letter-routes.tsx'
import {
  doneOf,
  instanceFrame,
  instanceOne,
  meetingAsked,
  type OfficeContext,
  page,
  revisionIn,
  seenOf,
} from './office-request.ts'
import { paperForm, paperParts, type ShownPaper, sendPaper, sentPaper } from './paper-parts.ts'

export function documentRoutes(deps: MeetingsOfficeDeps): Route<AppEnv>[] {
  const all = `${instanceOne}/call/documents`
  const one = `${all}${filePattern}`
  const [get, post] = [
    { method: 'GET', permission: 'meetings.keep' } as const,
    { method: 'POST', permission: 'meetings.keep' } as const,
  ]
  return [
    { ...get, path: all, audit: 'meetings.show-documents', handle: (c) => showDocuments(c, deps, {}) },
    { ...post, path: all, audit: 'meetings.add-document', handle: (c) => submitDocument(c, deps) },
    {
      ...{ ...get, path: one, audit: 'meetings.document' },
      handle: async (c) => sendPaper(c, deps, (await openCall(c, deps)).call.files),
    },
    { ...post, path: `${one}/remove`, audit: 'meetings.remove-document', handle: (c) => remove(c, deps) },
  ]
}

/** @throws RequestFault not-found while there is no call. */
async function openCall(c: OfficeContext, deps: MeetingsOfficeDeps) {
  const meeting = await meetingAsked(c, deps)
  const call = await readCall(deps.database.db, meeting.id)
  if (!call) throw notFound()
  return { meeting, call }
}

async function showDocuments(c: OfficeContext, deps: MeetingsOfficeDeps, shown: ShownPaper): Promise<Response> {
  const { meeting, call } = await openCall(c, deps)
  const translator = c.get('translator')
  const { t } = translator
  const { year } = meeting
  const { fields, faults = [], refused, changed = false } = shown
  const isSealed = stageOfCall(call, deps.clock.now()) === 'sealed'
  const revision = seenOf({ ...(fields ? { fields } : {}), changed }, call.revision)
  const form = paperForm(translator, { action: urls.callDocuments(year), revision, ...(fields ? { fields } : {}) })
  const parts = [
    { paragraphs: [t('meeting.files.documentsAbout'), ...(isSealed ? [t('meeting.files.sealed')] : [])] },
    ...paperParts(translator, call.files, {
      hrefOf: (sha256) => urls.officeDocument(year, sha256),
      removal: (sha256) => ({ action: urls.officeDocument(year, sha256, 'remove') }),
    }),
    ...(isSealed && !fields ? [] : [{ form }]),
  ]
  const props = {
    frame: instanceFrame(c, deps, { href: urls.officeCall(year, 'call'), text: t('meeting.page.call') }),
    ...{ title: t('meeting.files.documents'), caption: titleText(translator, meeting), parts },
    ...{ faults, refused, changed, done: doneOf(c, translator) },
  }
  return page(c, <DeskPage {...props} />, { refused: faults.length > 0 ? '' : refused, changed })
}

async function submitDocument(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { meeting } = await openCall(c, deps)
  const { t } = c.get('translator')
  const sent = await sentPaper(c, deps)
  const { fields } = sent
  if ('faults' in sent) return showDocuments(c, deps, { fields, faults: sent.faults })
  const given = { document: sent.paper, seen: revisionIn(fields) }
  const outcome = await addDocument(deps, c.get('act'), meeting, given)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'closed') return showDocuments(c, deps, { fields, refused: t('meeting.files.sealed') })
  if (outcome === 'most')
    return showDocuments(c, deps, { fields, faults: [{ field: 'file', text: t('meeting.error.most') }] })
  if (outcome === 'conflict') return showDocuments(c, deps, { fields, changed: true })
  return c.redirect(`${urls.callDocuments(meeting.year)}?done=kept`, 303)
}

async function remove(c: OfficeContext, deps: MeetingsOfficeDeps): Promise<Response> {
  const { meeting } = await openCall(c, deps)
  await readForm(c.req.raw)
  await removeDocument(deps, c.get('act'), meeting, c.req.param('sha256') ?? '')
  return c.redirect(`${urls.callDocuments(meeting.year)}?done=kept`, 303)
}
