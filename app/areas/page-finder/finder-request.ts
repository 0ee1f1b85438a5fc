/** What every handler of the finder's pages starts with: whose members they are. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import type { FinderAssociation, FinderOfficeDeps } from './deps.ts'
import type { FinderFrame } from './pages/finder-frame.tsx'

export type OfficeContext = Context<AppEnv>

export interface FinderRequest {
  readonly association: FinderAssociation
  readonly frame: FinderFrame
}

/** @throws RequestFault not-found where the association is gone. */
export async function openFinder(c: OfficeContext, deps: FinderOfficeDeps): Promise<FinderRequest> {
  const subject = c.get('subject')
  const { db } = deps.database
  const association = subject.kind === 'association' ? await deps.readAssociation(db, subject.id) : undefined
  if (!association) throw notFound()
  const of = c.get('frame')
  const name = association.names[of.translator.language] ?? association.name
  return { association, frame: { of, workplace: { name, items: officeSections(of, association, 'websites') } } }
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}
