/** Invitations as the towns hold them in their hands: by the secret of a link. */
import type { Db } from '../../platform/db/tables.ts'

export interface Invitation {
  readonly recipient: string
  readonly campaign: string
  readonly association: string
  readonly authority: string
  /** Code. */
  readonly language: string
  /** Address of the contact as it stands now. */
  readonly email: string | null
  /** Id of whoever started the campaign. */
  readonly startedBy: string | null
}

export async function findInvitation(db: Db, secretSha256: string): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('office.campaign_recipient as recipient')
    .innerJoin('office.campaign as campaign', 'campaign.id', 'recipient.campaign')
    .leftJoin('office.town_contact as contact', (join) =>
      join
        .onRef('contact.association', '=', 'campaign.association')
        .onRef('contact.authority', '=', 'recipient.authority'),
    )
    .select(['recipient.id as recipient', 'recipient.campaign', 'campaign.association', 'recipient.authority'])
    .select(['recipient.language', 'contact.email', 'campaign.started_by_person as startedBy'])
    .where('recipient.secret_sha256', '=', secretSha256)
    .executeTakeFirst()
  return row
}
