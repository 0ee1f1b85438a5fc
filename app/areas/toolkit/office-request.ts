/** What every handler of the toolkit in the office starts with: an association, or the secretariat. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { patterns, urls } from '../../urls.ts'
import type { ToolkitOfficeDeps, TranslatingAssociation } from './deps.ts'
import type { ToolkitOfficeFrame } from './pages/office-frame.tsx'

export type OfficeContext = Context<AppEnv>

/** The pages of associations, and the same for the secretariat. */
export const bases = [
  `/office/associations${patterns.cc}${patterns.association}/toolkit`,
  urls.officeToolkit(undefined),
] as const

export interface Opened {
  readonly association: TranslatingAssociation | undefined
  readonly frame: ToolkitOfficeFrame
}

/** @throws RequestFault not-found where the association is gone. */
export async function openToolkit(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Opened> {
  const [subject, of] = [c.get('subject'), c.get('frame')]
  const ids = subject.kind === 'association' ? [subject.id] : []
  const [association] = await deps.readAssociations(deps.database.db, ids)
  if (subject.kind === 'association' && !association) throw notFound()
  const name = association ? (association.names[of.translator.language] ?? association.name) : deps.instanceName
  const workplace = { name, items: officeSections(of, association, 'toolkit') }
  return { association, frame: { of, toolkit: urls.officeToolkit(association), workplace } }
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const numberIn = (fields: FormFields, name: string): number =>
  Number(/^\d{1,6}$/.exec(fieldText(fields, name))?.[0] ?? 0)

export const doneNotices = ['saved', 'sent', 'discarded', 'published', 'returned', 'withdrawn', 'back'] as const
export type DoneNotice = (typeof doneNotices)[number]

export const doneOf = (c: OfficeContext): DoneNotice | undefined =>
  doneNotices.find((one) => one === c.req.query('done'))
