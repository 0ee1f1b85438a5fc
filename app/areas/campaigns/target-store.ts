/** Which members a campaign would write to, and how. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { inSegment, memberRows } from '../coverage/index.ts'
import type { Done, Reach, Way } from './campaign-rules.ts'
import { addressAt } from './contacts/address-store.ts'
import { hashOf } from './contacts/contact-store.ts'
import { doneRow } from './done-store.ts'
import { type ChosenSegment, memberMarks } from './schema.ts'
import { wantsNone } from './stop/no-letters-store.ts'

export interface Target {
  readonly authority: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly officialLanguages: readonly string[]
  readonly way: Way
  readonly office: string
  readonly domain: string | null
  /** Of the contact. */
  readonly language: string | null
  readonly done: Done
  /** Answers and services that are published. */
  readonly answers: number
}

const wanted = (association: string, segment: ChosenSegment) => {
  const { unanswered, ...asked } = segment
  const answered = unanswered
    ? sql`and member.step in ('silent', 'invited') and exists (
        select from office.campaign_recipient earlier join office.campaign on campaign.id = earlier.campaign
        where campaign.association = ${association}::uuid and earlier.authority = member.id
          and earlier.handed_at is not null)`
    : sql``
  return sql`
    select member.*, done.*, town.official_languages, coalesce(contact.office, '') as office, contact.language,
      split_part(reached.email, '@', 2) as domain,
      case when ${wantsNone(sql`${association}::uuid`, sql`member.id`)}
          or exists (select from office.letters_stopped stopped where stopped.association = ${association}::uuid
            and stopped.address_sha256 = ${hashOf(association, sql`reached.email`)}) then 'stopped'
        when reached.email is not null and contact.refused_at is null then 'mail'
        when contact.postal is not null then 'letter' else 'none' end as way
    from (${memberRows(association)}) member
      join published.authority town on town.id = member.id
      left join office.town_contact contact on contact.association = ${association}::uuid and contact.authority = member.id
      cross join lateral (select ${addressAt(sql`member.id`)} as email offset 0) reached
      cross join lateral (${doneRow(sql`member.id`)}) done
    where ${inSegment(asked)} ${answered}`
}

type Row = {
  id: string
  name: string
  names: Record<string, string>
  official_languages: string[]
  way: Way
  office: string
  domain: string | null
  language: string | null
  step: string
  version: number
  written: number
  answers: number
  core: boolean
  fresh: boolean
  embedded: boolean
  signed: boolean
  event: boolean
  reported: boolean
}

function targetOf({
  id,
  name,
  names,
  official_languages,
  way,
  office,
  domain,
  language,
  answers,
  ...row
}: Row): Target {
  const { step, version, written } = row
  const marks = memberMarks.filter((mark) => row[mark])
  return {
    ...{ authority: id, name, names, officialLanguages: official_languages, way, office, language, answers },
    done: { step, marks, version, written },
    domain: way === 'mail' ? domain : null,
  }
}

/** By name. @param most undefined: all of them. */
export async function targetsOf(db: Db, association: string, segment: ChosenSegment, most?: number): Promise<Target[]> {
  const limit = most === undefined ? sql`` : sql`limit ${most}`
  const { rows } = await sql<Row>`
    select * from (${wanted(association, segment)}) target order by name, id ${limit}`.execute(db)
  return rows.map(targetOf)
}

export async function reachOf(db: Db, association: string, segment: ChosenSegment): Promise<Reach> {
  const { rows } = await sql<{ way: Way; count: number }>`
    select way, count(*)::int as count from (${wanted(association, segment)}) target group by way`.execute(db)
  const count = (way: Way) => rows.find((row) => row.way === way)?.count ?? 0
  return { mail: count('mail'), letter: count('letter'), none: count('none'), stopped: count('stopped') }
}
