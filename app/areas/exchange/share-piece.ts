/** Sharing a piece, changing it, ending it, and saying that one used it. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { ExchangeDeps } from './deps.ts'
import { foldedWords } from './folded-words.ts'
import { takenDownNotice, usedNotice } from './notices.ts'
import type { Owner, PieceFacts } from './piece-rules.ts'
import { endPiece, hasEnded, insertPiece, lockPiece, type Piece, readPiece, updatePiece } from './piece-store.ts'
import { writeUse } from './use-store.ts'

const personOf = ({ person }: Act): string | null => person?.id ?? null

/** The exchange belongs to no town: its acts stand in the trail of the instance. */
const record = (tx: Tx, act: Act, id: string, detail: Record<string, string> = {}) =>
  recordAudit(tx, act, { authority: null, subject: `shared piece ${id}`, detail })

interface Sharing {
  /** Made with the form: the form sent twice shares once. */
  readonly id: string
  readonly association: Owner
  readonly facts: PieceFacts
  /** The piece that this one translates. */
  readonly original: Pick<Piece, 'id' | 'work' | 'revision'> | undefined
}

export async function sharePiece(
  { database }: Pick<ExchangeDeps, 'database'>,
  act: Act,
  given: Sharing,
): Promise<void> {
  const { id, association, facts, original } = given
  await database.db.transaction().execute(async (tx) => {
    const translated = original ? { from: original.id, revision: original.revision } : null
    const row = { id, association, work: original?.work ?? id, translated, ...facts }
    const made = { folded: foldedWords(facts.title, facts.parts), by: personOf(act), at: act.at }
    if (await insertPiece(tx, row, made)) await record(tx, act, id, { kind: facts.kind })
  })
}

export type ChangeOutcome =
  | { readonly outcome: 'saved' | 'gone' }
  /** Somebody else was first: `current` is what stands there now. */
  | { readonly outcome: 'conflict'; readonly current: Piece }

const factsOf = ({ kind, serviceKind, title, parts, language, licence }: PieceFacts): PieceFacts => ({
  ...{ kind, serviceKind, title, parts, language, licence },
})

/** @param given.seen the revision that the form was made from. */
export async function changePiece(
  { database }: Pick<ExchangeDeps, 'database'>,
  act: Act,
  given: { readonly id: string; readonly association: Owner; readonly facts: PieceFacts; readonly seen: number },
): Promise<ChangeOutcome> {
  const { id, association, facts, seen } = given
  return database.db.transaction().execute(async (tx): Promise<ChangeOutcome> => {
    const current = await lockPiece(tx, id)
    if (current?.association !== association) return { outcome: 'gone' }
    // The same click a second time, or nothing to change.
    if (isDeepStrictEqual(factsOf(current), factsOf(facts)) && seen < current.revision) return { outcome: 'saved' }
    if (current.revision !== seen) return { outcome: 'conflict', current }
    // Whoever changes a translation has looked at what it was made from.
    const original = current.translated ? await readPiece(tx, current.translated.from) : undefined
    const translated = original?.revision ?? current.translated?.revision ?? null
    const folded = foldedWords(facts.title, facts.parts)
    await updatePiece(tx, id, facts, { folded, translated, revision: seen + 1, at: act.at })
    await record(tx, act, id)
    return { outcome: 'saved' }
  })
}

/** What others have copied stays theirs. @returns false where the association has no such piece. */
export async function withdrawPiece(
  { database }: Pick<ExchangeDeps, 'database'>,
  act: Act,
  id: string,
  association: Owner,
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const piece = await lockPiece(tx, id)
    // A second click has done what it wanted.
    if (!piece) return hasEnded(tx, id, association)
    if (piece.association !== association) return false
    await endPiece(tx, id, { reason: null, by: personOf(act), at: act.at })
    await record(tx, act, id)
    return true
  })
}

async function tell(
  deps: ExchangeDeps,
  tx: Db,
  persons: readonly string[],
  notice: Omit<Told, 'person'>,
): Promise<void> {
  for (const person of persons) await deps.notify(tx, { ...notice, person })
}
type Told = Parameters<ExchangeDeps['notify']>[1]

/** The secretariat takes down what names somebody or does harm; whoever shared it is told why. */
export async function takeDownPiece(deps: ExchangeDeps, act: Act, id: string, reason: string): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const piece = await lockPiece(tx, id)
    if (!piece) return hasEnded(tx, id, undefined)
    await endPiece(tx, id, { reason, by: personOf(act), at: act.at })
    await record(tx, act, id)
    const [owner] = piece.association === null ? [] : await deps.readAssociations(tx, [piece.association])
    if (owner) {
      await tell(deps, tx, await deps.coordinatorsOf(tx, owner.id), {
        kind: 'exchange',
        key: `shared-piece taken-down ${id}`,
        compose: (translator) => takenDownNotice(translator, owner, piece, reason),
      })
    }
    return true
  })
}

/** Each association says it once, and may say it better later. @returns false where there is no such piece. */
export async function sayUsed(
  deps: ExchangeDeps,
  act: Act,
  given: { readonly id: string; readonly association: Owner; readonly sentence: string },
): Promise<boolean> {
  const { id, association, sentence } = given
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const piece = await lockPiece(tx, id)
    if (!piece || piece.association === association) return false
    const before = await writeUse(tx, id, { association, sentence, by: personOf(act), at: act.at })
    if (before === sentence) return true
    await record(tx, act, id)
    if (before === undefined) await tellUsed(deps, tx, piece, association, sentence)
    return true
  })
}

async function tellUsed(deps: ExchangeDeps, tx: Tx, piece: Piece, by: Owner, sentence: string): Promise<void> {
  const ids = [piece.association ?? [], by ?? []].flat()
  const found = await deps.readAssociations(tx, ids)
  const [owner, user] = [piece.association, by].map((id) => found.find((one) => one.id === id))
  const persons = owner ? await deps.coordinatorsOf(tx, owner.id) : await deps.secretariatPeople(tx)
  await tell(deps, tx, persons, {
    kind: 'exchange',
    key: `shared-piece used ${piece.id} ${by ?? 'secretariat'}`,
    compose: (translator) => usedNotice(translator, { owner, user, piece, sentence }),
  })
}
