/** Measures that towns let others begin with. */
import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { Section } from './schema.ts'

export interface SharedMeasure {
  readonly id: string
  readonly plan: string
  readonly authority: string
  readonly section: string
  readonly language: string
  readonly title: string
  readonly what: string
  readonly articles: readonly number[]
  readonly kinds: readonly string[]
}

export interface SharedAsked {
  readonly section: Section
  /** Undefined: any. */
  readonly article: number | undefined
  readonly kind: string | undefined
  readonly language: string | undefined
  /** From 1. */
  readonly page: number
}

const sharedOnPage = 50

const shared = (db: Db, notOf: string) =>
  db
    .selectFrom('published.shared_measure')
    .select(['measure as id', 'plan', 'authority', 'section', 'language', 'title', 'what', 'articles', 'kinds'])
    .where('authority', '<>', notOf)

/** One page, newest first, and whether another follows; the town's own are left out. */
export async function sharedMeasures(
  db: Db,
  { section, article, kind, language, page }: SharedAsked,
  notOf: string,
): Promise<{ readonly measures: readonly SharedMeasure[]; readonly more: boolean }> {
  const rows = await shared(db, notOf)
    .where('section', '=', section)
    .$if(article !== undefined, (query) => query.where(sql<SqlBool>`${article}::smallint = any(articles)`))
    .$if(kind !== undefined, (query) => query.where(sql<SqlBool>`${kind}::text = any(kinds)`))
    .$if(language !== undefined, (query) => query.where('language', '=', language ?? ''))
    .orderBy('shared_at', 'desc')
    .orderBy('measure')
    .offset((page - 1) * sharedOnPage)
    .limit(sharedOnPage + 1)
    .execute()
  return { measures: rows.slice(0, sharedOnPage), more: rows.length > sharedOnPage }
}

/** Those that somebody has chosen, on whichever page they stood. */
export async function sharedByIds(db: Db, ids: readonly string[], notOf: string): Promise<SharedMeasure[]> {
  return ids.length === 0
    ? []
    : shared(db, notOf)
        .where('measure', 'in', [...ids])
        .execute()
}

/** Codes of the languages in which there are some. */
export async function sharedLanguages(db: Db, notOf: string): Promise<string[]> {
  const rows = await db
    .selectFrom('published.shared_measure')
    .select('language')
    .distinct()
    .where('authority', '<>', notOf)
    .orderBy('language')
    .execute()
  return rows.map(({ language }) => language)
}
