/** The secretariat takes a resource or a translation out of the toolkit, and brings it back. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { announceToolkit } from './public-tag.ts'
import { listWords, lockResource } from './resource-store.ts'
import type { WithdrawalReason } from './withdraw-rules.ts'
import { deleteWithdrawal, insertWithdrawal } from './withdraw-store.ts'

interface Deps {
  readonly database: Pick<Database, 'db'>
}

/** @param language empty: in all. */
interface Piece {
  readonly resource: string
  readonly language: string
}

async function change(
  { database }: Deps,
  act: Act,
  { resource, language }: Piece,
  { reason, write }: { readonly reason?: WithdrawalReason; readonly write: (tx: Tx) => Promise<boolean> },
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    // The same click a second time changes nothing, and stands in no trail.
    if (!(await lockResource(tx, resource)) || !(await write(tx))) return
    await listWords(tx, resource)
    const detail = { language, ...(reason ? { reason } : {}) }
    await recordAudit(tx, act, { authority: null, subject: `resource ${resource}`, detail })
    await announceToolkit(tx)
  })
}

export const withdrawPiece = (deps: Deps, act: Act, piece: Piece & { readonly reason: WithdrawalReason }) =>
  change(deps, act, piece, { reason: piece.reason, write: (tx) => insertWithdrawal(tx, piece, act.at) })

export const bringBackPiece = (deps: Deps, act: Act, piece: Piece) =>
  change(deps, act, piece, { write: (tx) => deleteWithdrawal(tx, piece.resource, piece.language) })
