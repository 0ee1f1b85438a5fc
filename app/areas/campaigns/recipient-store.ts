/** Whom a running campaign writes to, one row each: what became of the letter. */
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { memberRows, notingInvited } from '../coverage/index.ts'
import type { Done, RecipientState, StateCounts } from './campaign-rules.ts'
import { addressAt } from './contacts/address-store.ts'
import { hashIn } from './contacts/contact-store.ts'
import { doneRow } from './done-store.ts'
import { memberMarks } from './schema.ts'
import { wantsNone } from './stop/no-letters-store.ts'

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

export interface NewRecipient {
  readonly id: string
  readonly authority: string
  readonly way: 'mail' | 'letter'
  readonly domain: string | null
  readonly language: string
  readonly done: Done
  /** Answers and services that are published; null: nobody has counted them. */
  readonly answers: number | null
  readonly state: RecipientState
}

/** Of a start that is repeated the first one stays. */
export async function insertRecipients(tx: Tx, campaign: string, given: readonly NewRecipient[]): Promise<void> {
  await sql`
    insert into office.campaign_recipient
      (id, campaign, authority, way, domain, language, step_before, marks_before, version_before, written_before,
        answers_before, state)
    select id, ${campaign}::uuid, authority, way, domain, language, done->>'step',
      array(select jsonb_array_elements_text(done->'marks')), (done->>'version')::int, (done->>'written')::int, answers,
      state
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as t (id uuid, authority uuid, way text, domain text, language text, done jsonb, answers int, state text)
    on conflict do nothing`.execute(tx)
}

/** What a letter is made from. */
export interface ToSend {
  readonly id: string
  readonly campaign: string
  readonly association: string
  readonly authority: string
  readonly language: string
  readonly round: number
  readonly handedAt: Temporal.Instant | undefined
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly office: string
  readonly email: string | null
  readonly postal: string | null
  readonly refused: boolean
  readonly stopped: boolean
  /** The town is no town of its own any more. */
  readonly gone: boolean
}

type SendRow = Omit<ToSend, 'handedAt'> & { readonly handed_at: Date | null }

const toSend = ({ handed_at: at, ...row }: SendRow): ToSend => ({
  ...row,
  handedAt: at ? Temporal.Instant.fromEpochMilliseconds(at.getTime()) : undefined,
})

/** Columns of a recipient with its town and contact. */
const sending = sql`
  recipient.id, recipient.campaign, campaign.association, recipient.authority, recipient.language, recipient.round,
  recipient.handed_at, town.name, town.names, coalesce(contact.office, '') as office, reached.email, contact.postal,
  contact.refused_at is not null as refused, town.status <> 'active' as gone,
  ${wantsNone(sql`campaign.association`, sql`recipient.authority`)} or exists (
    select from office.letters_stopped stopped where stopped.association = campaign.association
    and stopped.address_sha256 = ${hashIn(sql`campaign.association`, sql`reached.email`)}) as stopped`

const joined = sql`
  join published.authority town on town.id = recipient.authority
  left join office.town_contact contact
    on contact.association = campaign.association and contact.authority = recipient.authority
  cross join lateral (select ${addressAt(sql`recipient.authority`)} as email offset 0) reached`

export interface Pace {
  readonly now: Temporal.Instant
  /** For one domain, those of this very moment included. */
  readonly perDomain: number
  readonly most: number
}

