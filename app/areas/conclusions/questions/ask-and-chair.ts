/** Those who take part ask; the chair picks the order, answers, and publishes question and answer together. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Meeting } from '../../meetings/index.ts'
import type { ConclusionsDeps } from '../deps.ts'
import { writtenBy } from '../keep-conclusions.ts'
import { announceConclusions } from '../public-tag.ts'
import {
  type AskedQuestion,
  type Chaired,
  insertQuestion,
  type Question,
  readQuestion,
  writeChaired,
} from './question-store.ts'

type Deps = Pick<ConclusionsDeps, 'database'>

export async function askMeeting({ database }: Deps, act: Act, meeting: Meeting, asked: AskedQuestion): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (!(await insertQuestion(tx, asked, writtenBy(act)))) return
    const detail = { year: meeting.year }
    await recordAudit(tx, act, { authority: asked.authority, subject: `meeting question ${asked.id}`, detail })
  })
}

const isSame = (one: Question, other: Omit<Chaired, 'answerLanguage'>): boolean =>
  one.position === other.position &&
  one.answered === other.answered &&
  one.answer === other.answer &&
  one.published === other.published

export async function chairQuestion(
  { database }: Deps,
  act: Act,
  meeting: Meeting,
  given: Chaired & { readonly seen: number },
): Promise<'kept' | 'gone' | 'conflict'> {
  return database.db.transaction().execute(async (tx) => {
    const current = await readQuestion(tx, given.id)
    if (current?.meeting !== meeting.id) return 'gone'
    if (isSame(current, given)) return 'kept'
    if (current.revision !== given.seen) return 'conflict'
    await writeChaired(tx, given, writtenBy(act))
    const detail = { year: meeting.year, published: given.published }
    await recordAudit(tx, act, { authority: current.authority, subject: `meeting question ${given.id}`, detail })
    await announceConclusions(tx, meeting.year)
    return 'kept'
  })
}
