/** Sharing a piece, translating one, changing one's own. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { patterns, urls } from '../../urls.ts'
import { kindName } from '../checklist/index.ts'
import type { ExchangeOfficeDeps } from './deps.ts'
import { bases, idIn, type OfficeContext, openExchange, page, pieceOfAddress, type Reader } from './office-request.ts'
import { PieceFormPage } from './pages/piece-form-page.tsx'
import {
  isPieceKind,
  mayCopy,
  type PieceFault,
  type PieceKind,
  partsFor,
  pieceFields,
  pieceFrom,
} from './piece-rules.ts'
import { type Piece, readPiece } from './piece-store.ts'
import { changePiece, sharePiece } from './share-piece.ts'

export function pieceFormRoutes(deps: ExchangeOfficeDeps): Route<AppEnv>[] {
  const permission = 'exchange.share'
  return bases.flatMap((base): Route<AppEnv>[] => {
    const [fresh, change] = [`${base}/new`, `${base}${patterns.id}/change`]
    return [
      { method: 'GET', permission, path: fresh, audit: 'exchange.begin', handle: (c) => showNew(c, deps) },
      { method: 'POST', permission, path: fresh, audit: 'exchange.share', handle: (c) => submitNew(c, deps) },
      { method: 'GET', permission, path: change, audit: 'exchange.edit', handle: (c) => showChange(c, deps) },
      { method: 'POST', permission, path: change, audit: 'exchange.change', handle: (c) => submitChange(c, deps) },
    ]
  })
}

interface Form {
  readonly kind: PieceKind
  readonly id: string
  /** The piece that is translated. */
  readonly original: Piece | undefined
  /** The own piece that is changed. */
  readonly piece: Piece | undefined
  readonly fields: FormFields
  readonly faults: readonly PieceFault[]
  readonly changed: boolean
}

function formPage(c: OfficeContext, deps: ExchangeOfficeDeps, reader: Reader, form: Form): Response {
  const { original, piece, kind, fields, changed, faults } = form
  const translator = c.get('translator')
  const given = fields.get('language')?.[0] ?? ''
  const own = reader.association ? deps.languagesOf(reader.association.country) : []
  const codes = [...new Set([...own, ...deps.languages.list.map(({ code }) => code)])]
  const props = {
    ...{ frame: reader.frame, ...form },
    action: piece ? urls.pieceChange(reader.frame.exchange, piece.id) : urls.exchangeShare(reader.frame.exchange),
    // What is begun may be about any kind; what is translated stays about its own.
    parts: partsFor(kind, deps.checklist.duties.has(original?.serviceKind ?? '')).map((name) => ({
      name,
      source: original?.parts[name] ?? '',
      theirs: changed && (piece?.parts[name] ?? '') !== (fields.get(name)?.[0] ?? '') ? (piece?.parts[name] ?? '') : '',
    })),
    sourceTag: original ? (deps.languages.byCode(original.language)?.tag ?? original.language) : undefined,
    languages: codes.flatMap((code) => {
      const language = deps.languages.byCode(code)
      return language && code !== original?.language
        ? [{ value: code, text: language.autonym, lang: language.tag }]
        : []
    }),
    serviceKinds: deps.checklist.kinds.map(({ id }) => ({ value: id, text: kindName(translator, deps.checklist, id) })),
    language: given || (codes.find((code) => code !== original?.language) ?? ''),
  }
  return page(c, <PieceFormPage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

/** What is translated, where the form says so. @throws RequestFault not-found for what may not be translated. */
async function originalOf(deps: ExchangeOfficeDeps, reader: Reader, id: string): Promise<Piece | undefined> {
  if (id === '') return undefined
  const found = /^[0-9a-f-]{36}$/.test(id) ? await readPiece(deps.database.db, id) : undefined
  if (!found || !mayCopy(found, reader.id)) throw notFound()
  return found
}

async function showNew(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Response> {
  const reader = await openExchange(c, deps)
  const original = await originalOf(deps, reader, c.req.query('of') ?? '')
  const asked = original?.kind ?? c.req.query('kind')
  const kind = isPieceKind(asked) ? asked : 'letter'
  const form = { kind, id: newId(), original, piece: undefined, fields: new Map(), faults: [], changed: false }
  return formPage(c, deps, reader, form)
}

const reading = (deps: ExchangeOfficeDeps, kind: PieceKind, original: Piece | undefined) => ({
  ...{ kind, original, languages: deps.languages.codes },
  serviceKinds: deps.checklist.ids,
  duties: deps.checklist.duties,
  namesNumber: deps.namesNumber,
  givesPlaceAway: deps.givesPlaceAway,
})

async function submitNew(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Response> {
  const reader = await openExchange(c, deps)
  const fields = await readForm(c.req.raw)
  const original = await originalOf(deps, reader, fieldText(fields, 'of'))
  const asked = original?.kind ?? fieldText(fields, 'kind')
  const kind = isPieceKind(asked) ? asked : 'letter'
  const id = idIn(fields)
  const read = pieceFrom(fields, reading(deps, kind, original))
  if ('faults' in read) {
    return formPage(c, deps, reader, {
      kind,
      id,
      original,
      piece: undefined,
      fields,
      faults: read.faults,
      changed: false,
    })
  }
  await sharePiece(deps, c.get('act'), { id, association: reader.id, facts: read, original })
  return c.redirect(`${urls.piece(reader.frame.exchange, id)}?done=shared`, 303)
}

/** One's own. @throws RequestFault not-found for those of others. */
async function ownPiece(c: OfficeContext, deps: ExchangeOfficeDeps, reader: Reader): Promise<Piece> {
  const piece = await pieceOfAddress(c, deps)
  if (piece.association !== reader.id) throw notFound()
  return piece
}

/** What a translation was made from, to read beside it. */
const beside = async (deps: ExchangeOfficeDeps, { translated }: Piece): Promise<Piece | undefined> =>
  translated ? await readPiece(deps.database.db, translated.from) : undefined

async function showChange(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Response> {
  const reader = await openExchange(c, deps)
  const piece = await ownPiece(c, deps, reader)
  const { kind, id } = piece
  const original = await beside(deps, piece)
  return formPage(c, deps, reader, {
    kind,
    id,
    original,
    piece,
    fields: pieceFields(piece),
    faults: [],
    changed: false,
  })
}

async function submitChange(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Response> {
  const reader = await openExchange(c, deps)
  const piece = await ownPiece(c, deps, reader)
  const fields = await readForm(c.req.raw)
  const { kind, id } = piece
  const original = await beside(deps, piece)
  const form = { kind, id, original, piece, fields, faults: [], changed: false }
  const read = pieceFrom(fields, reading(deps, kind, original))
  if ('faults' in read) return formPage(c, deps, reader, { ...form, faults: read.faults })
  const seen = Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)
  const outcome = await changePiece(deps, c.get('act'), { id, association: reader.id, facts: read, seen })
  if (outcome.outcome === 'gone') throw notFound()
  if (outcome.outcome === 'conflict')
    return formPage(c, deps, reader, { ...form, piece: outcome.current, changed: true })
  return c.redirect(`${urls.piece(reader.frame.exchange, id)}?done=changed`, 303)
}
