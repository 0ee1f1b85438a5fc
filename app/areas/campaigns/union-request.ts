/** What every handler of campaigns starts with: whose they are. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import type { Campaign } from './campaign-rules.ts'
import { readCampaign } from './campaign-store.ts'
import type { CampaignsDeps, Union } from './deps.ts'
import type { UnionFrame } from './pages/union-frame.tsx'

export type OfficeContext = Context<AppEnv>

export interface UnionRequest {
  readonly union: Union
  readonly frame: UnionFrame
  /** Codes in which its towns are written to, the most used first; never empty. */
  readonly official: readonly string[]
}

/** @throws RequestFault not-found where it is gone. */
export async function openUnion(c: OfficeContext, deps: CampaignsDeps): Promise<UnionRequest> {
  const subject = c.get('subject')
  const union = subject.kind === 'association' ? await deps.associationOf(deps.database.db, subject.id) : undefined
  if (!union) throw notFound()
  const of = c.get('frame')
  const name = union.names[of.translator.language] ?? union.name
  const official = deps.languagesOf(union.country)
  return {
    union,
    frame: { of, union, workplace: { name, items: officeSections(of, union, 'campaigns') } },
    official: official.length > 0 ? official : ['en'],
  }
}

/** The campaign of the address. @throws RequestFault not-found where the association has none such. */
export async function campaignOf(c: OfficeContext, deps: CampaignsDeps, { union }: UnionRequest): Promise<Campaign> {
  const found = await readCampaign(deps.database.db, union.id, c.req.param('id') ?? '')
  if (!found) throw notFound()
  return found
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export function revisionOf(fields: FormFields): number {
  return Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)
}

/** Of a long list, from 1. */
export function pageNumber(c: OfficeContext): number {
  return Number(/^[1-9]\d{0,5}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1)
}

export const mostOnPage = 50

export const doneNotices = [
  'started',
  'saved',
  'asked',
  'tested',
  'taken-over',
  'scheduled',
  'done',
  'deleted',
  'late',
] as const
export type DoneNotice = (typeof doneNotices)[number]

export function doneOf(c: OfficeContext): DoneNotice | undefined {
  return doneNotices.find((one) => one === c.req.query('done'))
}
