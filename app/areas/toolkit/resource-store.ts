/** Writes resources. Revisions of an original are added and never changed. */
import type { Db, Tx } from '../../platform/db/tables.ts'
import { keptFile } from '../../platform/files/file-types.ts'
import { wordsIn } from '../authorities/index.ts'
import { blocksOf, linesOf } from './markdown.ts'
import type { ResourceFacts, ResourcePackage, ResourceText } from './resource-schema.ts'
import { checkedOf } from './text-check.ts'

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

export interface KnownResource {
  readonly language: string
  readonly revision: number
  readonly facts: Omit<ResourceFacts, 'language' | 'revision'>
}

/** Locked until the transaction ends. */
export async function lockResource(tx: Tx, id: string): Promise<KnownResource | undefined> {
  const row = await tx.selectFrom('published.resource').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return undefined
  const { language, revision, kind, audiences, ages, sections, articles, licence, safeguarding } = row
  const facts = { kind, audiences, ages, sections, articles, licence, safeguarding } as KnownResource['facts']
  return { language, revision, facts }
}

/** @param position of one that is new. */
export async function writeResource(
  tx: Tx,
  id: string,
  { language, revision, ...facts }: ResourceFacts,
  position: number,
  at: Temporal.Instant,
): Promise<void> {
  const shown = { ...facts, revision, changed_at: date(at) }
  await tx
    .insertInto('published.resource')
    .values({ id, position, language, languages: [language], folded: '', published_at: date(at), ...shown })
    // Whatever was taken out stays out until somebody brings it back.
    .onConflict((conflict) => conflict.column('id').doUpdateSet(shown))
    .execute()
}

export async function readText(
  db: Db,
  resource: string,
  language: string,
  revision: number,
): Promise<ResourceText | undefined> {
  const row = await db
    .selectFrom('published.resource_text')
    .select(['language', 'revision', 'title', 'summary', 'body', 'link', 'sources', 'origin', 'file'])
    .select(['checked_by', 'checked_on'])
    .where('resource', '=', resource)
    .where('language', '=', language)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (!row) return undefined
  const { checked_by, checked_on, ...text } = row
  return { ...text, file: keptFile.nullable().parse(text.file), checked: checkedOf({ checked_by, checked_on }) }
}

const columnsOf = (checked: ResourceText['checked']) => ({
  ...{ checked_by: checked?.by ?? null, checked_on: checked?.on ?? null },
})

/** Where its words come from and who has checked them; the words stay, with the day on which they were written. */
export async function writeOrigin(
  tx: Tx,
  resource: string,
  { language, revision, origin, checked }: ResourceText,
): Promise<void> {
  await tx
    .updateTable('published.resource_text')
    .set({ origin, ...columnsOf(checked) })
    .where('resource', '=', resource)
    .where('language', '=', language)
    .where('revision', '=', revision)
    .execute()
}

/** In the place of what was there from the same revision. */
export async function writeText(tx: Tx, resource: string, text: ResourceText, at: Temporal.Instant): Promise<void> {
  const { checked, ...said } = text
  const file = said.file && JSON.stringify(said.file)
  const values = { ...said, sources: [...said.sources], file, ...columnsOf(checked), written_at: date(at) }
  await tx
    .insertInto('published.resource_text')
    .values({ resource, ...values })
    .onConflict((conflict) => conflict.columns(['resource', 'language', 'revision']).doUpdateSet(values))
    .execute()
}

/** What a search looks at, and in which languages the resource can be read. */
export async function listWords(tx: Tx, id: string): Promise<void> {
  const texts = await tx
    .selectFrom('published.resource_text_shown')
    .distinctOn('language')
    .select(['language', 'title', 'summary', 'body'])
    .where('resource', '=', id)
    .orderBy('language')
    .orderBy('revision', 'desc')
    .execute()
  const lines = texts.flatMap(({ title, summary, body }) => [title, summary, ...linesOf(blocksOf(body))])
  const folded = [...new Set(lines.flatMap((line) => wordsIn(line).flat()))].join(' ')
  const languages = texts.map(({ language }) => language)
  await tx.updateTable('published.resource').set({ folded, languages }).where('id', '=', id).execute()
}

/** After all that are there. */
export async function nextPosition(tx: Tx): Promise<number> {
  const { last } = await tx
    .selectFrom('published.resource')
    .select((of) => of.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** In the place of all that were there. */
export async function writePackages(tx: Tx, packages: readonly ResourcePackage[]): Promise<void> {
  await tx.deleteFrom('published.resource_package').execute()
  for (const [position, { id, title, about, resources }] of packages.entries()) {
    const words = { titles: JSON.stringify(title), about: JSON.stringify(about) }
    await tx
      .insertInto('published.resource_package')
      .values({ id, position, ...words })
      .execute()
    await tx
      .insertInto('published.resource_packed')
      .values(resources.map((resource, place) => ({ package: id, resource, position: place })))
      .execute()
  }
}

/** Of these ids, those that there are. */
export async function knownIds(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('published.resource')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}
