/** What becomes of questions when their town is no more. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

/** What a merged town has asked, its successor has asked; addresses of the old town's office lead nowhere any more. */
export async function moveQuestions(tx: Db, from: string, into: string): Promise<void> {
  await tx.updateTable('office.question').set({ authority: into, page: null }).where('authority', '=', from).execute()
}

/** What a town has asked that became several stands in the office of each part, with all that was said. */
export async function shareQuestions(tx: Db, from: string, parts: readonly string[]): Promise<void> {
  await sql`
    with copied as (
      select question.id as old, part.id as part, gen_random_uuid() as id
      from office.question, unnest(${[...parts]}::uuid[]) as part (id) where authority = ${from}::uuid
    ), asked as (
      insert into office.question
        (id, authority, association, subject, state, revision, asked_at, asked_by, changed_at, taken_by, closed_at)
      select copied.id, part, association, subject, state, revision, asked_at, asked_by, changed_at, taken_by, closed_at
      from copied join office.question on question.id = old returning id
    )
    insert into office.question_message
      (id, question, at, side, note, person, way, received_on, entered_by, text, quoted, files, taken_out_at)
    select gen_random_uuid(), copied.id, at, side, note, person, way, received_on, entered_by, text, quoted, files, taken_out_at
    from copied join asked on asked.id = copied.id
      join office.question_message said on said.question = old`.execute(tx)
  await tx.deleteFrom('office.question').where('authority', '=', from).execute()
}
