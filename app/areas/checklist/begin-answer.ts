/** The answer to a duty that began with a standard text: the words are the town's own, and it hears what becomes of the text. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import { readAnswerLook, writeAnswerLook } from './answer-look-store.ts'
import type { ChecklistDeps } from './deps.ts'
import { readDraftAnswer } from './draft-store.ts'
import type { Answer } from './schema.ts'
import { offeredStandardTexts, readStandardTexts, type StandardText } from './standard-store.ts'
import { lockTown } from './town-store.ts'

/** What an answer says of the text it began with. */
export type Began = NonNullable<Answer['standard']>

/** Texts for a duty that a town may begin its answer with. @param owners areas and associations of the town. */
export async function dutyTextsFor(
  db: Parameters<typeof offeredStandardTexts>[0],
  owners: readonly string[],
  kind: string,
): Promise<StandardText[]> {
  return (await offeredStandardTexts(db, owners)).filter((text) => text.kind === kind)
}

/**
 * What a form says that its note began with, as far as it can be so: a text for the kind of an owner that reaches the town,
 * or the one that the answer began with before. One that was withdrawn meanwhile still is where the words came from.
 *
 * @param before of the answer that stands.
 */
export async function knownBegan(
  db: Db,
  said: Began | undefined,
  of: { readonly kind: string; readonly owners: readonly string[]; readonly before: Began | undefined },
): Promise<Began | undefined> {
  const text = said && (await readStandardTexts(db, [said.id])).get(said.id)
  if (!said || !text || text.kind !== of.kind || said.version > text.version) return undefined
  return of.owners.includes(text.owner.id) || of.before?.id === said.id ? said : undefined
}

/**
 * Somebody has looked at what became of the text; nothing of the answer changes.
 *
 * @returns false where there is nothing to look at.
 */
export async function markAnswerStandardSeen(
  { database }: Pick<ChecklistDeps, 'database'>,
  act: Act,
  authority: string,
  kind: string,
  version: number,
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const began = (await readDraftAnswer(tx, authority, kind))?.answer.standard
    const text = began && (await readStandardTexts(tx, [began.id])).get(began.id)
    if (!text) return false
    const before = await readAnswerLook(tx, authority, kind)
    const known = before?.standard === text.id ? before : undefined
    const seen = Math.min(version, text.version)
    // A second click, or one on a page that a colleague was faster with.
    if (known && known.version >= seen && known.withdrawn === text.withdrawn) return true
    const look = { standard: text.id, version: Math.max(seen, known?.version ?? 0), withdrawn: text.withdrawn }
    await writeAnswerLook(tx, authority, kind, look)
    await recordAudit(tx, act, { authority, subject: `answer ${kind}`, detail: { standardVersion: seen } })
    return true
  })
}
