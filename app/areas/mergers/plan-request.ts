/** What every handler about the plan of a country starts with. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { patterns } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import type { MergerOffice } from './deps.ts'
import { type PlanFrame, type PlanNotice, planNotices } from './pages/plan-frame.tsx'

export type OfficeContext = Context<AppEnv>

export const planPattern = `/office/countries${patterns.cc}/plan`

export interface PlanRequest {
  readonly frame: PlanFrame
  /** ISO 3166-1, upper case. */
  readonly country: string
  /** In whose name the actor decides. */
  readonly office: MergerOffice
}

/** @throws RequestFault not-found where the address names no country. */
export function openRequest(c: OfficeContext): PlanRequest {
  const subject = c.get('subject')
  if (subject.kind !== 'country') throw notFound()
  const { country, associations } = subject
  const own = c
    .get('actor')
    .roles.some(
      ({ role, scope }) => role === 'coordinator' && scope.kind === 'association' && associations.includes(scope.id),
    )
  return {
    country,
    frame: { of: c.get('frame'), country, name: countryName(country, c.get('translator').tag) },
    office: own ? 'association' : 'secretariat',
  }
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export function doneOf(c: OfficeContext): PlanNotice | undefined {
  return planNotices.find((one) => one === c.req.query('done'))
}
