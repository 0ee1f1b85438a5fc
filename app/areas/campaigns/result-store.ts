/** What came of a campaign: read from what towns do, never from who opened what. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { memberRows } from '../coverage/index.ts'
import type { RecipientState, Results } from './campaign-rules.ts'

export async function readResults(db: Db, association: string, campaign: string): Promise<Results> {
  const { rows } = await sql<Results>`
    select count(*)::int as reached, count(recipient.reminded_at)::int as reminded,
      count(*) filter (where recipient.step_before in ('silent', 'invited')
        and member.staffed_since >= recipient.handed_at)::int as joined,
      count(*) filter (where recipient.step_before <> 'published'
        and member.published_since >= recipient.handed_at)::int as published,
      count(*) filter (where recipient.step_before = 'published' and (
        (member.core and not 'core' = any(recipient.marks_before))
        or (member.fresh and not 'fresh' = any(recipient.marks_before))
        or (member.embedded and not 'embedded' = any(recipient.marks_before))
        or standing.answers + standing.services > recipient.answers_before))::int as improved,
      count(*) filter (where member.signed and not 'signed' = any(recipient.marks_before))::int as signed
    from office.campaign_recipient recipient
      left join (${memberRows(association)}) member on member.id = recipient.authority
      left join office.standing standing on standing.authority = recipient.authority
    where recipient.campaign = ${campaign}::uuid and recipient.handed_at is not null`.execute(db)
  return rows[0] ?? { reached: 0, reminded: 0, joined: 0, published: 0, improved: 0, signed: 0 }
}

export interface ListedRecipient {
  readonly authority: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly state: RecipientState
  readonly email: string | null
  /** A server's own words; null where it said none. */
  readonly answer: string | null
}

/** By name. */
export async function listRecipients(
  db: Db,
  campaign: string,
  state: RecipientState,
  part: { readonly from: number; readonly most: number },
): Promise<ListedRecipient[]> {
  const { rows } = await sql<ListedRecipient>`
    select recipient.authority, town.name, town.names, recipient.state, contact.email,
      coalesce(recipient.answer, case when recipient.state = 'refused' then contact.refusal end) as answer
    from office.campaign_recipient recipient
      join office.campaign on campaign.id = recipient.campaign
      join published.authority town on town.id = recipient.authority
      left join office.town_contact contact
        on contact.association = campaign.association and contact.authority = recipient.authority
    where recipient.campaign = ${campaign}::uuid and recipient.state = ${state}
    order by town.name, recipient.id offset ${part.from} limit ${part.most}`.execute(db)
  return rows
}
