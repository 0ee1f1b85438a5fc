/** A town asks its association. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { QuestionsDeps } from './deps.ts'
import { tellOther } from './notices.ts'
import { insertMessage, insertQuestion, lockQuestion } from './question-store.ts'

export interface Asked {
  /** Made with the form: the form sent twice asks once. It is the id of the first message, too. */
  readonly id: string
  readonly association: string
  readonly subject: string
  readonly text: string
  readonly page: string | null
}

/** @param authority id of the town that asks. */
export async function askQuestion(deps: QuestionsDeps, act: Act, authority: string, asked: Asked): Promise<void> {
  const { text, ...facts } = asked
  const person = act.person?.id ?? null
  await deps.readyToNotify()
  await deps.database.db.transaction().execute(async (tx) => {
    if (!(await insertQuestion(tx, { ...facts, authority }, { person, at: act.at }))) return
    const message = { id: asked.id, side: 'town', note: false, person, at: act.at, text } as const
    await insertMessage(tx, asked.id, message)
    await recordAudit(tx, act, { authority, subject: `question ${asked.id}` })
    const question = await lockQuestion(tx, asked.id)
    if (question) await tellOther(deps, tx, question, message, person)
  })
}
