/** Forgets a person: their name in what anybody wrote. What they wrote in the name of their office stays with it. */
import { sql } from 'kysely'
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'

export const eraseFromQuestions: Erase = async (tx, person) => {
  const names = [person.email, person.name.trim().toLowerCase()].filter((one) => one !== '')
  /** Rows that may name the person; whether they do is decided word by word. */
  const naming = (text: ReturnType<typeof sql>) =>
    sql<boolean>`exists (select from unnest(${names}::text[]) as name where position(name in lower(${text})) > 0)`
  const questions = tx.selectFrom('office.question').select(['id', 'subject']).where(naming(sql`subject`))
  for (const { id, subject } of await questions.execute()) {
    const clean = withoutPerson(subject, person)
    await tx.updateTable('office.question').set({ subject: clean }).where('id', '=', id).execute()
  }
  const messages = tx
    .selectFrom('office.question_message')
    .select(['id', 'text', 'quoted'])
    .where(naming(sql`text || ' ' || quoted`))
  for (const { id, text, quoted } of await messages.execute()) {
    const clean = { text: withoutPerson(text, person), quoted: withoutPerson(quoted, person) }
    await tx.updateTable('office.question_message').set(clean).where('id', '=', id).execute()
  }
}