/** The next that wait, of all campaigns that run, mixed; of one domain not more than its share. */
export async function nextToSend(tx: Tx, { now, perDomain, most }: Pace): Promise<ToSend[]> {
  const { rows } = await sql<SendRow>`
    with recent as (
      select domain, count(*) as sent from office.campaign_recipient where queued_at = ${date(now)} group by domain
    ), waiting as (
      select recipient.id, recipient.domain, row_number() over (partition by recipient.domain order by recipient.id) as place
      from office.campaign_recipient recipient join office.campaign on campaign.id = recipient.campaign
      where recipient.state = 'waiting' and campaign.state = 'running'
    )
    select ${sending} from waiting
      join office.campaign_recipient recipient on recipient.id = waiting.id
      join office.campaign on campaign.id = recipient.campaign ${joined}
      left join recent on recent.domain = waiting.domain
    where waiting.place <= ${perDomain} - coalesce(recent.sent, 0)
    order by recipient.id limit ${most}`.execute(tx)
  return rows.map(toSend)
}

/** When a mail was handed over last, of whichever campaign. */
export async function lastQueued(tx: Tx): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(queued_at) as at from office.campaign_recipient where queued_at is not null`.execute(tx)
  const at = rows[0]?.at
  return at ? Temporal.Instant.fromEpochMilliseconds(at.getTime()) : undefined
}

/** With the state it is in, and whether its campaign was stopped. */
export type Sending = ToSend & { readonly state: RecipientState; readonly over: boolean }

export async function readSending(db: Db, id: string): Promise<Sending | undefined> {
  return sendingOf(db, id, sql``)
}

/** Locked until the transaction ends. */
export async function lockSending(tx: Tx, id: string): Promise<Sending | undefined> {
  return sendingOf(tx, id, sql`for update of recipient`)
}

async function sendingOf(db: Db, id: string, lock: RawBuilder<unknown>): Promise<Sending | undefined> {
  const { rows } = await sql<SendRow & { state: RecipientState; over: boolean }>`
    select ${sending}, recipient.state, campaign.state = 'stopped' as over
    from office.campaign_recipient recipient join office.campaign on campaign.id = recipient.campaign ${joined}
    where recipient.id = ${id}::uuid ${lock}`.execute(db)
  const [row] = rows
  return row && { ...toSend(row), state: row.state, over: row.over }
}

/** A mail that is handed over. */
export interface Queued {
  readonly id: string
  readonly domain: string
  readonly secretSha256: string
}

export async function markQueued(tx: Tx, queued: readonly Queued[], at: Temporal.Instant): Promise<void> {
  if (queued.length === 0) return
  await sql`
    update office.campaign_recipient recipient
    set state = 'queued', answer = null, queued_at = ${date(at)}, domain = t.domain, secret_sha256 = t."secretSha256"
    from jsonb_to_recordset(${JSON.stringify(queued)}::jsonb) as t (id uuid, domain text, "secretSha256" text)
    where recipient.id = t.id`.execute(tx)
}

/**
 * A server has taken the mail: noted of recipient, contact and town by one statement that is a transaction of its own. The
 * next mail waits for it.
 */
export async function markHanded(db: Db, id: string, at: Temporal.Instant): Promise<void> {
  const moment = sql`${date(at)}::timestamptz`
  await sql`
    with recipient as (
      update office.campaign_recipient one set state = 'handed', answer = null,
        handed_at = coalesce(one.handed_at, ${moment}),
        reminded_at = case when one.round > 1 then ${moment} else one.reminded_at end
      from office.campaign where one.id = ${id}::uuid and campaign.id = one.campaign
      returning one.authority, campaign.association
    ), used as (
      update office.town_contact contact set used_at = ${moment} from recipient
      where contact.association = recipient.association and contact.authority = recipient.authority
    )
    ${notingInvited(sql`select authority from recipient`, at)}`.execute(db)
}

export interface RecipientChange {
  readonly state: RecipientState
  readonly way?: 'mail' | 'letter'
  readonly answer?: string | null
  readonly secretSha256?: string
  readonly handedAt?: Temporal.Instant
  readonly remindedAt?: Temporal.Instant
}

export async function updateRecipient(tx: Tx, id: string, change: RecipientChange): Promise<void> {
  const { state, way, answer = null, secretSha256, handedAt, remindedAt } = change
  await tx
    .updateTable('office.campaign_recipient')
    .set({
      ...{ state, answer: answer === '' ? null : answer },
      ...(way ? { way } : {}),
      ...(secretSha256 ? { secret_sha256: secretSha256 } : {}),
      ...(handedAt ? { handed_at: date(handedAt) } : {}),
      ...(remindedAt ? { reminded_at: date(remindedAt) } : {}),
    })
    .where('id', '=', id)
    .execute()
}

/** Of an authority that is no more nothing waits to be sent or printed; what is handed over is looked at when it goes. */
export async function leaveOut(tx: Tx, authority: string): Promise<void> {
  await tx
    .updateTable('office.campaign_recipient')
    .set({ state: 'gone' })
    .where('authority', '=', authority)
    .where('state', 'in', ['waiting', 'letter'])
    .execute()
}

/** What has not gone yet goes no more. */
export async function stopWaiting(tx: Tx, campaign: string): Promise<void> {
  await tx
    .updateTable('office.campaign_recipient')
    .set({ state: 'stopped' })
    .where('campaign', '=', campaign)
    .where('state', 'in', ['waiting', 'letter'])
    .execute()
}

export async function countStates(db: Db, campaign: string): Promise<StateCounts> {
  const { rows } = await sql<{ state: RecipientState; count: number }>`
    select state, count(*)::int as count from office.campaign_recipient
    where campaign = ${campaign}::uuid group by state`.execute(db)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

export interface Standing {
  readonly id: string
  readonly before: Done
  /** Undefined where the town is no member any more. */
  readonly now: Done | undefined
}

type StandingRow = Record<(typeof memberMarks)[number], boolean | null> & {
  id: string
  step_before: string
  marks_before: string[]
  version_before: number | null
  written_before: number | null
  step: string | null
  version: number
  written: number
}

/** Those whose letter was taken long enough ago and about whom nobody has decided. */
export async function toRemind(
  tx: Tx,
  {
    campaign,
    association,
    before,
    most,
  }: { campaign: string; association: string; before: Temporal.Instant; most: number },
): Promise<Standing[]> {
  const { rows } = await sql<StandingRow>`
    with due as (
      select id, authority, step_before, marks_before, version_before, written_before from office.campaign_recipient
      where campaign = ${campaign}::uuid and state = 'handed' and round = 1 and not reminder_decided
        and handed_at <= ${date(before)} order by id limit ${most}
    )
    select due.*, member.step, member.core, member.fresh, member.embedded, member.signed, member.event, member.reported,
      done.*
    from due left join (${memberRows(association)}) member on member.id = due.authority
      cross join lateral (${doneRow(sql`due.authority`)}) done`.execute(tx)
  return rows.map(
    ({ id, step_before, marks_before, version_before, written_before, step, version, written, ...marked }) => ({
      id,
      before: { step: step_before, marks: marks_before, version: version_before, written: written_before },
      now: step === null ? undefined : { step, marks: memberMarks.filter((mark) => marked[mark]), version, written },
    }),
  )
}

export async function decideReminders(tx: Tx, decided: readonly string[], reminded: readonly string[]): Promise<void> {
  await sql`
    update office.campaign_recipient set reminder_decided = true,
      state = case when id = any(${[...reminded]}::uuid[]) then 'waiting' else state end,
      round = case when id = any(${[...reminded]}::uuid[]) then 2 else round end
    where id = any(${[...decided]}::uuid[])`.execute(tx)
}

/** Whether a mail of the campaign is still on its way, or a reminder to be decided. */
export async function isUnderWay(db: Db, campaign: string, reminds: boolean): Promise<boolean> {
  const { rows } = await sql`
    select from office.campaign_recipient where campaign = ${campaign}::uuid
      and (state in ('waiting', 'queued', 'later') or (${reminds} and state = 'handed' and round = 1 and not reminder_decided))
    limit 1`.execute(db)
  return rows.length > 0
}
