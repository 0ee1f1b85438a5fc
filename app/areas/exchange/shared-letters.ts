/** What associations share, for areas that begin something with it: a campaign with a letter. */
import type { Db } from '../../platform/db/tables.ts'
import { mayCopy } from './piece-rules.ts'
import { findPieces, type Piece, readPiece } from './piece-store.ts'

/**
 * The newest letters that an association may copy without asking, 50 at most.
 *
 * @param language code; undefined: of every language.
 */
export async function sharedLetters(db: Db, association: string, language?: string): Promise<Piece[]> {
  const { pieces } = await findPieces(db, { kind: 'letter', language, page: 1 })
  return pieces.filter((piece) => mayCopy(piece, association))
}

/** A piece that an association may copy; undefined for one that has ended, or that one has to ask for. */
export async function readShared(db: Db, id: string, association: string): Promise<Piece | undefined> {
  const piece = await readPiece(db, id)
  return piece && mayCopy(piece, association) ? piece : undefined
}
