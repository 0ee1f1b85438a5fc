import { type Act, type Author, authorOf, recordAudit } from '../../platform/audit/audit.ts'
import { type AnswerInput, languageFaults, newAnswerFaults } from './answers.ts'
import { writeChanges } from './change-store.ts'
import type { ChecklistDeps } from './deps.ts'
import {
  type DraftAnswer,
  type DraftIntroduction,
  type Edit,
  readDraftAnswer,
  readIntroduction,
  writeAnswer,
  writeIntroduction,
} from './draft-store.ts'
import { factChecksFor } from './fact-checks.ts'
import type { Conflict, Refused, Saved } from './outcomes.ts'
import { same } from './same.ts'
import type { Answer, LocalText } from './schema.ts'
import { lockTown, readTown } from './town-store.ts'

export const editOf = (act: Act, authority: string): Edit => ({ at: act.at, by: authorOf(act, authority) })

/** Whether the same person, or the same command, made the edit. */
export const madeBy = ({ changedBy }: { readonly changedBy: Author }, act: Act): boolean =>
  act.person ? changedBy.person === act.person.id : changedBy.person === null && changedBy.as === act.actor

/** What a town says about a kind, given today. @param expectedRevision 0: the kind had no answer. */
export async function saveAnswer(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  input: AnswerInput,
  expectedRevision: number,
): Promise<Saved | Conflict<DraftAnswer> | Refused> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const checks = factChecksFor(deps, await readTown(tx, authority), act.at)
    const faults = newAnswerFaults(input, checks)
    if (faults.length > 0) return { outcome: 'refused', faults }
    const { kind, status, note, standard } = input
    // Only a plan has a day: one left over from an earlier answer would be published as if it meant something.
    const plannedFor = status === 'planned' ? input.plannedFor : null
    const began = standard ? { standard } : {}
    const answer: Answer = { kind, status, plannedFor, note, answeredOn: checks.today.toString(), ...began }
    const before = (await readDraftAnswer(tx, authority, kind))?.answer ?? null
    const revision = await writeAnswer(tx, authority, answer, expectedRevision, editOf(act, authority))
    if (revision === undefined) {
      const current = await readDraftAnswer(tx, authority, kind)
      // The same click a second time has done what it wanted.
      const again = current && madeBy(current, act) && same(current.answer, answer)
      return current && again ? { outcome: 'saved', revision: current.revision } : { outcome: 'conflict', current }
    }
    const detail = { status, revision }
    const record = await recordAudit(tx, act, { authority, subject: `answer ${kind}`, detail })
    await writeChanges(tx, { record, authority, at: act.at }, [{ thing: 'answer', id: kind, before, after: answer }])
    return { outcome: 'saved', revision }
  })
}

/** The town's own words above its checklist. @param expectedRevision 0: there were none. */
export async function saveIntroduction(
  deps: ChecklistDeps,
  act: Act,
  authority: string,
  text: LocalText,
  expectedRevision: number,
): Promise<Saved | Conflict<DraftIntroduction> | Refused> {
  const faults = languageFaults(text, ['introduction'], { languages: deps.languages.codes })
  if (faults.length > 0) return { outcome: 'refused', faults }
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const before = (await readIntroduction(tx, authority))?.text ?? null
    const revision = await writeIntroduction(tx, authority, text, expectedRevision, editOf(act, authority))
    if (revision === undefined) {
      const current = await readIntroduction(tx, authority)
      const again = current && madeBy(current, act) && same(current.text, text)
      return current && again ? { outcome: 'saved', revision: current.revision } : { outcome: 'conflict', current }
    }
    const detail = { languages: Object.keys(text), revision }
    const record = await recordAudit(tx, act, { authority, subject: 'introduction', detail })
    const change = { thing: 'introduction', id: '', before, after: text } as const
    await writeChanges(tx, { record, authority, at: act.at }, [change])
    return { outcome: 'saved', revision }
  })
}
