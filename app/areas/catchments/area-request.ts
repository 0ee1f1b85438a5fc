/** What every handler about the areas of a country starts with. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { patterns } from '../../urls.ts'
import type { Catchment } from './area-rules.ts'
import { readCatchment } from './area-store.ts'
import type { CatchmentOfficeDeps, KeepingAssociation } from './deps.ts'
import type { AreasFrame } from './pages/areas-frame.tsx'

export type OfficeContext = Context<AppEnv>

export const areasPattern = `/office/associations${patterns.cc}${patterns.association}/areas`
export const onePattern = `${areasPattern}/of/:area{[a-z0-9-]+}`

export interface AreasRequest {
  readonly association: KeepingAssociation
  readonly frame: AreasFrame
}

/** @throws RequestFault not-found where the association is gone. */
export async function openAreas(c: OfficeContext, deps: CatchmentOfficeDeps): Promise<AreasRequest> {
  const subject = c.get('subject')
  const found = subject.kind === 'association' ? await deps.readAssociation(deps.database.db, subject.id) : undefined
  if (!found) throw notFound()
  const of = c.get('frame')
  const name = found.names[of.translator.language] ?? found.name
  return {
    association: found,
    frame: { of, association: found, workplace: { name, items: officeSections(of, found, 'areas') } },
  }
}

/** Of the address. */
export const slugAsked = (c: OfficeContext): string => c.req.param('area') ?? ''

/** @throws RequestFault not-found where the area is gone, or none of these. */
export async function openArea(
  c: OfficeContext,
  deps: CatchmentOfficeDeps,
): Promise<AreasRequest & { readonly area: Catchment }> {
  const request = await openAreas(c, deps)
  const area = await readCatchment(deps.database.db, request.association, slugAsked(c))
  if (!area) throw notFound()
  return { ...request, area }
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}
