/** One piece: reading and copying it, saying that one used it, ending it. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { patterns, urls } from '../../urls.ts'
import type { ExchangeOfficeDeps } from './deps.ts'
import { bases, doneOf, idIn, type OfficeContext, openExchange, page, pieceOfAddress } from './office-request.ts'
import { PiecePage, type PiecePageProps } from './pages/piece-page.tsx'
import { longestReason, longestUse, mayCopy } from './piece-rules.ts'
import { type Piece, readOthersOfWork, readPiece } from './piece-store.ts'
import { byId, partViews, pieceLine, useView } from './present-piece.ts'
import { sayUsed, takeDownPiece, withdrawPiece } from './share-piece.ts'
import { readUses } from './use-store.ts'

export function pieceRoutes(deps: ExchangeOfficeDeps): Route<AppEnv>[] {
  const [ofAssociation, ofInstance] = bases.map((base) => `${base}${patterns.id}`)
  const share = { method: 'POST', permission: 'exchange.share' } as const
  const both = bases.flatMap((base): Route<AppEnv>[] => {
    const one = `${base}${patterns.id}`
    return [
      {
        method: 'GET',
        permission: 'exchange.read',
        path: one,
        audit: 'exchange.show',
        handle: (c) => show(c, deps, {}),
      },
      { ...share, path: `${one}/use`, audit: 'exchange.say-used', handle: (c) => submitUse(c, deps) },
      { ...share, path: `${one}/withdraw`, audit: 'exchange.withdraw', handle: (c) => submitWithdraw(c, deps) },
    ]
  })
  return [
    ...both,
    {
      ...{ method: 'POST', permission: 'exchange.copy', path: `${ofAssociation}/copy` },
      ...{ audit: 'exchange.copy', handle: (c) => submitCopy(c, deps) },
    },
    {
      ...{ method: 'POST', permission: 'exchange.take-down', path: `${ofInstance}/take-down` },
      ...{ audit: 'exchange.take-down', handle: (c) => submitTakeDown(c, deps) },
    },
  ]
}

/** What comes back where a form was refused. */
type Refused = Pick<PiecePageProps, 'refused' | 'typed' | 'ownText'>

async function show(c: OfficeContext, deps: ExchangeOfficeDeps, refused: Partial<Refused>): Promise<Response> {
  const reader = await openExchange(c, deps)
  const piece = await pieceOfAddress(c, deps)
  const { db } = deps.database
  const [others, uses] = [await readOthersOfWork(db, piece), await readUses(db, piece.id)]
  const ids = [piece, ...others, ...uses].flatMap(({ association }) => association ?? [])
  const sharers = await deps.readAssociations(db, [...new Set(ids)])
  const translator = c.get('translator')
  const own = piece.association === reader.id
  const props: PiecePageProps = {
    ...{ frame: reader.frame, own, typed: '', refused: undefined, ownText: undefined, ...refused },
    piece: { ...pieceLine(translator, deps, piece, byId(sharers, piece.association)), revision: piece.revision },
    parts: partViews(piece),
    others: others.map((one) => pieceLine(translator, deps, one, byId(sharers, one.association))),
    uses: uses.map((one) => useView(translator, deps, one, byId(sharers, one.association))),
    outdated: await isOutdated(deps, piece),
    mayCopy: mayCopy(piece, reader.id),
    askAt: piece.association === null ? null : await deps.askingAddress(piece.association),
    isAssociation: reader.association !== undefined,
    copyId: newId(),
    done: doneOf(c),
  }
  return page(c, <PiecePage {...props} />, refused.refused || refused.ownText ? 422 : 200)
}

/** What it was translated from was changed since. */
async function isOutdated({ database }: ExchangeOfficeDeps, { translated }: Piece): Promise<boolean> {
  const original = translated && (await readPiece(database.db, translated.from))
  return original !== null && original !== undefined && original.revision > (translated?.revision ?? 0)
}

async function submitUse(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Response> {
  const { id: association, frame } = await openExchange(c, deps)
  const id = c.req.param('id') ?? ''
  const typed = fieldText(await readForm(c.req.raw), 'sentence').replace(/\s+/g, ' ')
  const names = deps.namesNumber(typed) || /\S@\S/.test(typed)
  const refused = typed === '' ? 'useMissing' : typed.length > longestUse ? 'useLong' : names ? 'useNames' : undefined
  if (refused) return show(c, deps, { refused, typed })
  if (!(await sayUsed(deps, c.get('act'), { id, association, sentence: typed }))) throw notFound()
  return c.redirect(`${urls.piece(frame.exchange, id)}?done=used`, 303)
}

async function submitWithdraw(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Response> {
  const { id: association, frame } = await openExchange(c, deps)
  if (!(await withdrawPiece(deps, c.get('act'), c.req.param('id') ?? '', association))) throw notFound()
  return c.redirect(`${frame.exchange}?done=withdrawn`, 303)
}

async function submitTakeDown(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Response> {
  const { frame } = await openExchange(c, deps)
  const typed = fieldText(await readForm(c.req.raw), 'reason')
  const refused = typed === '' ? 'reasonMissing' : typed.length > longestReason ? 'reasonLong' : undefined
  if (refused) return show(c, deps, { refused, typed })
  if (!(await takeDownPiece(deps, c.get('act'), c.req.param('id') ?? '', typed))) throw notFound()
  return c.redirect(`${frame.exchange}?done=taken-down`, 303)
}

/** @throws RequestFault not-found for what is no text, or may not be copied without asking. */
async function submitCopy(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Response> {
  const { id: association, association: place } = await openExchange(c, deps)
  const { kind, serviceKind, language, parts, ...piece } = await pieceOfAddress(c, deps)
  const fits = kind === 'text' && serviceKind !== null && mayCopy(piece, association)
  if (association === null || !place || !fits) throw notFound()
  const id = idIn(await readForm(c.req.raw))
  const copied = await deps.copyText(c.get('act'), association, { id, kind: serviceKind, language, parts })
  const path = urls.standardText(urls.associationTexts(place), copied.id)
  return copied.begun ? c.redirect(`${path}?done=started`, 303) : show(c, deps, { ownText: path })
}
