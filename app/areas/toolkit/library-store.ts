/** The public toolkit: read with a handle that sees published facts alone. */
import { type SqlBool, sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import { keptFile } from '../../platform/files/file-types.ts'
import { type Asked, nothingAsked } from './asked-rules.ts'
import { type ResourceFacts, type ResourceText, resourceFacts } from './resource-schema.ts'
import { checkedOf } from './text-check.ts'
import type { Withdrawal } from './withdraw-rules.ts'

export interface PublicResource {
  readonly id: string
  readonly facts: ResourceFacts
  readonly languages: readonly string[]
  readonly changedAt: Temporal.Instant
}

export interface ListedResource extends PublicResource {
  /** It can be read as a page and on paper; else it is a file or a link. */
  readonly hasText: boolean
  /** In the reader's language where there is one, else the original. */
  readonly text: Pick<ResourceText, 'language' | 'title' | 'summary' | 'origin' | 'checked'>
}

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const allResources = (db: ReadDb) =>
  db
    .selectFrom('published.resource as resource')
    .select(['resource.id', 'resource.kind', 'resource.audiences', 'resource.ages', 'resource.sections'])
    .select(['resource.articles', 'resource.licence', 'resource.language', 'resource.languages'])
    .select(['resource.safeguarding', 'resource.revision', 'resource.changed_at'])

const resources = (db: ReadDb) => allResources(db).where('resource.withdrawn_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof resources>['execute']>>[number]

function resourceOf({ id, languages, changed_at, ...row }: Row): PublicResource {
  const { kind, audiences, ages, sections, articles, licence, language, safeguarding, revision } = row
  const facts = { kind, audiences, ages, sections, articles, licence, language, safeguarding, revision }
  return { id, languages, changedAt: instant(changed_at), facts: resourceFacts.parse(facts) }
}

/** Words in the ways in which each is written; a resource holds one of each. */
export type Words = readonly (readonly string[])[]

const conditions = ({ kind, audience, p, article, language }: Asked, words: Words) => [
  ...(kind ? [sql<SqlBool>`resource.kind = ${kind}`] : []),
  ...(audience ? [sql<SqlBool>`${audience} = any(resource.audiences)`] : []),
  ...(p ? [sql<SqlBool>`${p} = any(resource.sections)`] : []),
  ...(article ? [sql<SqlBool>`resource.articles @> array[${article}]::integer[]`] : []),
  ...(language ? [sql<SqlBool>`${language} = any(resource.languages)`] : []),
  ...words.map(
    (forms) =>
      sql<SqlBool>`exists (select from unnest(${[...forms]}::text[]) as form where position(form in resource.folded) > 0)`,
  ),
]

/** In the order of the toolkit. @param reader code of the language that titles are wanted in. */
export async function findResources(
  db: ReadDb,
  reader: string,
  asked: Asked,
  words: Words = [],
): Promise<ListedResource[]> {
  let found = resources(db)
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('published.resource_text_shown as text')
          .select(['text.language as said', 'text.title', 'text.summary'])
          .select(['text.origin', 'text.checked_by', 'text.checked_on'])
          .select(sql<boolean>`text.body <> ''`.as('has_text'))
          .whereRef('text.resource', '=', 'resource.id')
          .where((where) =>
            where.or([
              where('text.language', '=', reader),
              where('text.language', '=', where.ref('resource.language')),
            ]),
          )
          .orderBy(sql`text.language = ${reader}`, 'desc')
          .orderBy('text.revision', 'desc')
          .limit(1)
          .as('text'),
      (join) => join.onTrue(),
    )
    .select(['text.said', 'text.title', 'text.summary', 'text.has_text'])
    .select(['text.origin', 'text.checked_by', 'text.checked_on'])
  for (const condition of conditions(asked, words)) found = found.where(condition)
  const rows = await found.orderBy('resource.position').orderBy('resource.id').execute()
  return rows.map(({ said, title, summary, has_text, origin, ...row }) => ({
    ...resourceOf(row),
    hasText: has_text,
    text: { language: said, title, summary, origin, checked: checkedOf(row) },
  }))
}

/** What a resource is called: in the reader's language where there is one, else in the original. */
export interface ResourceTitle {
  readonly id: string
  readonly title: string
  /** Code, of the title. */
  readonly language: string
  /** Beside a link or a file. */
  readonly hasText: boolean
}

const titleOf = ({ id, text: { title, language }, hasText }: ListedResource): ResourceTitle => ({
  ...{ id, title, language, hasText },
})

/** Of all, in the order of the toolkit. */
export const readTitles = async (db: ReadDb, reader: string): Promise<ResourceTitle[]> =>
  (await findResources(db, reader, nothingAsked)).map(titleOf)

/** Of those that can be ordered on paper: no links. */
export const resourcesToPrint = async (db: ReadDb, reader: string): Promise<ResourceTitle[]> =>
  (await findResources(db, reader, nothingAsked)).filter(({ facts }) => facts.kind !== 'link').map(titleOf)

/** Of those of a package, in its order. */
export async function readPackageTitles(db: ReadDb, packed: string, reader: string): Promise<ResourceTitle[]> {
  const all = await readTitles(db, reader)
  const found = (await readPackages(db)).find(({ id }) => id === packed)
  return (found?.resources ?? []).flatMap((one) => all.find(({ id }) => id === one) ?? [])
}

export async function readResource(db: ReadDb, id: string): Promise<PublicResource | undefined> {
  const row = await resources(db).where('resource.id', '=', id).executeTakeFirst()
  return row && resourceOf(row)
}

/** Also one that was taken out: the office puts it right. */
export async function readAnyResource(db: ReadDb, id: string): Promise<PublicResource | undefined> {
  const row = await allResources(db).where('resource.id', '=', id).executeTakeFirst()
  return row && resourceOf(row)
}

/** What has been taken out, of one resource or of all; the newest first. */
export async function readWithdrawals(db: ReadDb, resource?: string): Promise<Withdrawal[]> {
  let found = db.selectFrom('published.resource_withdrawal').selectAll()
  if (resource !== undefined) found = found.where('resource', '=', resource)
  const rows = await found.orderBy('withdrawn_at', 'desc').orderBy('resource').orderBy('language').execute()
  return rows.map(({ withdrawn_at, ...row }) => ({ ...row, at: instant(withdrawn_at) }))
}

/** Of a resource in one language: of all of it, or of the translation. */
export async function readWithdrawal(db: ReadDb, resource: string, language: string): Promise<Withdrawal | undefined> {
  const found = await readWithdrawals(db, resource)
  return found.find((one) => one.language === '') ?? found.find((one) => one.language === language)
}

export type PublicText = ResourceText & { readonly writtenAt: Temporal.Instant }

/** @param revision left out: made from the newest. */
export async function readText(
  db: ReadDb,
  resource: string,
  language: string,
  revision?: number,
): Promise<PublicText | undefined> {
  let query = db
    .selectFrom('published.resource_text_shown')
    .select(['language', 'revision', 'title', 'summary', 'body', 'link', 'sources', 'origin', 'file', 'written_at'])
    .select(['checked_by', 'checked_on'])
    .where('resource', '=', resource)
    .where('language', '=', language)
  if (revision !== undefined) query = query.where('revision', '=', revision)
  const row = await query.orderBy('revision', 'desc').limit(1).executeTakeFirst()
  if (!row) return undefined
  const { written_at, checked_by, checked_on, ...text } = row
  const checked = checkedOf({ checked_by, checked_on })
  return { ...text, checked, file: keptFile.nullable().parse(text.file), writtenAt: instant(written_at) }
}

/** From which revision each translation was made, by resource and language. */
export async function readMatrix(db: ReadDb): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const rows = await db
    .selectFrom('published.resource_text_shown')
    .select((of) => ['resource', 'language', of.fn.max('revision').as('revision')])
    .groupBy(['resource', 'language'])
    .execute()
  const matrix = new Map<string, Map<string, number>>()
  for (const { resource, language, revision } of rows) {
    const texts = matrix.get(resource) ?? new Map<string, number>()
    matrix.set(resource, texts.set(language, Number(revision)))
  }
  return matrix
}

export interface PublicPackage {
  readonly id: string
  readonly titles: Readonly<Record<string, string>>
  readonly about: Readonly<Record<string, string>>
  /** Ids, in their order. */
  readonly resources: readonly string[]
}

export async function readPackages(db: ReadDb): Promise<PublicPackage[]> {
  const { rows } = await sql<PublicPackage>`
    select package.id, titles, about, array_agg(packed.resource order by packed.position) as resources
    from published.resource_package package
    join published.resource_packed packed on packed.package = package.id
    join published.resource on resource.id = packed.resource and resource.withdrawn_at is null
    group by package.id order by package.position`.execute(db)
  return rows
}
