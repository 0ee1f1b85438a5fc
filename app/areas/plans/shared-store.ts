/** Measures that towns let others begin with. */
import type { Db } from '../../platform/db/tables.ts'
import type { Section } from './schema.ts'

export interface SharedMeasure {
  readonly id: string
  readonly authority: string
  readonly language: string
  readonly title: string
  readonly what: string
  readonly articles: readonly number[]
  readonly kinds: readonly string[]
}

const mostShown = 100

/** Newest first; the town's own are left out. */
export async function sharedMeasures(db: Db, section: Section, notOf: string): Promise<SharedMeasure[]> {
  const rows = await db
    .selectFrom('published.shared_measure')
    .select(['measure as id', 'authority', 'language', 'title', 'what', 'articles', 'kinds'])
    .where('section', '=', section)
    .where('authority', '<>', notOf)
    .orderBy('shared_at', 'desc')
    .orderBy('measure')
    .limit(mostShown)
    .execute()
  return rows
}
