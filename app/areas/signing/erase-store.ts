/** Forgets a person: their name in what offices wrote, and what they began in nobody's name but their own. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import type { DataPerson, Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'
import { answersSchema } from './schema.ts'

const naming = (person: DataPerson, text: ReturnType<typeof sql>) => {
  const names = [person.email, person.name.trim().toLowerCase()].filter((one) => one !== '')
  return sql<boolean>`exists (select from unnest(${names}::text[]) as name where position(name in lower(${text})) > 0)`
}

export const eraseFromSigning: Erase = async (tx, person) => {
  await tx
    .deleteFrom('office.pact_application')
    .where('begun_by', '=', person.id)
    .where('kind', 'in', ['representative', 'organisation'])
    .where('status', '<>', 'signed')
    .execute()
  await tx.deleteFrom('office.pact_agreement').where('person', '=', person.id).execute()
  await eraseContacts(tx, person)
  await eraseAnswers(tx, person)
  await eraseWords(tx, person)
}

async function eraseContacts(tx: Tx, person: DataPerson): Promise<void> {
  await tx
    .deleteFrom('office.pact_contact')
    // A name that is part of another one is somebody else's.
    .where(sql<boolean>`lower(email) = ${person.email} or lower(name) = nullif(lower(trim(${person.name})), '')`)
    .execute()
}

async function eraseAnswers(tx: Tx, person: DataPerson): Promise<void> {
  const rows = tx
    .selectFrom('office.pact_application')
    .select(['id', 'answers'])
    .where(naming(person, sql`answers::text`))
  for (const { id, answers } of await rows.execute()) {
    const clean = answersSchema.parse(withoutNames(answersSchema.parse(answers), person))
    const set = { answers: JSON.stringify(clean) }
    await tx.updateTable('office.pact_application').set(set).where('id', '=', id).execute()
  }
  const documents = tx.selectFrom('office.pact_document').select(['id', 'name']).where(naming(person, sql`name`))
  for (const { id, name } of await documents.execute()) {
    const set = { name: withoutPerson(name, person) }
    await tx.updateTable('office.pact_document').set(set).where('id', '=', id).execute()
  }
}

/** Every text of it. */
function withoutNames(value: unknown, person: DataPerson): unknown {
  if (typeof value === 'string') return withoutPerson(value, person)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutNames(one, person)]))
}

async function eraseWords(tx: Tx, person: DataPerson): Promise<void> {
  const events = tx.selectFrom('office.pact_event').select(['id', 'words']).where(naming(person, sql`words`))
  for (const { id, words } of await events.execute()) {
    const set = { words: withoutPerson(words, person) }
    await tx.updateTable('office.pact_event').set(set).where('id', '=', id).execute()
  }
  const again = tx
    .selectFrom('office.pact_reaffirmation')
    .select(['id', 'words', 'decision_body', 'decision_reference'])
    .where(naming(person, sql`words || ' ' || decision_body || ' ' || decision_reference`))
  for (const { id, words, decision_body, decision_reference } of await again.execute()) {
    await tx
      .updateTable('office.pact_reaffirmation')
      .set({
        words: withoutPerson(words, person),
        decision_body: withoutPerson(decision_body, person),
        decision_reference: withoutPerson(decision_reference, person),
      })
      .where('id', '=', id)
      .execute()
  }
  const ending = tx.selectFrom('office.pact_withdrawal').select(['id', 'words']).where(naming(person, sql`words`))
  for (const { id, words } of await ending.execute()) {
    const set = { words: withoutPerson(words, person) }
    await tx.updateTable('office.pact_withdrawal').set(set).where('id', '=', id).execute()
  }
  const asked = tx
    .selectFrom('office.pact_body_request')
    .select(['id', 'name', 'web', 'answer'])
    .where(naming(person, sql`name || ' ' || web || ' ' || answer`))
  for (const { id, name, web, answer } of await asked.execute()) {
    const set = {
      name: withoutPerson(name, person),
      web: withoutPerson(web, person),
      answer: withoutPerson(answer, person),
    }
    await tx.updateTable('office.pact_body_request').set(set).where('id', '=', id).execute()
  }
  const elections = tx.selectFrom('office.local_election').select(['id', 'name']).where(naming(person, sql`name`))
  for (const { id, name } of await elections.execute()) {
    const set = { name: withoutPerson(name, person) }
    await tx.updateTable('office.local_election').set(set).where('id', '=', id).execute()
  }
}
