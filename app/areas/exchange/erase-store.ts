/** Forgets a person: their name in what associations have shared. */
import { sql } from 'kysely'
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'
import { foldedWords } from './folded-words.ts'

export const eraseFromExchange: Erase = async (tx, person) => {
  const names = [person.email, person.name.trim().toLowerCase()].filter((one) => one !== '')
  const naming = (text: ReturnType<typeof sql>) =>
    sql<boolean>`exists (select from unnest(${names}::text[]) as name where position(name in lower(${text})) > 0)`
  const pieces = tx
    .selectFrom('office.shared_piece')
    .select(['id', 'title', 'parts', 'ended_reason'])
    .where(naming(sql`title || ' ' || parts::text || ' ' || coalesce(ended_reason, '')`))
  for (const { id, title, parts, ended_reason } of await pieces.execute()) {
    const said = Object.entries(parts ?? {}).map(([name, text]) => [name, withoutPerson(`${text}`, person)])
    const clean: Readonly<Record<string, string>> = Object.fromEntries(said)
    const headed = withoutPerson(title, person)
    await tx
      .updateTable('office.shared_piece')
      .set({
        title: headed,
        parts: JSON.stringify(clean),
        ended_reason: ended_reason === null ? null : withoutPerson(ended_reason, person),
        folded: foldedWords(headed, clean),
      })
      .where('id', '=', id)
      .execute()
  }
  const uses = tx
    .selectFrom('office.shared_use')
    .select(['piece', 'association', 'sentence'])
    .where(naming(sql`sentence`))
  for (const { piece, association, sentence } of await uses.execute()) {
    await tx
      .updateTable('office.shared_use')
      .set({ sentence: withoutPerson(sentence, person) })
      .where('piece', '=', piece)
      .where('association', 'is not distinct from', association)
      .execute()
  }
}
