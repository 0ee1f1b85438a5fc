import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

/** What the file of the register shows of a signatory. */
export async function shownInFile(db: Db, after: number, most: number) {
  const { rows } = await sql<Record<string, unknown>>`
    select s.number, s.status, s.status_since::text, s.kind, s.country, s.name, s.name as name_when_signed, s.signed_on::text,
      s.reaffirmed_on::text, f.line::jsonb ->> 'decided_on' as decided_on,
      f.line::jsonb ->> 'document_sha256' as document_sha256, f.line::jsonb ->> 'ceremony_on' as ceremony_on,
      s.text_version, s.text_language, s.authority, s.association, s.joint,
      array(select id::text from unnest(s.successors) id order by id) as successor_ids,
      array(select e.number || ' ' || e.act || ' ' || e.occurred_on::text from published.register_entry e
        where e.signatory = s.id order by e.number) as entries,
      array[l.status, l.kind, l.country, l.signed_on::text, case when l.together then 'together' else 'alone' end,
        coalesce(l.authority::text, '')] as listed_as
    from published.signatory s left join published.register_listing l on l.signatory = s.id
    left join published.register_entry f on f.signatory = s.id and f.act = 'signed'
    where s.number > ${after} order by s.number limit ${most}`.execute(db)
  return rows
}
