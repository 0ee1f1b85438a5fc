/** Facts about members of which nobody knows them: a list that fills what is missing. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { fieldText, readFormWithFile } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { type OfficeContext, openAssociation } from '../coverage-request.ts'
import { readSpots } from '../coverage-store.ts'
import type { CoverageOfficeDeps, PlacesFilled } from '../deps.ts'
import { type PlaceFault, PlacesPage } from './pages/places-page.tsx'

export function placeRoutes(deps: CoverageOfficeDeps, coverage: string): Route<AppEnv>[] {
  const one = { permission: 'coverage.place', path: `${coverage}/places` } as const
  return [
    { ...one, method: 'GET', audit: 'coverage.ask-places', handle: (c) => show(c, deps, {}) },
    { ...one, method: 'POST', audit: 'coverage.fill-places', handle: (c) => submit(c, deps) },
  ]
}

interface Shown {
  readonly pasted?: string
  readonly fault?: PlaceFault
  readonly filled?: PlacesFilled
}

async function show(c: OfficeContext, deps: CoverageOfficeDeps, { pasted, fault, filled }: Shown): Promise<Response> {
  const { association, workplace } = await openAssociation(c, deps)
  const { nowhere } = await readSpots(deps.database.db, association.id, undefined)
  const page = (
    <PlacesPage
      of={c.get('frame')}
      workplace={workplace}
      association={association}
      nowhere={nowhere}
      pasted={pasted ?? ''}
      fault={fault}
      filled={filled}
    />
  )
  return c.html(renderDocument(page), fault ? 422 : 200, { 'cache-control': 'no-store' })
}

/** What is missing is filled at once: nothing that is known changes. What the file holds goes before what is pasted. */
async function submit(c: OfficeContext, deps: CoverageOfficeDeps): Promise<Response> {
  const { association } = await openAssociation(c, deps)
  const { fields, file } = await readFormWithFile(c.req.raw, 'list')
  const pasted = fields.get('pasted')?.[0] ?? ''
  const field = file ? 'list' : 'pasted'
  if (!file && fieldText(fields, 'pasted') === '') return show(c, deps, { fault: { field, code: 'nothing' } })
  const filled = await deps.fillPlaces(c.get('act'), association, file?.content ?? new TextEncoder().encode(pasted))
  if (typeof filled === 'string') return show(c, deps, { pasted, fault: { field, code: filled } })
  return show(c, deps, { filled })
}
