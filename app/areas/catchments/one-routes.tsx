/** One area: who is in it, towns that come in or leave, what it is called and for, its end. */
import type { AppEnv } from '../../platform/http/env.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import { pageAsked } from '../../platform/http/page-asked.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { urls } from '../../urls.ts'
import { codeOfArea } from '../authorities/index.ts'
import { type OfficeContext, onePattern, openArea, openAreas, page, slugAsked } from './area-request.ts'
import { type Catchment, catchmentKinds, linesOf, mostLines } from './area-rules.ts'
import { dependantsOf, membersOfArea, membersPerPage } from './area-store.ts'
import type { CatchmentOfficeDeps } from './deps.ts'
import { bringAreaList, type Described, describeArea, endArea } from './keep-areas.ts'
import { idOf } from './list-routes.tsx'
import { AreaPage } from './pages/area-page.tsx'
import type { AreaFaultShown } from './pages/areas-frame.tsx'
import { DeletePage } from './pages/delete-page.tsx'

export function oneRoutes(deps: CatchmentOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'catchments.keep' } as const
  const post = { ...get, method: 'POST' } as const
  const end = `${onePattern}/delete`
  return [
    { ...get, path: onePattern, audit: 'catchments.show-area', handle: (c) => show(c, deps) },
    { ...post, path: `${onePattern}/towns`, audit: 'catchments.bring-towns', handle: (c) => submitTowns(c, deps) },
    { ...post, path: `${onePattern}/describe`, audit: 'catchments.describe', handle: (c) => submitDescribe(c, deps) },
    { ...get, path: end, audit: 'catchments.ask-delete', handle: (c) => showDelete(c, deps) },
    { ...post, path: end, audit: 'catchments.delete', handle: (c) => submitDelete(c, deps) },
  ]
}

interface Again {
  readonly fields: FormFields
  readonly fault?: AreaFaultShown
  readonly changed?: boolean
}

async function show(c: OfficeContext, deps: CatchmentOfficeDeps, again?: Again): Promise<Response> {
  const { frame, area } = await openArea(c, deps)
  const pages = Math.max(1, Math.ceil(area.members / membersPerPage))
  const number = Math.min(pages, pageAsked(c))
  const value = (name: string, otherwise: string) =>
    again?.fields.has(name) ? fieldText(again.fields, name) : otherwise
  return page(
    c,
    <AreaPage
      frame={frame}
      area={area}
      members={await membersOfArea(deps.database.db, area.id, number)}
      pages={{ number, count: pages }}
      id={idOf(value('id', ''))}
      value={value}
      fault={again?.fault}
      changed={again?.changed ?? false}
      saved={c.req.query('done') === 'saved'}
    />,
    again ? (again.fault ? 422 : 409) : 200,
  )
}

async function submitTowns(c: OfficeContext, deps: CatchmentOfficeDeps): Promise<Response> {
  const { association, area } = await openArea(c, deps)
  const fields = await readForm(c.req.raw)
  const refuse = (code: AreaFaultShown['code']) => show(c, deps, { fields, fault: { field: 'towns', code } })
  const code = await codeOfArea(deps.database.db, area.id)
  if (!code) return refuse('no-code')
  const lines = linesOf({ ...code, name: '', kind: '' }, fields.get('towns')?.[0] ?? '')
  if (lines.length === 0) return refuse('nothing')
  if (lines.length > mostLines) return refuse('too-long')
  const act = fieldText(fields, 'act') === 'end' ? 'end' : 'add'
  await bringAreaList(deps, c.get('act'), association, { id: idOf(fieldText(fields, 'id')), act, lines })
  return c.redirect(urls.catchmentsAct(association, 'list'), 303)
}

const kindIn = (fields: FormFields, name: string) =>
  catchmentKinds.find((one) => one === fieldText(fields, name)) ?? null

async function submitDescribe(c: OfficeContext, deps: CatchmentOfficeDeps): Promise<Response> {
  const { association, area } = await openArea(c, deps)
  const fields = await readForm(c.req.raw)
  const now: Described = { name: nameIn(fields, area), kind: kindIn(fields, 'kind') }
  const refuse = (field: AreaFaultShown['field'], code: AreaFaultShown['code']) =>
    show(c, deps, { fields, fault: { field, code } })
  if (!/\p{L}|\p{N}/u.test(now.name) || now.name.length > 200) return refuse('name', 'name')
  if (!now.kind) return refuse('kind', 'no-kind')
  const was = { name: fieldText(fields, 'wasName'), kind: kindIn(fields, 'wasKind') }
  const outcome = await describeArea(deps, c.get('act'), association, { slug: area.slug, was, now })
  if (outcome === 'changed-meanwhile') return show(c, deps, { fields, changed: true })
  return c.redirect(`${urls.catchment(association, area.slug)}?done=saved`, 303)
}

/** The form of an official one asks for no name. */
const nameIn = (fields: FormFields, { official, name }: Catchment) => (official ? name : fieldText(fields, 'name'))

async function showDelete(c: OfficeContext, deps: CatchmentOfficeDeps, refused = false): Promise<Response> {
  const { frame, area } = await openArea(c, deps)
  const found = await dependantsOf(deps.database.db, area.id)
  // What nobody counts may stop it, too.
  const depends = refused && found.size === 0 && !area.official ? new Map([['else', 1] as const]) : found
  return page(c, <DeletePage frame={frame} area={area} depends={depends} />, refused ? 409 : 200)
}

async function submitDelete(c: OfficeContext, deps: CatchmentOfficeDeps): Promise<Response> {
  const { association } = await openAreas(c, deps)
  const outcome = await endArea(deps, c.get('act'), association, slugAsked(c))
  if (outcome === 'in-use') return showDelete(c, deps, true)
  return c.redirect(`${urls.catchments(association)}${outcome === 'deleted' ? '?done=deleted' : ''}`, 303)
}
