/** What every handler about the members of an association starts with. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { patterns } from '../../urls.ts'
import type { MemberAssociation, MembersOfficeDeps } from './deps.ts'
import type { MembersFrame } from './pages/members-frame.tsx'

export type OfficeContext = Context<AppEnv>

export const membersPattern = `/office/associations${patterns.cc}${patterns.association}/members`

export interface MembersRequest {
  readonly association: MemberAssociation
  readonly frame: MembersFrame
}

/** @throws RequestFault not-found where the association is gone. */
export async function openMembers(c: OfficeContext, deps: MembersOfficeDeps): Promise<MembersRequest> {
  const subject = c.get('subject')
  const found = subject.kind === 'association' ? await deps.readAssociation(deps.database.db, subject.id) : undefined
  if (!found) throw notFound()
  const of = c.get('frame')
  const name = found.names[of.translator.language] ?? found.name
  return {
    association: found,
    frame: { of, association: found, workplace: { name, items: officeSections(of, found, 'members') } },
  }
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}
