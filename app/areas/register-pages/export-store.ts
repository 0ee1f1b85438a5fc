/** Every signatory, some at a time: memory stays flat however many there are. */
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import type { ExportedSignatory } from './export-rules.ts'

/** The newest text of a field that is still open. */
const opening = (field: string) => sql`(
  select o.value from published.register_opening o join published.register_entry e on e.number = o.entry
  where e.signatory = s.id and o.field = ${sql.lit(field)} and e.act in ('signed', 'corrected')
  order by e.number desc limit 1)`

/** @param after the number behind which to begin. @param country upper case. */
export async function exportedAfter(
  db: ReadDb,
  { after, most, country }: { readonly after: number; readonly most: number; readonly country?: string | undefined },
): Promise<ExportedSignatory[]> {
  const { rows } = await sql<ExportedSignatory>`
    select s.number, s.status, s.status_since::text as "statusSince", s.kind, s.country,
      coalesce(a.name, c.name, s.name) as name, s.name as "nameWhenSigned", a.slug, (
        select code.scheme || ' ' || code.code from published.authority_code code
        where code.authority = a.id and code.valid_from <= current_date and current_date < code.valid_to
        order by code.scheme, code.code limit 1) as "officialCode",
      s.signed_on::text as "signedOn", s.reaffirmed_on::text as "reaffirmedOn",
      first.line ->> 'decided_on' as "decidedOn", ${opening('decision_body')} as "decisionBody",
      ${opening('decision_reference')} as "decisionReference", ${opening('signing_office')} as "signingOffice",
      first.line ->> 'document_sha256' as "documentSha256", first.line ->> 'ceremony_on' as "ceremonyOn",
      s.text_version as "textVersion", s.text_language as "textLanguage",
      case when s.joint is null then '{}' else array(
        select j.number from published.signatory j where j.joint = s.joint and j.id <> s.id order by j.number)
      end as "jointWith",
      case when s.successors = '{}' then '{}' else array(
        select lower(b.country) || '/' || b.slug from published.authority b where b.id = any(s.successors)
        order by b.country, b.slug) end as successors,
      a.population, a.population_year as "populationYear", a.latitude, a.longitude, s.demonstration,
      s.authority, s.association, s.joint, array(select id::text from unnest(s.successors) id order by id) as "successorIds",
      array(
        select e.number || ' ' || e.act || ' ' || e.occurred_on::text from published.register_entry e
        where e.signatory = s.id order by e.number) as entries,
      case when l.number is null then '{}' else array[l.status, l.kind, l.country, l.signed_on::text,
        case when l.together then 'together' else 'alone' end, coalesce(l.authority::text, '')] end as "listedAs"
    from published.signatory s
    left join published.register_listing l on l.signatory = s.id and l.number = s.number
    left join published.authority a on a.id = s.authority
    left join published.association c on c.id = s.association
    left join lateral (
      select e.line::jsonb as line from published.register_entry e where e.signatory = s.id and e.act = 'signed'
      order by e.number limit 1) first on true
    where s.number > ${after} ${country === undefined ? sql`` : sql`and s.country = ${country}`}
    order by s.number limit ${most}`.execute(db)
  return rows
}
