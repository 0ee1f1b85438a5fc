/** What every handler of the exchange starts with: who reads, an association or the secretariat. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import { newId } from '../../platform/ids.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { patterns, urls } from '../../urls.ts'
import type { ExchangeOfficeDeps, SharingAssociation } from './deps.ts'
import type { ExchangeFrame } from './pages/exchange-frame.tsx'
import type { Owner } from './piece-rules.ts'
import { type Piece, readPiece } from './piece-store.ts'

export type OfficeContext = Context<AppEnv>

/** The pages of associations, and the same for the secretariat. */
export const bases = [`/office/associations${patterns.cc}${patterns.association}/exchange`, urls.exchange()] as const

export interface Reader {
  readonly id: Owner
  readonly association: SharingAssociation | undefined
  readonly frame: ExchangeFrame
}

/** @throws RequestFault not-found where the association is gone. */
export async function openExchange(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Reader> {
  const subject = c.get('subject')
  const of = c.get('frame')
  const ids = subject.kind === 'association' ? [subject.id] : []
  const [association] = await deps.readAssociations(deps.database.db, ids)
  if (subject.kind !== 'self' && !association) throw notFound()
  const name = association ? (association.names[of.translator.language] ?? association.name) : deps.instanceName
  const workplace = { name, items: officeSections(of, association, 'exchange') }
  return { id: association?.id ?? null, association, frame: { of, exchange: urls.exchange(association), workplace } }
}

/** The piece of the address. @throws RequestFault not-found where nobody shares it, or not any longer. */
export async function pieceOfAddress(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Piece> {
  const piece = await readPiece(deps.database.db, c.req.param('id') ?? '')
  if (!piece) throw notFound()
  return piece
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const idIn = (fields: FormFields): string => {
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  return given.success ? given.data : newId()
}

export const doneNotices = ['shared', 'changed', 'withdrawn', 'taken-down', 'used'] as const
export type DoneNotice = (typeof doneNotices)[number]

export const doneOf = (c: OfficeContext): DoneNotice | undefined =>
  doneNotices.find((one) => one === c.req.query('done'))
