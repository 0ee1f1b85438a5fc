/** Letters of a campaign that are printed, and the files that they come in. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/tables.ts'
import { wantsNone } from '../stop/no-letters-store.ts'

/** A letter to print. */
export interface LetterToPrint {
  readonly id: string
  readonly authority: string
  readonly language: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly office: string
  readonly postal: string
  /** Before. */
  readonly printed: boolean
}

/** Ids of recipients; undefined: from the first, to the last. */
export interface LetterRange {
  readonly after: string | undefined
  readonly upTo: string | undefined
}

/** One file. */
export interface LetterFile extends LetterRange {
  readonly letters: number
}

const letters = sql`office.campaign_recipient recipient
  join office.campaign on campaign.id = recipient.campaign
  join office.town_contact contact
    on contact.association = campaign.association and contact.authority = recipient.authority`

const isToPrint = sql<boolean>`recipient.way = 'letter' and recipient.state in ('letter', 'printed')
  and contact.postal is not null and not ${wantsNone(sql`campaign.association`, sql`recipient.authority`)}`

/**
 * Those of a part in a fixed order, printed or not: a part that is printed again holds the same.
 *
 * @param most to be read.
 */
export async function lettersToPrint(
  db: Db,
  campaign: string,
  { after, upTo }: LetterRange,
  most: number,
): Promise<LetterToPrint[]> {
  const { rows } = await sql<LetterToPrint>`
    select recipient.id, recipient.authority, recipient.language, town.name, town.names, contact.office, contact.postal,
      recipient.state = 'printed' as printed
    from ${letters} join published.authority town on town.id = recipient.authority
    where recipient.campaign = ${campaign}::uuid and ${isToPrint}
      and ${after === undefined ? sql`true` : sql`recipient.id > ${after}::uuid`}
      and ${upTo === undefined ? sql`true` : sql`recipient.id <= ${upTo}::uuid`}
    order by recipient.id limit ${most}`.execute(db)
  return rows
}

/**
 * Parted by who was to have a letter, whether or not they want it still: a town that wants none any more moves no other
 * town's letter into a file that is printed already.
 */
export async function letterFiles(db: Db, campaign: string, inOneFile: number): Promise<LetterFile[]> {
  const { rows } = await sql<{ last: string; letters: number }>`
    select (array_agg(id order by id desc))[1] as last, count(*) filter (where printable)::integer as letters
    from (
      select recipient.id, (row_number() over (order by recipient.id) - 1) / ${inOneFile}::integer as file,
        recipient.id in (select recipient.id from ${letters}
          where recipient.campaign = ${campaign}::uuid and ${isToPrint}) as printable
      from office.campaign_recipient recipient
      where recipient.campaign = ${campaign}::uuid and recipient.way = 'letter' and recipient.state <> 'no-address'
    ) numbered
    group by file order by file`.execute(db)
  return rows.map((row, index) => ({
    after: rows[index - 1]?.last,
    upTo: index === rows.length - 1 ? undefined : row.last,
    letters: row.letters,
  }))
}
