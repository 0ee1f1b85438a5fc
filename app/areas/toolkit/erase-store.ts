/** Forgets a person: their name in translations that are under way and in those that are public. */
import { sql } from 'kysely'
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'
import { announceToolkit } from './public-tag.ts'
import { listWords } from './resource-store.ts'

export const eraseFromToolkit: Erase = async (tx, person) => {
  const names = [person.email, person.name.trim().toLowerCase()].filter((one) => one !== '')
  const naming = (text: ReturnType<typeof sql>) =>
    sql<boolean>`exists (select from unnest(${names}::text[]) as name where position(name in lower(${text})) > 0)`
  const clean = <Text extends Readonly<Record<string, string>>>(texts: Text) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, withoutPerson(text, person)])) as Text
  const offers = await tx
    .selectFrom('office.resource_offer')
    .select(['id', 'title', 'summary', 'body', 'reasons'])
    .where(naming(sql`title || ' ' || summary || ' ' || body || ' ' || reasons`))
    .execute()
  for (const { id, ...texts } of offers) {
    await tx.updateTable('office.resource_offer').set(clean(texts)).where('id', '=', id).execute()
  }
  const drafts = await tx
    .selectFrom('office.resource_draft')
    .select(['id', 'title', 'summary', 'body', 'reasons'])
    .where(naming(sql`title || ' ' || summary || ' ' || body || ' ' || reasons`))
    .execute()
  for (const { id, ...texts } of drafts) {
    await tx.updateTable('office.resource_draft').set(clean(texts)).where('id', '=', id).execute()
  }
  const published = await tx
    .selectFrom('published.resource_text')
    .select(['resource', 'language', 'revision', 'title', 'summary', 'body'])
    .where(naming(sql`title || ' ' || summary || ' ' || body`))
    .execute()
  for (const { resource, language, revision, ...texts } of published) {
    await tx
      .updateTable('published.resource_text')
      .set(clean(texts))
      .where('resource', '=', resource)
      .where('language', '=', language)
      .where('revision', '=', revision)
      .execute()
    await listWords(tx, resource)
  }
  if (published.length > 0) await announceToolkit(tx)
}
