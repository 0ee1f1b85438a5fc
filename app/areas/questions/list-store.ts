/** Questions in lists. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { AskedGroup } from './asked-rules.ts'
import type { QuestionState } from './question-rules.ts'
import { type Question, questionColumns, questionOf } from './question-store.ts'

/** On one page of a list. */
export const questionsPerPage = 50

export interface QuestionPage {
  readonly questions: readonly Question[]
  readonly count: number
}

const skip = (page: number) => (page - 1) * questionsPerPage

/** What waits for the town first, then the newest. @param page from 1. */
export async function questionsOfTown(db: Db, authority: string, page: number): Promise<QuestionPage> {
  const own = db.selectFrom('office.question').where('authority', '=', authority)
  const rows = await own
    .select(questionColumns)
    .orderBy(sql`state <> 'waiting'`)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(questionsPerPage)
    .offset(skip(page))
    .execute()
  const { count } = await own.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()
  return { questions: rows.map(questionOf), count }
}

/** What waits for the association first; of these what has waited longest. @param wanted.page from 1. */
export async function questionsOfAssociation(
  db: Db,
  association: string,
  wanted: { readonly state?: QuestionState | undefined; readonly towns?: readonly string[]; readonly page: number },
): Promise<QuestionPage> {
  const { state, towns, page } = wanted
  let own = db.selectFrom('office.question').where('association', '=', association)
  if (state) own = own.where('state', '=', state)
  if (towns) own = towns.length > 0 ? own.where('authority', 'in', towns) : own.where(sql<boolean>`false`)
  const rows = await own
    .select(questionColumns)
    .orderBy(sql`array_position(array['open', 'waiting', 'answered', 'closed'], state)`)
    .orderBy('changed_at')
    .orderBy('id')
    .limit(questionsPerPage)
    .offset(skip(page))
    .execute()
  const { count } = await own.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()
  return { questions: rows.map(questionOf), count }
}

/** Ids of the towns that have asked an association. */
export async function askingTowns(db: Db, association: string): Promise<string[]> {
  const rows = await db
    .selectFrom('office.question')
    .select('authority')
    .distinct()
    .where('association', '=', association)
    .execute()
  return rows.map(({ authority }) => authority)
}

/** How many questions wait for each of these associations, or towns; none is left out where nothing waits. */
export async function countWaiting(
  db: Db,
  side: 'association' | 'authority',
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('office.question')
    .select([side, sql<number>`count(*)::int`.as('count')])
    .where(side, 'in', ids)
    .where('state', '=', side === 'association' ? 'open' : 'waiting')
    .groupBy(side)
    .execute()
  return new Map(rows.map((row) => [row[side], row.count]))
}

/** Questions to an association since then, those alike together. */
export async function countAsked(db: Db, association: string, since: Temporal.Instant): Promise<AskedGroup[]> {
  return await db
    .selectFrom('office.question')
    .select(['page', 'state', sql<number>`count(*)::int`.as('questions')])
    .where('association', '=', association)
    .where('asked_at', '>=', new Date(since.epochMilliseconds))
    .groupBy(['page', 'state'])
    .execute()
}
