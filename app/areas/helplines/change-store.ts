/** What the offices of countries have said about help numbers, and the history of it. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { WithdrawReason } from './keeping-rules.ts'
import type { LineChange } from './merge-rules.ts'
import { type SourcedLine, sourcedLine } from './schema.ts'

const channel = 'helplines'

/** One at a time for the lines of a country, until the end of the transaction. */
export async function lockCountry(tx: Db, country: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`helplines:${country}`}, 0))`.execute(tx)
}

/** By country. @param country only of this one. */
export async function readChanges(db: Db, country?: string): Promise<ReadonlyMap<string, readonly LineChange[]>> {
  let query = db
    .selectFrom('published.helpline')
    .select(['country', 'line', 'revision', 'facts', 'withdrawn_by'])
    .select(sql<string | null>`withdrawn_on::text`.as('withdrawn_on'))
    .orderBy('country')
    .orderBy('line')
  if (country !== undefined) query = query.where('country', '=', country)
  const changes = new Map<string, LineChange[]>()
  for (const row of await query.execute()) {
    const { line, revision, withdrawn_on: on, withdrawn_by: by } = row
    const change = { line, revision, facts: sourcedLine.parse(row.facts), withdrawn: on && by ? { on, by } : null }
    changes.set(row.country, [...(changes.get(row.country) ?? []), change])
  }
  return changes
}

export async function writeChange(tx: Db, country: string, change: LineChange): Promise<void> {
  const { line, revision, facts, withdrawn } = change
  const row = {
    revision,
    facts: JSON.stringify(facts),
    withdrawn_on: withdrawn?.on ?? null,
    withdrawn_by: withdrawn?.by ?? null,
  }
  await tx
    .insertInto('published.helpline')
    .values({ country, line, ...row })
    .onConflict((conflict) => conflict.columns(['country', 'line']).doUpdateSet(row))
    .execute()
}

/** Tells every node, once the transaction commits, that the lines of a country have changed. */
export async function announceLines(tx: Db, country: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${country})`.execute(tx)
}

/** Calls `onChange` with a country, or with undefined where something may have been missed. */
export async function followLines(
  database: { listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<void> },
  onChange: (country: string | undefined) => void,
): Promise<void> {
  await database.listen(channel, onChange, () => onChange(undefined))
}

export const lineActions = ['confirm', 'correct', 'add', 'withdraw', 'restore'] as const
export type LineAction = (typeof lineActions)[number]

export interface LineAct {
  readonly line: string
  readonly revision: number
  readonly at: Temporal.Instant
  readonly action: LineAction
  /** An association's id, or `secretariat`. */
  readonly office: string
  /** Id. */
  readonly person: string
  readonly reason: WithdrawReason | null
  readonly note: string
  readonly before: SourcedLine | null
  readonly after: SourcedLine
}

export async function insertAct(tx: Db, country: string, act: LineAct): Promise<void> {
  const { at, before, after, ...row } = act
  await tx
    .insertInto('office.helpline_act')
    .values({
      id: newId(),
      country,
      ...row,
      at: new Date(at.epochMilliseconds),
      before: before && JSON.stringify(before),
      after: JSON.stringify(after),
    })
    .execute()
}

/** Newest first. */
export async function readActs(db: Db, country: string, line: string): Promise<LineAct[]> {
  const rows = await db
    .selectFrom('office.helpline_act')
    .selectAll()
    .where('country', '=', country)
    .where('line', '=', line)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row) => ({
    line: row.line,
    revision: row.revision,
    at: Temporal.Instant.fromEpochMilliseconds(row.at.getTime()),
    action: lineActions.find((one) => one === row.action) ?? 'confirm',
    office: row.office,
    person: row.person,
    reason: row.reason as WithdrawReason | null,
    note: row.note,
    before: row.before === null ? null : sourcedLine.parse(row.before),
    after: sourcedLine.parse(row.after),
  }))
}
