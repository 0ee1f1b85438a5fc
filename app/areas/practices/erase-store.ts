/** Forgets a person: their name in what towns have written and published, and in what offices wrote to each other. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import type { DataPerson, Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'
import { announcePractices } from './public-tag.ts'
import { listWords } from './publish-store.ts'

const naming = (person: DataPerson, text: ReturnType<typeof sql>) => {
  const names = [person.email, person.name.trim().toLowerCase()].filter((one) => one !== '')
  return sql<boolean>`exists (select from unnest(${names}::text[]) as name where position(name in lower(${text})) > 0)`
}

/** Every text in a value, however deep. */
function cleaned(value: unknown, person: DataPerson): unknown {
  if (typeof value === 'string') return withoutPerson(value, person)
  if (Array.isArray(value)) return value.map((one) => cleaned(one, person))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleaned(one, person)]))
}

export const eraseFromPractices: Erase = async (tx, person) => {
  await cleanDrafts(tx, person)
  await cleanMessages(tx, person)
  const changed = new Set([...(await cleanVersions(tx, person)), ...(await cleanTranslations(tx, person))])
  for (const id of changed) await listWords(tx, id)
  const used = await cleanUses(tx, person)
  if (changed.size > 0 || used) await announcePractices(tx)
}

async function cleanDrafts(tx: Tx, person: DataPerson): Promise<void> {
  const found = tx
    .selectFrom('office.practice')
    .select(['id', 'facts', 'reasons'])
    .where(naming(person, sql`facts::text || ' ' || reasons`))
  for (const { id, facts, reasons } of await found.execute()) {
    const clean = { facts: JSON.stringify(cleaned(facts, person)), reasons: withoutPerson(reasons, person) }
    await tx.updateTable('office.practice').set(clean).where('id', '=', id).execute()
  }
}

async function cleanMessages(tx: Tx, person: DataPerson): Promise<void> {
  const found = tx.selectFrom('office.practice_message').select(['id', 'text']).where(naming(person, sql`text`))
  for (const { id, text } of await found.execute()) {
    const clean = withoutPerson(text, person)
    await tx.updateTable('office.practice_message').set({ text: clean }).where('id', '=', id).execute()
  }
}

async function cleanVersions(tx: Tx, person: DataPerson): Promise<string[]> {
  const found = tx
    .selectFrom('published.practice_version')
    .select(['practice', 'version', 'facts'])
    .where(naming(person, sql`facts::text`))
  const rows = await found.execute()
  for (const { practice, version, facts } of rows) {
    await tx
      .updateTable('published.practice_version')
      .set({ facts: JSON.stringify(cleaned(facts, person)) })
      .where('practice', '=', practice)
      .where('version', '=', version)
      .execute()
  }
  return rows.map(({ practice }) => practice)
}

async function cleanTranslations(tx: Tx, person: DataPerson): Promise<string[]> {
  const found = tx
    .selectFrom('published.practice_translation')
    .select(['practice', 'language', 'parts'])
    .where(naming(person, sql`parts::text`))
  const rows = await found.execute()
  for (const { practice, language, parts } of rows) {
    await tx
      .updateTable('published.practice_translation')
      .set({ parts: JSON.stringify(cleaned(parts, person)) })
      .where('practice', '=', practice)
      .where('language', '=', language)
      .execute()
  }
  return rows.map(({ practice }) => practice)
}

async function cleanUses(tx: Tx, person: DataPerson): Promise<boolean> {
  const found = tx
    .selectFrom('published.practice_use')
    .select(['practice', 'authority', 'sentence'])
    .where(naming(person, sql`sentence`))
  const rows = await found.execute()
  for (const { practice, authority, sentence } of rows) {
    await tx
      .updateTable('published.practice_use')
      .set({ sentence: withoutPerson(sentence, person) })
      .where('practice', '=', practice)
      .where('authority', '=', authority)
      .execute()
  }
  return rows.length > 0
}
