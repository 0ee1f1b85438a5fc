/** The public library: read with a handle that sees published facts alone. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import { type Asked, practicesPerPage, sizeBounds } from './asked-rules.ts'
import type { ListedWords } from './listed-words.ts'
import { type PracticeFacts, practiceFacts, type TranslatedParts, translatedParts } from './practice-schema.ts'

export interface PublicTown {
  readonly id: string
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly population: number | null
  readonly demonstration: boolean
}

export interface ListedPractice {
  readonly id: string
  readonly version: number
  readonly status: 'published' | 'withdrawn'
  readonly languages: readonly string[]
  readonly publishedAt: Temporal.Instant
  readonly withdrawnAt: Temporal.Instant | null
  readonly town: PublicTown
  readonly facts: PracticeFacts
  /** What lists show of each, by language. */
  readonly translations: Readonly<Record<string, Omit<ListedWords, 'language'>>>
  /** Of an action plan, that it tells of. */
  readonly measure: { readonly plan: string; readonly measure: string } | null
}

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const listed = (db: ReadDb) =>
  db
    .selectFrom('published.practice as practice')
    .innerJoin('published.practice_version as version', (join) =>
      join.onRef('version.practice', '=', 'practice.id').onRef('version.version', '=', 'practice.version'),
    )
    .innerJoin('published.authority as own', 'own.id', 'practice.authority')
    // Where a town was merged, its successor answers for it.
    .innerJoin('published.authority as town', (join) =>
      join.on(sql<SqlBool>`town.id = coalesce(case when own.status = 'merged' then own.successor end, own.id)`),
    )
    .select(['practice.id', 'practice.version', 'practice.status', 'practice.languages', 'version.facts'])
    .select(['practice.plan', 'practice.measure'])
    .select(['practice.published_at', 'practice.withdrawn_at', 'town.id as town', 'town.country', 'town.slug'])
    .select(['town.name', 'town.names', 'town.population', 'town.demonstration'])
    .select(
      sql<Readonly<Record<string, Omit<ListedWords, 'language'>>> | null>`(
        select jsonb_object_agg(said.language, jsonb_build_object(
          'title', said.parts ->> 'title', 'summary', said.parts ->> 'summary', 'machine', said.origin = 'machine'))
        from published.practice_translation said where said.practice = practice.id)`.as('translations'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number]

function listedOf(row: Row): ListedPractice {
  const { id, version, status, languages, country, slug, name, names, population, demonstration } = row
  return {
    ...{ id, version, status, languages },
    publishedAt: instant(row.published_at),
    withdrawnAt: row.withdrawn_at && instant(row.withdrawn_at),
    town: { id: row.town, country, slug, name, names, population, demonstration },
    facts: practiceFacts.parse(row.facts),
    translations: row.translations ?? {},
    measure: row.plan !== null && row.measure !== null ? { plan: row.plan, measure: row.measure } : null,
  }
}

/** Words in the ways in which each is written; a practice holds one of each. */
export type Words = readonly (readonly string[])[]

function conditions({ p, article, kind, size, language, cost }: Asked, words: Words): Expression<SqlBool>[] {
  const bounds = size && sizeBounds[size]
  return [
    sql<SqlBool>`practice.status = 'published'`,
    ...(p ? [sql<SqlBool>`practice.section = ${p}`] : []),
    ...(article ? [sql<SqlBool>`practice.articles @> array[${article}]::integer[]`] : []),
    ...(kind ? [sql<SqlBool>`${kind} = any(practice.kinds)`] : []),
    ...(cost ? [sql<SqlBool>`practice.cost = ${cost}`] : []),
    ...(language ? [sql<SqlBool>`${language} = any(practice.languages)`] : []),
    ...(bounds ? [sql<SqlBool>`town.population >= ${bounds.from}`] : []),
    ...(bounds?.below ? [sql<SqlBool>`town.population < ${bounds.below}`] : []),
    ...words.map(
      (forms) =>
        sql<SqlBool>`exists (select from unnest(${[...forms]}::text[]) as form where position(form in practice.folded) > 0)`,
    ),
  ]
}

/** The newest first. */
export async function findPractices(
  db: ReadDb,
  asked: Asked,
  words: Words = [],
): Promise<{ readonly practices: readonly ListedPractice[]; readonly count: number }> {
  let found = listed(db)
  for (const condition of conditions(asked, words)) found = found.where(condition)
  const counted = found.clearSelect().select(sql<number>`count(*)::int`.as('count'))
  const { count } = await counted.executeTakeFirstOrThrow()
  const rows = await found
    .orderBy('practice.published_at', 'desc')
    .orderBy('practice.id')
    .limit(practicesPerPage)
    .offset((asked.page - 1) * practicesPerPage)
    .execute()
  return { practices: rows.map(listedOf), count }
}

/** What the filters offer: only what some practice has. */
export async function readChoices(db: ReadDb): Promise<{
  readonly articles: readonly number[]
  readonly kinds: readonly string[]
  readonly languages: readonly string[]
}> {
  const { rows } = await sql<{ articles: number[] | null; kinds: string[] | null; languages: string[] | null }>`
    select
      (select array_agg(distinct one order by one) from published.practice, unnest(articles) one
        where status = 'published') as articles,
      (select array_agg(distinct one order by one) from published.practice, unnest(kinds) one
        where status = 'published') as kinds,
      (select array_agg(distinct one order by one) from published.practice, unnest(languages) one
        where status = 'published') as languages`.execute(db)
  const [row] = rows
  return { articles: row?.articles ?? [], kinds: row?.kinds ?? [], languages: row?.languages ?? [] }
}

export async function readPublic(db: ReadDb, id: string): Promise<ListedPractice | undefined> {
  const row = await listed(db).where('practice.id', '=', id).executeTakeFirst()
  return row && listedOf(row)
}

/** Those that tell of measures of a plan, of whichever town carries it. */
export async function practicesOfPlan(db: ReadDb, plan: string): Promise<ListedPractice[]> {
  const rows = await listed(db)
    .where('practice.plan', '=', plan)
    .where('practice.status', '=', 'published')
    .orderBy('practice.published_at')
    .orderBy('practice.id')
    .execute()
  return rows.map(listedOf)
}

/** Public ones: of a town, or those asked for. By title. */
export async function practicesOf(
  db: ReadDb,
  asked: { readonly town: string } | { readonly ids: readonly string[] },
): Promise<ListedPractice[]> {
  if ('ids' in asked && asked.ids.length === 0) return []
  const all = listed(db).where('practice.status', '=', 'published')
  const rows = await ('town' in asked
    ? all.where('town.id', '=', asked.town)
    : all.where('practice.id', 'in', asked.ids)
  ).execute()
  return rows.map(listedOf).toSorted((one, other) => one.facts.title.localeCompare(other.facts.title))
}

/** Those of an article of the Convention, the newest first. */
export async function practicesOfArticle(db: ReadDb, article: number, most: number): Promise<ListedPractice[]> {
  const rows = await listed(db)
    .where('practice.status', '=', 'published')
    .where(sql<SqlBool>`practice.articles @> array[${article}]::integer[]`)
    .orderBy('practice.published_at', 'desc')
    .orderBy('practice.id')
    .limit(most)
    .execute()
  return rows.map(listedOf)
}

export interface PublicTranslation {
  readonly language: string
  /** Of the original that it was made from. */
  readonly version: number
  readonly parts: TranslatedParts
  readonly origin: 'person' | 'machine'
  readonly translatedAt: Temporal.Instant
  /** Undefined: the secretariat. */
  readonly by: { readonly name: string; readonly names: Readonly<Record<string, string>> } | undefined
}

export async function readPublicTranslation(
  db: ReadDb,
  practice: string,
  language: string,
): Promise<PublicTranslation | undefined> {
  const row = await db
    .selectFrom('published.practice_translation as said')
    .leftJoin('published.authority as town', 'town.id', 'said.authority')
    .leftJoin('published.association as union', 'union.id', 'said.association')
    .select(['said.language', 'said.version', 'said.parts', 'said.origin', 'said.translated_at'])
    .select(['town.name as town', 'town.names as townNames', 'union.name as union', 'union.names as unionNames'])
    .where('said.practice', '=', practice)
    .where('said.language', '=', language)
    .executeTakeFirst()
  if (!row) return undefined
  const name = row.town ?? row.union
  return {
    ...{ language: row.language, version: row.version, origin: row.origin },
    parts: translatedParts.parse(row.parts),
    translatedAt: instant(row.translated_at),
    by: name === null ? undefined : { name, names: row.townNames ?? row.unionNames ?? {} },
  }
}

/** A version as it was published. */
export async function readVersion(db: ReadDb, practice: string, version: number): Promise<PracticeFacts | undefined> {
  const row = await db
    .selectFrom('published.practice_version')
    .select('facts')
    .where('practice', '=', practice)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && practiceFacts.parse(row.facts)
}

export interface PublicUse {
  readonly town: Pick<PublicTown, 'id' | 'country' | 'slug' | 'name' | 'names'>
  readonly sentence: string
  readonly saidAt: Temporal.Instant
}

/** The first that said so first: nobody is better for it. */
export async function readUses(db: ReadDb, practice: string): Promise<PublicUse[]> {
  const rows = await db
    .selectFrom('published.practice_use as said')
    .innerJoin('published.authority as town', 'town.id', 'said.authority')
    .select(['said.sentence', 'said.said_at', 'town.id', 'town.country', 'town.slug', 'town.name', 'town.names'])
    .where('said.practice', '=', practice)
    .orderBy('said.said_at')
    .orderBy('town.id')
    .execute()
  return rows.map(({ sentence, said_at, ...town }) => ({ town, sentence, saidAt: instant(said_at) }))
}

/** Of which public practices a town says that it uses them. @returns ids. */
export async function usedBy(db: ReadDb, authority: string): Promise<ListedPractice[]> {
  const rows = await listed(db)
    .innerJoin('published.practice_use as said', 'said.practice', 'practice.id')
    .where('said.authority', '=', authority)
    .where('practice.status', '=', 'published')
    .orderBy('said.said_at', 'desc')
    .execute()
  return rows.map(listedOf)
}
