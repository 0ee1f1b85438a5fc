/** Bids of towns, scores of reviewers, the choice. Nothing of it is public but what the choice says. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { BidFacts } from './bid-form.ts'
import type { ChoiceState } from './call-rules.ts'
import { date } from './call-store.ts'
import type { PaperFile } from './file-rules.ts'
import type { GivenScores, ReviewerSheet } from './score-rules.ts'

export interface Bid {
  readonly id: string
  readonly meeting: string
  readonly authority: string
  readonly facts: BidFacts
  /** Letters of support. */
  readonly files: readonly PaperFile[]
  readonly state: 'draft' | 'handed' | 'withdrawn'
  readonly revision: number
}

const columns = sql`id, meeting, authority, facts, files, state, revision`

export async function bidOf(db: Db, meeting: string, authority: string): Promise<Bid | undefined> {
  const { rows } = await sql<Bid>`
    select ${columns} from office.host_bid where meeting = ${meeting} and authority = ${authority}`.execute(db)
  return rows[0]
}

/** Those that count, in an order that says nothing. */
export async function handedBids(db: Db, meeting: string): Promise<Bid[]> {
  const { rows } = await sql<Bid>`
    select ${columns} from office.host_bid where meeting = ${meeting} and state = 'handed' order by id`.execute(db)
  return rows
}

/** Towns that have begun a bid and not withdrawn it. */
export async function candidatesOf(db: Db, meeting: string): Promise<string[]> {
  const { rows } = await sql<{ authority: string }>`
    select authority from office.host_bid where meeting = ${meeting} and state <> 'withdrawn' order by id`.execute(db)
  return rows.map(({ authority }) => authority)
}

export async function writeBid(
  tx: Tx,
  { id, meeting, authority, facts, files, state }: Omit<Bid, 'revision'>,
  { by, at }: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  const values = {
    ...{ facts: JSON.stringify(facts), files: JSON.stringify(files), state },
    ...{ changed_at: date(at), changed_by: by },
  }
  await tx
    .insertInto('office.host_bid')
    .values({ id, meeting, authority, begun_at: date(at), ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['meeting', 'authority'])
        .doUpdateSet({ ...values, revision: sql`office.host_bid.revision + 1` }),
    )
    .execute()
}

/** Once bids are sealed, too: it is no new one. Its letters were for a bid that counts: they go. */
export async function writeWithdrawn(
  tx: Tx,
  { meeting, authority }: Pick<Bid, 'meeting' | 'authority'>,
  { by, at }: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('office.host_bid')
    .set({ state: 'withdrawn', files: '[]', changed_at: date(at), changed_by: by, revision: sql`revision + 1` })
    .where('meeting', '=', meeting)
    .where('authority', '=', authority)
    .execute()
}

/** What is taken out of a sealed bid leaves its time alone. */
export async function writeBidFiles(tx: Tx, id: string, files: readonly PaperFile[]): Promise<void> {
  await tx
    .updateTable('office.host_bid')
    .set({ files: JSON.stringify(files), revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute()
}

interface ReviewerRow {
  readonly person: string
  readonly given: boolean
}

/** Everybody who was asked, with what they have written until now. */
export async function readSheets(db: Db, meeting: string): Promise<ReviewerSheet[]> {
  const { rows: reviewers } = await sql<ReviewerRow>`
    select person, given_at is not null given from office.host_reviewer where meeting = ${meeting} order by person`.execute(
    db,
  )
  const { rows: scores } = await sql<{ bid: string; person: string; scores: GivenScores | null }>`
    select s.bid, s.person, s.scores from office.host_score s join office.host_bid b on b.id = s.bid
    where b.meeting = ${meeting}`.execute(db)
  return reviewers.map(({ person, given }) => ({
    ...{ person, given },
    bids: new Map(scores.filter((one) => one.person === person).map((one) => [one.bid, one.scores])),
  }))
}

export async function insertReviewer(tx: Tx, meeting: string, person: string, at: Temporal.Instant): Promise<boolean> {
  const added = await tx
    .insertInto('office.host_reviewer')
    .values({ meeting, person, asked_at: date(at) })
    .onConflict((conflict) => conflict.columns(['meeting', 'person']).doNothing())
    .returning('person')
    .execute()
  return added.length > 0
}

/** @param at null: they score again. @param person undefined: all of them. */
export async function writeGiven(
  tx: Tx,
  meeting: string,
  person: string | undefined,
  at: Temporal.Instant | null,
): Promise<void> {
  const rows = tx.updateTable('office.host_reviewer').set({ given_at: at && date(at) })
  const ofMeeting = rows.where('meeting', '=', meeting)
  await (person === undefined ? ofMeeting : ofMeeting.where('person', '=', person)).execute()
}

/** @param scores null: a declared conflict. */
export async function writeScores(
  tx: Tx,
  bid: string,
  person: string,
  { scores, at }: { readonly scores: GivenScores | null; readonly at: Temporal.Instant },
): Promise<void> {
  const values = { scores: scores && JSON.stringify(scores), changed_at: date(at) }
  await tx
    .insertInto('office.host_score')
    .values({ bid, person, ...values })
    .onConflict((conflict) => conflict.columns(['bid', 'person']).doUpdateSet(values))
    .execute()
}

/** What was scored is not there any longer as it was; declared conflicts stay. @param authority undefined: all bids. */
export async function forgetScores(tx: Tx, meeting: string, authority: string | undefined): Promise<void> {
  const bids = tx.selectFrom('office.host_bid').select('id').where('meeting', '=', meeting)
  await tx
    .deleteFrom('office.host_score')
    .where('bid', 'in', authority === undefined ? bids : bids.where('authority', '=', authority))
    .where('scores', 'is not', null)
    .execute()
}

export interface NewChoice {
  readonly host: string | null
  readonly runnerUp: string | null
  readonly state: ChoiceState
}

export interface Choice extends NewChoice {
  readonly at: Temporal.Instant
  readonly revision: number
}

export async function readChoice(db: Db, meeting: string): Promise<Choice | undefined> {
  const { rows } = await sql<Omit<Choice, 'at'> & { readonly at: Date }>`
    select host, runner_up "runnerUp", state, changed_at at, revision from office.host_choice
    where meeting = ${meeting}`.execute(db)
  const [row] = rows
  return row && { ...row, at: Temporal.Instant.fromEpochMilliseconds(row.at.getTime()) }
}

export async function writeChoice(
  tx: Tx,
  meeting: string,
  { host, runnerUp, state }: NewChoice,
  { by, at }: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  const values = { host, runner_up: runnerUp, state, changed_at: date(at), changed_by: by }
  await tx
    .insertInto('office.host_choice')
    .values({ meeting, ...values })
    .onConflict((conflict) =>
      conflict.column('meeting').doUpdateSet({ ...values, revision: sql`office.host_choice.revision + 1` }),
    )
    .execute()
}

/** Meetings that somebody has been asked to score bids for, and has not yet. */
export async function openReviews(db: Db, person: string): Promise<string[]> {
  const rows = await db
    .selectFrom('office.host_reviewer')
    .select('meeting')
    .where('person', '=', person)
    .where('given_at', 'is', null)
    .execute()
  return rows.map(({ meeting }) => meeting)
}
