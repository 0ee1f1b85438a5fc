/** Many members at once: a list is brought, or an area is named; what it would change is shown; then it is done. */
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { type FormFields, fieldText, readForm, readFormWithFile } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import type { MembersOfficeDeps } from './deps.ts'
import { applyMemberList, bringMemberList, discardMemberList } from './keep-members.ts'
import { waitingList } from './list-store.ts'
import { membersPattern, type OfficeContext, openMembers, page } from './member-request.ts'
import { type Entry, entriesOf, listActs, mostEntries } from './member-rules.ts'
import { type BringFault, BringPage } from './pages/bring-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { presentList } from './read-list.ts'

export function bringRoutes(deps: MembersOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'members.keep' } as const
  const post = { ...get, method: 'POST' } as const
  const [bring, list] = [`${membersPattern}/bring`, `${membersPattern}/list`]
  return [
    { ...get, path: bring, audit: 'members.ask-list', handle: (c) => showBring(c, deps) },
    { ...post, path: bring, audit: 'members.bring-list', handle: (c) => submitList(c, deps) },
    { ...post, path: `${membersPattern}/area`, audit: 'members.bring-area', handle: (c) => submitArea(c, deps) },
    { ...get, path: list, audit: 'members.look-through', handle: (c) => showList(c, deps) },
    { ...post, path: list, audit: 'members.apply-list', handle: (c) => submitApply(c, deps) },
    { ...post, path: `${list}/discard`, audit: 'members.discard-list', handle: (c) => submitDiscard(c, deps) },
  ]
}

interface Again {
  readonly fields: FormFields
  readonly fault: BringFault
}

async function showBring(c: OfficeContext, deps: MembersOfficeDeps, again?: Again): Promise<Response> {
  const { frame } = await openMembers(c, deps)
  const value = (name: string) => (again ? fieldText(again.fields, name) : '')
  return page(
    c,
    <BringPage frame={frame} id={idOf(value('id') || value('areaId'))} value={value} fault={again?.fault} />,
    again ? 422 : 200,
  )
}

const idOf = (given: string): string => (z.uuid().safeParse(given).success ? given : newId())
/** The two forms of the page have names of their own. */
const actOf = (fields: FormFields, name: 'act' | 'areaAct') =>
  listActs.find((one) => one === fieldText(fields, name)) ?? 'add'

async function submitList(c: OfficeContext, deps: MembersOfficeDeps): Promise<Response> {
  const { association } = await openMembers(c, deps)
  const { fields, file } = await readFormWithFile(c.req.raw, 'list')
  const refuse = (field: BringFault['field'], code: BringFault['code']) =>
    showBring(c, deps, { fields, fault: { field, code } })
  const entries: readonly Entry[] | BringFault['code'] = file
    ? await deps.readTable(file.content)
    : entriesOf(fields.get('lines')?.[0] ?? '')
  if (typeof entries === 'string') return refuse('list', entries)
  if (entries.length === 0) return refuse(file ? 'list' : 'lines', file ? 'no-rows' : 'nothing')
  if (entries.length > mostEntries) return refuse(file ? 'list' : 'lines', 'too-long')
  const list = { id: idOf(fieldText(fields, 'id')), act: actOf(fields, 'act'), entries, area: null }
  await bringMemberList(deps, c.get('act'), association, list)
  return c.redirect(urls.associationMembersAct(association, 'list'), 303)
}

async function submitArea(c: OfficeContext, deps: MembersOfficeDeps): Promise<Response> {
  const { association } = await openMembers(c, deps)
  const fields = await readForm(c.req.raw)
  const typed = fieldText(fields, 'area')
  const found = typed === '' ? [] : await deps.findAreas(deps.database.db, association.country, typed)
  const [area, ...others] = found
  if (typed !== '' && !area) return showBring(c, deps, { fields, fault: { field: 'area', code: 'no-area' } })
  if (others.length > 0) return showBring(c, deps, { fields, fault: { field: 'area', code: 'several-areas' } })
  const list = {
    id: idOf(fieldText(fields, 'areaId')),
    act: actOf(fields, 'areaAct'),
    entries: null,
    area: area?.id ?? null,
  }
  await bringMemberList(deps, c.get('act'), association, list)
  return c.redirect(urls.associationMembersAct(association, 'list'), 303)
}

async function showList(c: OfficeContext, deps: MembersOfficeDeps, another = false): Promise<Response> {
  const { association, frame } = await openMembers(c, deps)
  const list = await waitingList(deps.database.db, association.id)
  // It was done or thrown away meanwhile, by a colleague or by a second click; or a day has passed.
  if (!list) return c.redirect(urls.associationMembers(association), 303)
  const shown = await presentList(deps, association, list)
  return page(c, <ListPage frame={frame} list={list} shown={shown} another={another} />, another ? 409 : 200)
}

const seenIn = async (c: OfficeContext) => fieldText(await readForm(c.req.raw), 'id')

async function submitApply(c: OfficeContext, deps: MembersOfficeDeps): Promise<Response> {
  const { association } = await openMembers(c, deps)
  const applied = await applyMemberList(deps, c.get('act'), association, await seenIn(c))
  if (applied.outcome === 'another') return showList(c, deps, true)
  const members = urls.associationMembers(association)
  if (applied.outcome === 'gone') return c.redirect(members, 303)
  return c.redirect(`${members}?done=${applied.act}&count=${applied.changed}`, 303)
}

async function submitDiscard(c: OfficeContext, deps: MembersOfficeDeps): Promise<Response> {
  const { association } = await openMembers(c, deps)
  await discardMemberList(deps, c.get('act'), association, await seenIn(c))
  return c.redirect(`${urls.associationMembers(association)}?done=discarded`, 303)
}
