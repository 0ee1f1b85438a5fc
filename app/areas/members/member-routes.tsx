/** The members of an association: who they are, looking for one, ending a membership. */
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { urls } from '../../urls.ts'
import type { MembersOfficeDeps } from './deps.ts'
import { endOneMembership } from './keep-members.ts'
import { bringRoutes } from './list-routes.tsx'
import { listWaits } from './list-store.ts'
import { membersPattern, type OfficeContext, openMembers, page } from './member-request.ts'
import { countMembers, findMembers, listMembers, membersPerPage } from './member-store.ts'
import { memberNotices } from './pages/members-frame.tsx'
import { MembersPage } from './pages/members-page.tsx'

export function memberRoutes(deps: MembersOfficeDeps): Route<AppEnv>[] {
  const permission = 'members.keep'
  const post = { method: 'POST', permission } as const
  return [
    { method: 'GET', permission, path: membersPattern, audit: 'members.show', handle: (c) => show(c, deps) },
    { ...post, path: `${membersPattern}/find`, audit: 'members.find', handle: (c) => find(c, deps) },
    { ...post, path: `${membersPattern}/end`, audit: 'members.end', handle: (c) => end(c, deps) },
    ...bringRoutes(deps),
  ]
}

async function show(c: OfficeContext, deps: MembersOfficeDeps): Promise<Response> {
  const { db } = deps.database
  const { association, frame } = await openMembers(c, deps)
  const count = await countMembers(db, association.id)
  const pages = Math.max(1, Math.ceil(count / membersPerPage))
  const number = Math.min(pages, Math.max(1, Math.floor(Number(c.req.query('page'))) || 1))
  return page(
    c,
    <MembersPage
      frame={frame}
      count={count}
      members={await listMembers(db, association.id, number)}
      page={{ number, of: pages }}
      waiting={(await listWaits(db, association.id)) !== undefined}
      sought={undefined}
      done={memberNotices.find((one) => one === c.req.query('done'))}
      changed={Math.floor(Number(c.req.query('count'))) || 0}
    />,
  )
}

/** What is looked for never stands in an address. */
async function find(c: OfficeContext, deps: MembersOfficeDeps): Promise<Response> {
  const { db } = deps.database
  const { association, frame } = await openMembers(c, deps)
  const sought = fieldText(await readForm(c.req.raw), 'member').slice(0, 100)
  if (sought === '') return c.redirect(urls.associationMembers(association), 303)
  return page(
    c,
    <MembersPage
      frame={frame}
      count={await countMembers(db, association.id)}
      members={await findMembers(db, association.id, { code: sought, folded: deps.foldings(sought) })}
      page={{ number: 1, of: 1 }}
      waiting={(await listWaits(db, association.id)) !== undefined}
      sought={sought}
      done={undefined}
      changed={0}
    />,
  )
}

async function end(c: OfficeContext, deps: MembersOfficeDeps): Promise<Response> {
  const { association } = await openMembers(c, deps)
  const member = z.uuid().safeParse(fieldText(await readForm(c.req.raw), 'authority'))
  if (member.success) await endOneMembership(deps, c.get('act'), association, member.data)
  return c.redirect(`${urls.associationMembers(association)}?done=end&count=1`, 303)
}
