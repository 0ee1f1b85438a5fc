/** Pieces that associations share. What was withdrawn or taken down is read by nobody. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type Owner, type PieceFacts, type PieceKind, partsOf } from './piece-rules.ts'

const text = z.string().min(1).optional()
const partNames = [...partsOf.letter, ...partsOf.text, ...partsOf.lesson]
const partsSchema = z.strictObject(Object.fromEntries(partNames.map((name) => [name, text])))

export interface Piece extends PieceFacts {
  readonly id: string
  readonly association: Owner
  /** Pieces with the same say the same in several languages. */
  readonly work: string
  /** The piece it was translated from, and its revision at that time. */
  readonly translated: { readonly from: string; readonly revision: number } | null
  readonly revision: number
  readonly sharedAt: Temporal.Instant
  /** How many others say that they used it. */
  readonly uses: number
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** On one page of a list. */
export const piecesPerPage = 50

const piece = (db: Db) =>
  db
    .selectFrom('office.shared_piece as piece')
    .where('piece.ended_at', 'is', null)
    .select([
      ...(['piece.id', 'piece.association', 'piece.kind', 'piece.service_kind', 'piece.title', 'piece.parts'] as const),
      ...(['piece.language', 'piece.licence', 'piece.work', 'piece.translated_from'] as const),
      ...(['piece.translated_revision', 'piece.revision', 'piece.shared_at'] as const),
    ])
    .select(sql<number>`(select count(*)::int from office.shared_use said where said.piece = piece.id)`.as('uses'))

type Row = Awaited<ReturnType<ReturnType<typeof piece>['execute']>>[number]

function pieceOf(row: Row): Piece {
  const { service_kind, parts, translated_from, translated_revision, shared_at, ...rest } = row
  return {
    ...rest,
    serviceKind: service_kind,
    parts: partsSchema.parse(parts),
    translated:
      translated_from === null || translated_revision === null
        ? null
        : { from: translated_from, revision: translated_revision },
    sharedAt: Temporal.Instant.fromEpochMilliseconds(shared_at.getTime()),
  }
}

export async function readPiece(db: Db, id: string): Promise<Piece | undefined> {
  const row = await piece(db).where('piece.id', '=', id).executeTakeFirst()
  return row && pieceOf(row)
}

/** One at a time for a piece, until the end of the transaction. */
export async function lockPiece(tx: Tx, id: string): Promise<Piece | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`shared piece ${id}`}, 0))`.execute(tx)
  return readPiece(tx, id)
}

/** What says the same in other languages. */
export async function readOthersOfWork(db: Db, { id, work }: Pick<Piece, 'id' | 'work'>): Promise<Piece[]> {
  const rows = await piece(db).where('piece.work', '=', work).where('piece.id', '<>', id).execute()
  return rows.map(pieceOf)
}

export interface Wanted {
  /** Each in the ways in which it is written; a piece holds one of each. */
  readonly words?: readonly (readonly string[])[]
  readonly kind?: PieceKind | undefined
  readonly language?: string | undefined
  /** From 1. */
  readonly page: number
}

/** The newest first. */
export async function findPieces(
  db: Db,
  { words = [], kind, language, page }: Wanted,
): Promise<{ readonly pieces: readonly Piece[]; readonly count: number }> {
  let found = piece(db)
  if (kind) found = found.where('piece.kind', '=', kind)
  if (language) found = found.where('piece.language', '=', language)
  for (const forms of words) {
    found = found.where(
      sql<boolean>`exists (select from unnest(${[...forms]}::text[]) as form where position(form in piece.folded) > 0)`,
    )
  }
  const rows = await found
    .orderBy('piece.shared_at', 'desc')
    .orderBy('piece.id')
    .limit(piecesPerPage)
    .offset((page - 1) * piecesPerPage)
    .execute()
  const counted = found.clearSelect().select(sql<number>`count(*)::int`.as('count'))
  const { count } = await counted.executeTakeFirstOrThrow()
  return { pieces: rows.map(pieceOf), count }
}

/** @returns false where there is one with this id. */
export async function insertPiece(
  tx: Tx,
  { serviceKind, parts, translated, ...facts }: Omit<Piece, 'revision' | 'sharedAt' | 'uses'>,
  made: { readonly folded: string; readonly by: string | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const added = await tx
    .insertInto('office.shared_piece')
    .values({
      ...facts,
      service_kind: serviceKind,
      parts: JSON.stringify(parts),
      translated_from: translated?.from ?? null,
      translated_revision: translated?.revision ?? null,
      folded: made.folded,
      shared_at: date(made.at),
      shared_by: made.by,
      changed_at: date(made.at),
      ended_at: null,
      ended_reason: null,
      ended_by: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

export async function updatePiece(
  tx: Tx,
  id: string,
  { title, parts, language, licence, serviceKind }: PieceFacts,
  made: {
    readonly folded: string
    readonly revision: number
    /** Of the original that it was compared with. */
    readonly translated: number | null
    readonly at: Temporal.Instant
  },
): Promise<void> {
  await tx
    .updateTable('office.shared_piece')
    .set({
      ...{ title, language, licence, folded: made.folded, revision: made.revision },
      parts: JSON.stringify(parts),
      service_kind: serviceKind,
      translated_revision: made.translated,
      changed_at: date(made.at),
    })
    .where('id', '=', id)
    .execute()
}

/** @param end.reason null where its own association withdraws it. */
export async function endPiece(
  tx: Tx,
  id: string,
  end: { readonly reason: string | null; readonly by: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('office.shared_piece')
    .set({ ended_at: date(end.at), ended_reason: end.reason, ended_by: end.by })
    .where('id', '=', id)
    .execute()
}

/** Whether there was such a piece and it has ended. @param association whose it was; undefined: anybody's. */
export async function hasEnded(db: Db, id: string, association: Owner | undefined): Promise<boolean> {
  let query = db.selectFrom('office.shared_piece').select('id').where('id', '=', id).where('ended_at', 'is not', null)
  if (association !== undefined) query = query.where('association', 'is not distinct from', association)
  return (await query.executeTakeFirst()) !== undefined
}
