/** A town begins a practice, writes it, sends it in, withdraws it. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { type PracticesDeps, personOf } from './deps.ts'
import { missingIn, type RequiredField } from './form-rules.ts'
import { emptyFacts, type PracticeFacts } from './practice-schema.ts'
import {
  insertPractice,
  lockPractice,
  markSubmitted,
  markWithdrawn,
  type Practice,
  practiceOfMeasure,
  updateFacts,
} from './practice-store.ts'
import { announcePractices } from './public-tag.ts'
import { withdrawPublished } from './publish-store.ts'
import { after } from './state-rules.ts'

type Deps = Pick<PracticesDeps, 'database'>

const recordPractice = (
  tx: Tx,
  act: Act,
  practice: { readonly id: string; readonly authority: string },
  detail: Record<string, string | number> = {},
): Promise<string> =>
  recordAudit(tx, act, { authority: practice.authority, subject: `practice ${practice.id}`, detail })

export interface BegunPractice {
  /** Made with the form: the form sent twice begins one. */
  readonly id: string
  readonly authority: string
  /** The measure of an action plan that it tells of. */
  readonly measure: { readonly plan: string; readonly measure: string } | null
  /** What is known already; the rest of the draft is empty. */
  readonly facts: Readonly<Partial<PracticeFacts>>
}

/**
 * Makes a draft that is filled in as far as that goes.
 *
 * @returns its id, or that of the one which the town has begun from the same measure before.
 */
export async function beginPractice({ database }: Deps, act: Act, given: BegunPractice): Promise<string> {
  return database.db.transaction().execute(async (tx) => {
    const known = given.measure && (await practiceOfMeasure(tx, given.authority, given.measure))
    if (known) return known
    const facts = { ...emptyFacts, ...given.facts, nobody: given.facts.nobody ?? false }
    const made = { by: personOf(act), at: act.at }
    if (await insertPractice(tx, { ...given, facts }, made)) {
      await recordPractice(tx, act, given)
      return given.id
    }
    // The second of two clicks at once.
    return (given.measure && (await practiceOfMeasure(tx, given.authority, given.measure))) ?? given.id
  })
}

export type SaveOutcome =
  | { readonly outcome: 'saved' | 'gone' }
  /** Somebody else was first: `current` is what stands there now. */
  | { readonly outcome: 'conflict'; readonly current: Practice }

/** @param given.seen the revision that the form was made from. */
export async function savePractice(
  { database }: Deps,
  act: Act,
  given: { readonly id: string; readonly authority: string; readonly facts: PracticeFacts; readonly seen: number },
): Promise<SaveOutcome> {
  const { id, authority, facts, seen } = given
  return database.db.transaction().execute(async (tx): Promise<SaveOutcome> => {
    const current = await lockPractice(tx, id)
    const state = current && after(current.state, 'save')
    if (current?.authority !== authority || !state) return { outcome: 'gone' }
    // The same click a second time, or nothing to change.
    if (isDeepStrictEqual(current.facts, facts)) return { outcome: 'saved' }
    if (current.revision !== seen) return { outcome: 'conflict', current }
    await updateFacts(tx, id, { facts, state, revision: seen + 1 }, { by: personOf(act), at: act.at })
    await recordPractice(tx, act, given)
    return { outcome: 'saved' }
  })
}

export type SubmitOutcome =
  | { readonly outcome: 'submitted' | 'gone' }
  | { readonly outcome: 'missing'; readonly missing: readonly RequiredField[] }

export async function submitPractice(
  { database }: Deps,
  act: Act,
  given: { readonly id: string; readonly authority: string },
): Promise<SubmitOutcome> {
  return database.db.transaction().execute(async (tx): Promise<SubmitOutcome> => {
    const current = await lockPractice(tx, given.id)
    if (current?.authority !== given.authority) return { outcome: 'gone' }
    if (current.state === 'submitted') return { outcome: 'submitted' }
    if (!after(current.state, 'submit')) return { outcome: 'gone' }
    const missing = missingIn(current.facts)
    if (missing.length > 0) return { outcome: 'missing', missing }
    await markSubmitted(tx, given.id, { by: personOf(act), at: act.at })
    await recordPractice(tx, act, given)
    return { outcome: 'submitted' }
  })
}

/** A draft goes; what is public is taken from the library. @returns false where the town has no such practice. */
export async function withdrawPractice(
  { database }: Deps,
  act: Act,
  given: { readonly id: string; readonly authority: string },
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const current = await lockPractice(tx, given.id)
    if (current?.authority !== given.authority) return false
    if (current.state === 'withdrawn') return true
    await markWithdrawn(tx, given.id, act.at)
    await recordPractice(tx, act, given)
    if (!current.isPublic) return true
    await withdrawPublished(tx, given.id, act.at)
    await announcePractices(tx)
    return true
  })
}
