/** Bringing a list of contacts: as a file or pasted, looked at, then taken over. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readFormWithFile, type SentFile } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { patterns, urls } from '../../../urls.ts'
import { ListFault } from '../../mergers/index.ts'
import type { CampaignsDeps } from '../deps.ts'
import { type OfficeContext, openUnion, page, type UnionRequest } from '../union-request.ts'
import { memberKeys } from './contact-store.ts'
import { bringContacts, seeUpload, takeListOver } from './keep-contacts.ts'
import { ListPage, UploadPage } from './pages/list-page.tsx'
import { type ListRead, readContactList } from './read-list.ts'

const list = `/office/associations${patterns.cc}${patterns.association}/campaigns/contacts/list`
const permission = 'campaigns.run'

export function listRoutes(deps: CampaignsDeps): Route<AppEnv>[] {
  const upload = { path: `${list}${patterns.id}`, permission }
  return [
    { method: 'GET', path: list, permission, audit: 'campaigns.list-page', handle: (c) => show(c, deps) },
    { method: 'POST', path: list, permission, audit: 'campaigns.bring-list', handle: (c) => submit(c, deps) },
    { method: 'GET', ...upload, audit: 'campaigns.see-list', handle: (c) => showUpload(c, deps) },
    { method: 'POST', ...upload, audit: 'campaigns.take-list-over', handle: (c) => submitUpload(c, deps) },
  ]
}

type Fault = 'nothing' | 'columns' | ListFault['code']

function faultWords({ of: { translator } }: UnionRequest['frame'], fault: Fault): string {
  const { t } = translator
  if (fault === 'nothing' || fault === 'columns') return t(`campaigns.list.file.${fault}`)
  return t(`mergers.new.fault.${fault}`)
}

function listPage(
  c: OfficeContext,
  { frame }: UnionRequest,
  { id = newId(), pasted = '', fault }: { readonly id?: string; readonly pasted?: string; readonly fault?: Fault } = {},
): Response {
  const errors = fault ? [{ field: 'file', text: faultWords(frame, fault) }] : []
  return page(c, <ListPage frame={frame} id={id} pasted={pasted} errors={errors} />, fault ? 422 : 200)
}

async function show(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  return listPage(c, await openUnion(c, deps))
}

function contentOf(file: SentFile | undefined, pasted: string): Uint8Array | undefined {
  if (file) return file.content
  return pasted === '' ? undefined : new TextEncoder().encode(pasted)
}

async function submit(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const { fields, file } = await readFormWithFile(c.req.raw, 'file')
  const pasted = fieldText(fields, 'pasted')
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  const id = given.success ? given.data : newId()
  const content = contentOf(file, pasted)
  if (!content) return listPage(c, request, { id, pasted, fault: 'nothing' })
  const members = await memberKeys(deps.database.db, request.union.id)
  const read = await readContactList(content, members, deps.languages).catch(faultOf)
  if ('fault' in read) return listPage(c, request, { id, pasted, fault: read.fault })
  const act = { ...c.get('act'), person: c.get('actor') }
  await bringContacts(deps, act, request.union.id, id, read.list)
  return c.redirect(urls.contactUpload(request.union, id), 303)
}

function faultOf(error: unknown): ListRead | { readonly fault: ListFault['code'] } {
  if (error instanceof ListFault) return { fault: error.code }
  throw error
}

const idOf = (c: OfficeContext): string => c.req.param('id') ?? ''

async function showUpload(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const { union, frame } = await openUnion(c, deps)
  const seen = await seeUpload(deps, union.id, idOf(c))
  if (!seen) throw notFound()
  return page(c, <UploadPage frame={frame} id={idOf(c)} list={seen.list} changes={seen.changes} />)
}

async function submitUpload(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const { union } = await openUnion(c, deps)
  const done = await takeListOver(deps, c.get('act'), union.id, idOf(c))
  return c.redirect(`${urls.townContacts(union)}?done=${done ? 'taken-over' : 'late'}`, 303)
}
