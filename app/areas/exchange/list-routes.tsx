/** What associations share: the newest, and looking for something. */
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { wordsIn } from '../authorities/index.ts'
import type { ExchangeOfficeDeps } from './deps.ts'
import { bases, doneOf, type OfficeContext, openExchange, page } from './office-request.ts'
import { ExchangePage } from './pages/exchange-page.tsx'
import { isPieceKind } from './piece-rules.ts'
import { findPieces, piecesPerPage, type Wanted } from './piece-store.ts'
import { byId, pieceLine } from './present-piece.ts'

export function exchangeListRoutes(deps: ExchangeOfficeDeps): Route<AppEnv>[] {
  const permission = 'exchange.read'
  return bases.flatMap((path): Route<AppEnv>[] => [
    { method: 'GET', permission, path, audit: 'exchange.list', handle: (c) => showList(c, deps) },
    { method: 'POST', permission, path: `${path}/find`, audit: 'exchange.find', handle: (c) => find(c, deps) },
  ])
}

async function showList(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Response> {
  const number = Number(/^[1-9]\d{0,5}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1)
  return answer(c, deps, { page: number }, undefined)
}

/** More words than anybody types. */
const mostWords = 10

async function find(c: OfficeContext, deps: ExchangeOfficeDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const [typed, kind, language] = ['words', 'kind', 'language'].map((name) => fieldText(fields, name))
  const wanted = {
    words: wordsIn(typed ?? '').slice(0, mostWords),
    kind: isPieceKind(kind) ? kind : undefined,
    language: language !== undefined && deps.languages.codes.has(language) ? language : undefined,
    page: 1,
  }
  return answer(c, deps, wanted, { words: typed ?? '', kind: wanted.kind ?? '', language: wanted.language ?? '' })
}

async function answer(
  c: OfficeContext,
  deps: ExchangeOfficeDeps,
  wanted: Wanted,
  typed: { readonly words: string; readonly kind: string; readonly language: string } | undefined,
): Promise<Response> {
  const { frame } = await openExchange(c, deps)
  const { db } = deps.database
  const { pieces, count } = await findPieces(db, wanted)
  const sharers = await deps.readAssociations(db, [...new Set(pieces.flatMap(({ association }) => association ?? []))])
  const translator = c.get('translator')
  const props = {
    ...{ frame, typed, count, done: doneOf(c) },
    pieces: pieces.map((one) => pieceLine(translator, deps, one, byId(sharers, one.association))),
    pages: { number: wanted.page, count: typed ? 1 : Math.ceil(count / piecesPerPage) },
    languages: deps.languages.list.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag })),
  }
  return page(c, <ExchangePage {...props} />)
}
