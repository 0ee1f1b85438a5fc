/** The files of official lists, in pieces: no statement about one takes longer than others can wait. */
import { createBreath } from '../../platform/breath.ts'
import type { Db } from '../../platform/db/tables.ts'

/** Bytes. */
const pieceSize = 128 * 1024

/** One piece at a time, each for itself: what nobody refers to in the end is deleted after a day. */
export async function keepPieces(db: Db, file: string, content: Uint8Array, at: Temporal.Instant): Promise<void> {
  const breath = createBreath()
  for (let number = 0; number * pieceSize < content.length; number += 1) {
    await breath()
    const piece = content.slice(number * pieceSize, (number + 1) * pieceSize)
    const kept = { file, number, content: piece, kept_at: new Date(at.epochMilliseconds) }
    await db.insertInto('office.list_piece').values(kept).execute()
  }
}

/** The whole file; undefined where it is gone. */
export async function readPieces(db: Db, file: string): Promise<Uint8Array | undefined> {
  const breath = createBreath()
  const pieces: Uint8Array[] = []
  for (let number = 0; ; number += 1) {
    await breath()
    const piece = await db
      .selectFrom('office.list_piece')
      .select('content')
      .where('file', '=', file)
      .where('number', '=', number)
      .executeTakeFirst()
    if (!piece) return pieces.length > 0 ? Buffer.concat(pieces) : undefined
    pieces.push(piece.content)
  }
}

export async function dropPieces(db: Db, files: readonly (string | null)[]): Promise<void> {
  const named = files.filter((file) => file !== null)
  if (named.length > 0) await db.deleteFrom('office.list_piece').where('file', 'in', named).execute()
}
