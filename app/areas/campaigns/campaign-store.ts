/** Campaigns and their letters. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Campaign, CampaignState, Letter } from './campaign-rules.ts'
import { segmentSchema } from './schema.ts'

const date = (at: Temporal.Instant | null) => at && new Date(at.epochMilliseconds)
const instant = (at: Date | null) => at && Temporal.Instant.fromEpochMilliseconds(at.getTime())

/** One at a time for a campaign, until the end of the transaction. */
export async function lockCampaign(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`campaign:${id}`}, 0))`.execute(tx)
}

/** Whoever hands mails over waits for whoever does so already: the pace is one for all workers. */
export async function lockPace(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('pace of campaigns', 0))`.execute(tx)
}

const campaigns = (db: Db) =>
  db
    .selectFrom('office.campaign')
    .select(['id', 'association', 'name', 'state', 'revision', 'segment', 'first_language', 'reply_address'])
    .select(['reminder_days', 'sender', 'start_at', 'started_by_person', 'started_at', 'ended_at'])

type Row = Awaited<ReturnType<ReturnType<typeof campaigns>['executeTakeFirstOrThrow']>>

function campaignOf(row: Row): Campaign {
  const { id, association, name, revision, sender } = row
  return {
    ...{ id, association, name, revision, sender },
    state: row.state as CampaignState,
    segment: segmentSchema.parse(row.segment),
    firstLanguage: row.first_language,
    replyAddress: row.reply_address,
    reminderDays: row.reminder_days,
    startAt: instant(row.start_at),
    startedBy: row.started_by_person,
    startedAt: instant(row.started_at),
    endedAt: instant(row.ended_at),
  }
}

/** The newest first. */
export async function listCampaigns(db: Db, association: string): Promise<Campaign[]> {
  const found = campaigns(db).where('association', '=', association)
  return (await found.orderBy('created_at', 'desc').orderBy('id').execute()).map(campaignOf)
}

export async function readCampaign(db: Db, association: string, id: string): Promise<Campaign | undefined> {
  const row = await campaigns(db).where('association', '=', association).where('id', '=', id).executeTakeFirst()
  return row && campaignOf(row)
}

/** Of any association, for the jobs. */
export async function campaignsIn(db: Db, state: CampaignState): Promise<Campaign[]> {
  return (await campaigns(db).where('state', '=', state).orderBy('id').execute()).map(campaignOf)
}

/** @returns false where the id is taken: the form was sent before. */
export async function insertCampaign(
  tx: Tx,
  given: Pick<Campaign, 'id' | 'association' | 'name' | 'firstLanguage'>,
  at: Temporal.Instant,
): Promise<boolean> {
  const { id, association, name, firstLanguage } = given
  const now = new Date(at.epochMilliseconds)
  const added = await tx
    .insertInto('office.campaign')
    .values({
      ...{ id, association, name, state: 'draft', first_language: firstLanguage },
      segment: JSON.stringify(segmentSchema.parse({})),
      ...{ created_at: now, changed_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

export async function updateCampaign(
  tx: Tx,
  id: string,
  change: Partial<Omit<Campaign, 'id' | 'association' | 'revision'>>,
  at: Temporal.Instant,
): Promise<void> {
  const { name, state, segment, firstLanguage, replyAddress, reminderDays, sender } = change
  const { startAt, startedBy, startedAt, endedAt } = change
  await tx
    .updateTable('office.campaign')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1), changed_at: new Date(at.epochMilliseconds) }))
    .$if(name !== undefined, (query) => query.set({ name: name ?? '' }))
    .$if(state !== undefined, (query) => query.set({ state: state ?? 'draft' }))
    .$if(segment !== undefined, (query) => query.set({ segment: JSON.stringify(segment) }))
    .$if(firstLanguage !== undefined, (query) => query.set({ first_language: firstLanguage ?? '' }))
    .$if(sender !== undefined, (query) => query.set({ sender: sender ?? '' }))
    .$if(replyAddress !== undefined, (query) => query.set({ reply_address: replyAddress ?? null }))
    .$if(reminderDays !== undefined, (query) => query.set({ reminder_days: reminderDays ?? null }))
    .$if(startAt !== undefined, (query) => query.set({ start_at: date(startAt ?? null) }))
    .$if(startedBy !== undefined, (query) => query.set({ started_by_person: startedBy ?? null }))
    .$if(startedAt !== undefined, (query) => query.set({ started_at: date(startedAt ?? null) }))
    .$if(endedAt !== undefined, (query) => query.set({ ended_at: date(endedAt ?? null) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteCampaign(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('office.campaign').where('id', '=', id).execute()
}

/** By language code. */
export async function readLetters(db: Db, campaign: string): Promise<Letter[]> {
  return db
    .selectFrom('office.campaign_letter')
    .select(['language', 'subject', 'body'])
    .where('campaign', '=', campaign)
    .orderBy('language')
    .execute()
}

export async function writeLetter(tx: Tx, campaign: string, { language, ...text }: Letter): Promise<void> {
  await tx
    .insertInto('office.campaign_letter')
    .values({ campaign, language, ...text })
    .onConflict((conflict) => conflict.columns(['campaign', 'language']).doUpdateSet(text))
    .execute()
}

export async function deleteLetter(tx: Tx, campaign: string, language: string): Promise<void> {
  await tx
    .deleteFrom('office.campaign_letter')
    .where('campaign', '=', campaign)
    .where('language', '=', language)
    .execute()
}

/** An area that a campaign can be for. */
export interface MemberArea {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** Areas that members lie in, and those around them, in no order. */
export async function areasOfMembers(db: Db, association: string): Promise<MemberArea[]> {
  const { rows } = await sql<MemberArea>`
    with recursive around (id) as (
      select link.area from published.authority_area link
        join published.association_member member on member.authority = link.authority
      where member.association = ${association}::uuid
      union
      select link.area from around join published.authority_area link on link.authority = around.id
    )
    select area.id, area.kind, area.name, area.names from around join published.authority area on area.id = around.id
    where area.status = 'active' and area.kind <> 'country'`.execute(db)
  return rows
}

/** IANA name of the time zone that most members have. */
export async function timeZoneOf(db: Db, association: string): Promise<string> {
  const { rows } = await sql<{ time_zone: string }>`
    select town.time_zone from published.association_member member
      join published.authority town on town.id = member.authority
    where member.association = ${association}::uuid
    group by town.time_zone order by count(*) desc, town.time_zone limit 1`.execute(db)
  return rows[0]?.time_zone ?? 'UTC'
}
