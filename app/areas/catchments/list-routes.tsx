/** Many at once: a list is brought, or an area is made; what it would change is shown; then it is done. */
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { type FormFields, fieldText, readForm, readFormWithFile } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import { areaNamed } from '../authorities/index.ts'
import { areasPattern, type OfficeContext, openAreas, page } from './area-request.ts'
import { catchmentKinds, codeFor, linesOf, mostLines, schemeOf } from './area-rules.ts'
import type { CatchmentOfficeDeps } from './deps.ts'
import { applyAreaList, bringAreaList, discardAreaList, lookThrough } from './keep-areas.ts'
import { waitingList } from './list-store.ts'
import type { AreaFaultShown } from './pages/areas-frame.tsx'
import { BringPage } from './pages/bring-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { NewPage } from './pages/new-page.tsx'
import { readAreaList } from './read-area-list.ts'

export function bringRoutes(deps: CatchmentOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'catchments.keep' } as const
  const post = { ...get, method: 'POST' } as const
  const [bring, make, list] = [`${areasPattern}/bring`, `${areasPattern}/new`, `${areasPattern}/list`]
  return [
    { ...get, path: bring, audit: 'catchments.ask-list', handle: (c) => showBring(c, deps) },
    { ...post, path: bring, audit: 'catchments.bring-list', handle: (c) => submitList(c, deps) },
    { ...get, path: make, audit: 'catchments.ask-new', handle: (c) => showNew(c, deps) },
    { ...post, path: make, audit: 'catchments.bring-new', handle: (c) => submitNew(c, deps) },
    { ...get, path: list, audit: 'catchments.look-through', handle: (c) => showList(c, deps) },
    { ...post, path: list, audit: 'catchments.apply-list', handle: (c) => submitApply(c, deps) },
    { ...post, path: `${list}/discard`, audit: 'catchments.discard-list', handle: (c) => submitDiscard(c, deps) },
  ]
}

interface Again {
  readonly fields: FormFields
  readonly fault: AreaFaultShown
}

export const idOf = (given: string): string => (z.uuid().safeParse(given).success ? given : newId())
const valueIn = (again: Again | undefined) => (name: string) => (again ? fieldText(again.fields, name) : '')

async function showBring(c: OfficeContext, deps: CatchmentOfficeDeps, again?: Again): Promise<Response> {
  const { frame } = await openAreas(c, deps)
  const value = valueIn(again)
  return page(
    c,
    <BringPage frame={frame} id={idOf(value('id'))} value={value} fault={again?.fault} />,
    again ? 422 : 200,
  )
}

/** What the file holds goes before what is pasted. */
async function submitList(c: OfficeContext, deps: CatchmentOfficeDeps): Promise<Response> {
  const { association } = await openAreas(c, deps)
  const { fields, file } = await readFormWithFile(c.req.raw, 'list')
  const pasted = fields.get('pasted')?.[0] ?? ''
  const refuse = (code: AreaFaultShown['code']) =>
    showBring(c, deps, { fields, fault: { field: file ? 'list' : 'pasted', code } })
  if (!file && pasted.trim() === '') return refuse('nothing')
  const lines = await readAreaList(file?.content ?? new TextEncoder().encode(pasted), deps.fold)
  if (typeof lines === 'string') return refuse(lines)
  if (lines.length === 0) return refuse('no-rows')
  if (lines.length > mostLines) return refuse('too-long')
  const act = fieldText(fields, 'act') === 'complete' ? 'complete' : 'add'
  await bringAreaList(deps, c.get('act'), association, { id: idOf(fieldText(fields, 'id')), act, lines })
  return c.redirect(urls.catchmentsAct(association, 'list'), 303)
}

async function showNew(c: OfficeContext, deps: CatchmentOfficeDeps, again?: Again): Promise<Response> {
  const { frame } = await openAreas(c, deps)
  const value = valueIn(again)
  return page(c, <NewPage frame={frame} id={idOf(value('id'))} value={value} fault={again?.fault} />, again ? 422 : 200)
}

async function submitNew(c: OfficeContext, deps: CatchmentOfficeDeps): Promise<Response> {
  const { association } = await openAreas(c, deps)
  const fields = await readForm(c.req.raw)
  const refuse = (field: AreaFaultShown['field'], code: AreaFaultShown['code']) =>
    showNew(c, deps, { fields, fault: { field, code } })
  const name = fieldText(fields, 'name')
  const kind = catchmentKinds.find((one) => one === fieldText(fields, 'kind'))
  if (!/\p{L}|\p{N}/u.test(name) || name.length > 200) return refuse('name', 'name')
  if (!kind) return refuse('kind', 'no-kind')
  const code = codeFor(name, fieldText(fields, 'code'))
  if (!code) return refuse('code', 'code')
  const scheme = schemeOf(kind)
  const lines = linesOf({ scheme, code, name, kind }, fields.get('towns')?.[0] ?? '')
  if (lines.length === 0) return refuse('towns', 'nothing')
  if (lines.length > mostLines) return refuse('towns', 'too-long')
  if (await areaNamed(deps.database.db, association.country, { scheme, code })) return refuse('code', 'known')
  await bringAreaList(deps, c.get('act'), association, { id: idOf(fieldText(fields, 'id')), act: 'add', lines })
  return c.redirect(urls.catchmentsAct(association, 'list'), 303)
}

async function showList(c: OfficeContext, deps: CatchmentOfficeDeps, another = false): Promise<Response> {
  const { association, frame } = await openAreas(c, deps)
  const list = await waitingList(deps.database.db, association.id)
  // It was done or thrown away meanwhile, by a colleague or by a second click; or a day has passed.
  if (!list) return c.redirect(urls.catchments(association), 303)
  const report = await lookThrough(deps, c.get('act'), association, list)
  const said = new Map(list.lines.map((one) => [one.line, one]))
  return page(
    c,
    <ListPage frame={frame} list={{ id: list.id, act: list.act }} report={report} said={said} another={another} />,
    another ? 409 : 200,
  )
}

const seenIn = async (c: OfficeContext) => fieldText(await readForm(c.req.raw), 'id')

async function submitApply(c: OfficeContext, deps: CatchmentOfficeDeps): Promise<Response> {
  const { association } = await openAreas(c, deps)
  const applied = await applyAreaList(deps, c.get('act'), association, await seenIn(c))
  if (applied.outcome === 'another') return showList(c, deps, true)
  const areas = urls.catchments(association)
  return c.redirect(applied.outcome === 'gone' ? areas : `${areas}?done=applied&count=${applied.changed}`, 303)
}

async function submitDiscard(c: OfficeContext, deps: CatchmentOfficeDeps): Promise<Response> {
  const { association } = await openAreas(c, deps)
  await discardAreaList(deps, c.get('act'), association, await seenIn(c))
  return c.redirect(`${urls.catchments(association)}?done=discarded`, 303)
}
