/** Services of which nobody is written down who confirms them, with what the office knows already of their provider. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { Service } from '../checklist/index.ts'

export interface Uncontacted {
  readonly id: string
  readonly name: Service['name']
  /** Name of the organisation that runs it; empty where nobody has written it down. */
  readonly provider: string
  /** That families read. */
  readonly publicEmail: string | null
  /** In the draft or on the page. */
  readonly confidential: boolean
  readonly published: boolean
  /** Where the same organisation is asked about another service of the town. */
  readonly same: { readonly email: string | null; readonly postal: string | null; readonly language: string } | null
}

const nameOf = (facts: string) => sql`lower(btrim(${sql.raw(facts)} ->> 'provider'))`

export interface Asked {
  readonly from: number
  readonly most: number
  /** Months after which a kind is looked at again, by its id. */
  readonly months: Readonly<Record<string, number>>
}

/** Those that are on a page first, what is due soonest before the others: who has little time begins there. */
export async function uncontactedIn(
  db: Db,
  authority: string,
  { from, most, months }: Asked,
): Promise<{ readonly total: number; readonly services: readonly Uncontacted[] }> {
  const { rows } = await sql<Uncontacted & { readonly total: number }>`
    with known as materialized (
      select distinct on (provider) ${nameOf('other.facts')} as provider,
        contact.email, contact.postal, contact.language
      from office.provider_contact contact join office.draft_service other on other.id = contact.service
      where contact.authority = ${authority} and other.facts ->> 'provider' <> '' and contact.email_refused_at is null
      order by provider, contact.changed_at desc, contact.service)
    select draft.id, draft.facts -> 'name' as name, draft.facts ->> 'provider' as provider,
      draft.facts ->> 'email' as "publicEmail", published.id is not null as published,
      'confidential' in (draft.facts -> 'place' ->> 'type', published.facts -> 'place' ->> 'type') is true as confidential,
      case when known.provider is not null then jsonb_build_object(
        'email', known.email, 'postal', known.postal, 'language', known.language) end as same,
      count(*) over ()::int as total
    from office.draft_service draft
    left join published.service published on published.id = draft.id
    left join known on known.provider = ${nameOf('draft.facts')}
    where draft.authority = ${authority} and draft.removed_at is null
      and not exists (select from office.provider_contact contact where contact.service = draft.id)
    order by published.id is null,
      (draft.facts -> 'checked' ->> 'on')::date + make_interval(months => (
        select min((${JSON.stringify(months)}::jsonb ->> kind)::int)
        from jsonb_array_elements_text(draft.facts -> 'kinds') kind)) nulls first, draft.id
    limit ${most} offset ${from}`.execute(db)
  return { total: rows[0]?.total ?? 0, services: rows }
}

/** How many of a town's published services nobody is asked about. */
export async function countUncontacted(db: Db, authority: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from office.draft_service draft join published.service published on published.id = draft.id
    where draft.authority = ${authority} and draft.removed_at is null
      and not exists (select from office.provider_contact contact where contact.service = draft.id)`.execute(db)
  return rows[0]?.count ?? 0
}
