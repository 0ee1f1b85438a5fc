/** What every handler of standard texts starts with: whose they are, and in which languages. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../urls.ts'
import type { StandardsOfficeDeps, TextOwner } from './deps.ts'
import type { OwnerFrame } from './pages/owner-frame.tsx'
import { type ListedText, listTexts } from './text-store.ts'

export type OfficeContext = Context<AppEnv>

/** Addresses of the lists: of an association, of an area. */
export const textLists = [
  `/office/associations${patterns.cc}${patterns.association}/texts`,
  `/office${patterns.cc}${patterns.slug}/texts`,
]

export interface OwnerRequest {
  readonly owner: TextOwner
  readonly frame: OwnerFrame
  /** Codes of the languages in which the owner writes, its own first; never empty. */
  readonly official: readonly string[]
}

/** @throws RequestFault not-found for a town, which writes for itself alone, and for what is gone. */
export async function openOwner(c: OfficeContext, deps: StandardsOfficeDeps): Promise<OwnerRequest> {
  const subject = c.get('subject')
  const { db } = deps.database
  const of = c.get('frame')
  const nameOf = ({ name, names }: { name: string; names: Readonly<Record<string, string>> }) =>
    names[of.translator.language] ?? name
  if (subject.kind === 'authority') {
    const area = await deps.readArea(db, subject.id)
    if (!area) throw notFound()
    const official = area.officialLanguages.length > 0 ? area.officialLanguages : deps.languagesOf(area.country)
    const workplace = { name: nameOf(area), items: townSections(of, area, 'checklist') }
    return {
      owner: { type: 'authority', id: subject.id },
      frame: { of, texts: urls.officeTexts(area), workplace },
      official: official.length > 0 ? official : ['en'],
    }
  }
  const association = subject.kind === 'association' ? await deps.readAssociation(db, subject.id) : undefined
  if (subject.kind !== 'association' || !association) throw notFound()
  const official = deps.languagesOf(association.country)
  const workplace = { name: nameOf(association), items: officeSections(of, association, 'texts') }
  return {
    owner: { type: 'association', id: subject.id },
    frame: { of, texts: urls.associationTexts(association), workplace },
    official: official.length > 0 ? official : ['en'],
  }
}

/** The text of the address. @throws RequestFault not-found where the owner has none such. */
export async function textOf(
  c: OfficeContext,
  deps: StandardsOfficeDeps,
  { owner }: OwnerRequest,
): Promise<ListedText> {
  const [text] = await listTexts(deps.database.db, owner, c.req.param('id') ?? '')
  if (!text) throw notFound()
  return text
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const doneNotices = ['started', 'saved', 'published', 'unchanged', 'withdrawn'] as const
export type DoneNotice = (typeof doneNotices)[number]

export function doneOf(c: OfficeContext): DoneNotice | undefined {
  return doneNotices.find((one) => one === c.req.query('done'))
}
