/** What is said in a question, and what becomes of it. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { QuestionsDeps } from './deps.ts'
import { tellOther } from './notices.ts'
import { type QuestionAct, type Side, stateAfter } from './question-rules.ts'
import {
  emptyMessage,
  insertMessage,
  isKnown,
  lockQuestion,
  type NewMessage,
  type Question,
  updateQuestion,
} from './question-store.ts'

/** From which office somebody acts: of the town, or of the association. */
export interface Office {
  readonly side: Side
  /** Id. */
  readonly id: string
}

export type QuestionOutcome =
  | 'done'
  /** Somebody else has said or decided something since. */
  | 'conflict'
  | 'gone'

const isOf = (question: Question, { side, id }: Office) =>
  (side === 'town' ? question.authority : question.association) === id

/** A question of others looks like one that does not exist. */
async function withQuestion(
  { database }: Pick<QuestionsDeps, 'database'>,
  office: Office,
  id: string,
  work: (tx: Tx, question: Question) => Promise<QuestionOutcome>,
): Promise<QuestionOutcome> {
  return database.db.transaction().execute(async (tx) => {
    const question = await lockQuestion(tx, id)
    return question && isOf(question, office) ? work(tx, question) : 'gone'
  })
}

/** Those of the association stand in the trail of the instance: a town's trail shows what was done in its own name. */
function record(tx: Tx, act: Act, { side, id }: Office, question: Question) {
  return recordAudit(tx, act, { authority: side === 'town' ? id : null, subject: `question ${question.id}` })
}

export interface Writing {
  readonly message: Pick<NewMessage, 'id' | 'text'> & Partial<Omit<NewMessage, 'side' | 'at'>>
  readonly does: Extract<QuestionAct, 'town-writes' | 'answers' | 'asks-back' | 'notes'>
  /** The revision that whoever writes has seen; undefined for mails, which can see none. */
  readonly seen?: number
}

/** Who says something: what was pasted is said by the town, though a coordinator puts it in. */
const speaks = ({ does }: Writing): Side => (does === 'town-writes' ? 'town' : 'association')

export async function writeMessage(
  deps: QuestionsDeps,
  act: Act,
  office: Office,
  id: string,
  writing: Writing,
): Promise<QuestionOutcome> {
  await deps.readyToNotify()
  return withQuestion(deps, office, id, async (tx, question) => {
    const { message, does, seen } = writing
    if (await isKnown(tx, id, message.id)) return 'done'
    if (seen !== undefined && seen !== question.revision) return 'conflict'
    const side = speaks(writing)
    const person = message.person === undefined ? (act.person?.id ?? null) : message.person
    const said = { note: does === 'notes', ...message, person, side, at: act.at }
    if (!(await insertMessage(tx, id, said))) return 'done'
    const state = stateAfter(question.state, does)
    await updateQuestion(tx, question, { state }, said.note ? undefined : act.at)
    await record(tx, act, office, question)
    // What a coordinator pastes is in the mailbox of one of them already; the others see it in the office.
    if (!said.note && message.way !== 'pasted') await tellOther(deps, tx, question, said, person)
    return 'done'
  })
}

export function closeQuestion(
  deps: Pick<QuestionsDeps, 'database'>,
  act: Act,
  office: Office,
  id: string,
  seen: number,
): Promise<QuestionOutcome> {
  return withQuestion(deps, office, id, async (tx, question) => {
    if (question.state === 'closed') return 'done'
    if (seen !== question.revision) return 'conflict'
    await updateQuestion(tx, question, { state: stateAfter(question.state, 'closes') }, act.at)
    await record(tx, act, office, question)
    return 'done'
  })
}

/** A coordinator takes care of it from now on, or no longer. */
export function takeQuestion(
  deps: Pick<QuestionsDeps, 'database'>,
  act: Act,
  office: Office,
  id: string,
  given: { readonly takes: boolean; readonly seen: number },
): Promise<QuestionOutcome> {
  return withQuestion(deps, office, id, async (tx, question) => {
    const takenBy = given.takes ? (act.person?.id ?? null) : null
    if (question.takenBy === takenBy) return 'done'
    if (given.seen !== question.revision) return 'conflict'
    await updateQuestion(tx, question, { takenBy })
    await record(tx, act, office, question)
    return 'done'
  })
}

/**
 * A message that must not stand there, for it names a child or tells of a case: nothing of it is kept. Either side may
 * do it, for whichever side wrote it; but a town does not reach what it does not see.
 */
export function takeMessageOut(
  deps: Pick<QuestionsDeps, 'database'>,
  act: Act,
  office: Office,
  id: string,
  message: string,
): Promise<QuestionOutcome> {
  return withQuestion(deps, office, id, async (tx, question) => {
    const hidden = office.side === 'town'
    if (!(await emptyMessage(tx, question.id, { id: message, withNotes: !hidden, at: act.at }))) return 'done'
    await updateQuestion(tx, question, {})
    await record(tx, act, office, question)
    return 'done'
  })
}
