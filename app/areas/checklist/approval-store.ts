/** Towns that want two pairs of eyes, their requests to publish, and the people who decide. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { ApprovalState, Decider } from './approval-rules.ts'
import { namesAddress } from './confidential.ts'
import type { Address } from './schema.ts'

export interface Approval {
  readonly id: string
  readonly state: ApprovalState
  readonly askedAt: Temporal.Instant
  /** Ids of persons; who decided is null while nobody has. */
  readonly askedBy: string
  readonly decidedBy: string | null
  /** From the one who asks. */
  readonly note: string
  /** From the one who sends back. */
  readonly answer: string
  readonly due: Temporal.PlainDate
  /** Of the draft when it was asked about; null once closed or redacted. */
  readonly draftStamp: string | null
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

export async function wantsTwoPairs(db: Db, authority: string): Promise<boolean> {
  const row = await db
    .selectFrom('office.two_pairs')
    .select('authority')
    .where('authority', '=', authority)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns false where it was so already. */
export async function switchTwoPairs(
  tx: Db,
  authority: string,
  on: { readonly at: Temporal.Instant; readonly by: string } | undefined,
): Promise<boolean> {
  if (!on) {
    const gone = await tx.deleteFrom('office.two_pairs').where('authority', '=', authority).executeTakeFirst()
    return gone.numDeletedRows > 0n
  }
  const added = await tx
    .insertInto('office.two_pairs')
    .values({ authority, since: date(on.at), switched_on_by: on.by })
    .onConflict((conflict) => conflict.column('authority').doNothing())
    .returning('authority')
    .execute()
  return added.length > 0
}

/** Officers and approvers of a town. For a whole country its coordinators are both, too. */
export async function officePeople(db: Db, authority: string): Promise<Decider[]> {
  const { rows } = await sql<Decider>`
    select person as id, bool_or(role in ('approver', 'coordinator')) as approver from accounts.role
    where (authority = ${authority}::uuid and role in ('officer', 'approver'))
      or (role = 'coordinator' and association in (
        select union_of.id from published.association union_of
        join published.authority state on state.country = union_of.country and state.kind = 'country'
        where state.id = ${authority}::uuid))
    group by person order by person`.execute(db)
  return rows
}

/** Who changed the draft last; null where a command did or nobody. */
export async function lastEditor(db: Db, authority: string): Promise<string | null> {
  const { rows } = await sql<{ person: string | null }>`
    select changed_by_person as person from (
      select changed_at, changed_by_person from office.draft_page where authority = ${authority}
      union all
      select changed_at, changed_by_person from office.draft_answer where authority = ${authority}
      union all
      select changed_at, changed_by_person from office.draft_service where authority = ${authority}
    ) edit order by changed_at desc limit 1`.execute(db)
  return rows[0]?.person ?? null
}

/** The newest request of a town, open or closed. */
export async function newestApproval(db: Db, authority: string): Promise<Approval | undefined> {
  const row = await db
    .selectFrom('office.approval')
    .select(['id', 'state', 'asked_at', 'asked_by', 'decided_by', 'note', 'answer', 'draft_sha256'])
    .select(sql<string>`due::text`.as('due'))
    .where('authority', '=', authority)
    .orderBy(sql`state = 'asked'`, 'desc')
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    state: row.state,
    askedAt: Temporal.Instant.fromEpochMilliseconds(row.asked_at.getTime()),
    askedBy: row.asked_by,
    decidedBy: row.decided_by,
    note: row.note,
    answer: row.answer,
    due: Temporal.PlainDate.from(row.due),
    draftStamp: row.draft_sha256,
  }
}

export async function insertApproval(
  tx: Db,
  authority: string,
  given: Pick<Approval, 'id' | 'askedAt' | 'askedBy' | 'note' | 'due'> & { readonly draftStamp: string },
): Promise<void> {
  await tx
    .insertInto('office.approval')
    .values({
      id: given.id,
      authority,
      state: 'asked',
      asked_at: date(given.askedAt),
      asked_by: given.askedBy,
      note: given.note,
      due: given.due.toString(),
      draft_sha256: given.draftStamp,
      decided_at: null,
      decided_by: null,
    })
    .execute()
}

export async function closeApproval(
  tx: Db,
  id: string,
  given: { readonly state: ApprovalState; readonly at: Temporal.Instant; readonly by: string; readonly answer: string },
): Promise<void> {
  const { state, at, by, answer } = given
  await tx
    .updateTable('office.approval')
    .set({ state, decided_at: date(at), decided_by: by, answer, draft_sha256: null })
    .where('id', '=', id)
    .execute()
}

/** Words of one colleague to another that name a place which became confidential, and hashes of drafts that held it. */
export async function redactApprovals(
  tx: Db,
  authorities: readonly string[],
  known: readonly Address[],
): Promise<void> {
  const rows = await tx
    .selectFrom('office.approval')
    .select(['id', 'note', 'answer'])
    .where('authority', 'in', authorities)
    .execute()
  const clean = (text: string) => (namesAddress(text, known) ? '' : text)
  for (const { id, note, answer } of rows) {
    await tx
      .updateTable('office.approval')
      .set({ note: clean(note), answer: clean(answer), draft_sha256: null })
      .where('id', '=', id)
      .execute()
  }
}
