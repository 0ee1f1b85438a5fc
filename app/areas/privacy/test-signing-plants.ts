/** Rows of signing the Pact whose time runs from a moment, for the test of retention. */
import { sql } from 'kysely'

type Plants = Readonly<Record<string, readonly ((at: string, mark: string) => ReturnType<typeof sql>)[]>>

export function signingPlants(ids: () => { readonly town: string; readonly association: string }): Plants {
  return {
    'office.pact_application': [
      (at, mark) => pactApplication(mark, at, null),
      (at, mark) => pactApplication(mark, at, at),
    ],
    'office.pact_contact': [
      (at, mark) => sql`
        with draft as (insert into office.pact_application (id, kind, country, case_id, status, answers, begun_at, changed_at)
          values (${mark}, 'organisation', 'NL', ${mark}, 'draft', '{}', now(), now()) returning id)
        insert into office.pact_contact (application, name, email, phone, revision, changed_at, decided_at)
        select id, 'One', ${`${mark}@x.example`}, '', 1, ${at}::timestamptz, ${at}::timestamptz from draft`,
    ],
    'office.pact_body_request': [
      (at, mark) => sql`insert into office.pact_body_request (id, country, name, web, asked_at, answered_at)
        values (${mark}, 'NL', 'One', '', now(), ${at})`,
      (at, mark) => sql`insert into office.pact_body_request (id, country, name, web, asked_at)
        values (${mark}, 'NL', 'One', '', ${at})`,
    ],
    'office.local_election': [
      (at, mark) => sql`insert into office.local_election (id, association, country, scope, name, held_on, entered_at)
        values (${mark}, ${ids().association}, 'NL', 'country', 'One', '2020-01-01', ${at})`,
    ],
    'office.pact_reaffirmation': [
      (at, mark) => sql`insert into office.pact_reaffirmation (id, signatory, authority, state, decision_body,
          decision_reference, decided_on, sent_at, due, ended_at)
        select ${mark}, id, ${ids().town}, 'returned', '', '', '2020-01-01', ${at}, '2020-01-01', ${at}
        from published.signatory limit 1`,
    ],
    'office.pact_withdrawal': [
      (at, mark) => sql`insert into office.pact_withdrawal (id, signatory, decided_on, words, asked_at, asked_by)
        select ${mark}, id, '2020-01-01', 'One', ${at}::timestamptz, ${mark} from published.signatory
        where id not in (select signatory from office.pact_withdrawal) limit 1`,
    ],
  }
}

/** A draft; or, once it has ended, what is left of one that was signed. */
function pactApplication(mark: string, changed: string, ended: string | null) {
  return sql`insert into office.pact_application
      (id, kind, country, case_id, status, answers, begun_at, changed_at, signatory, ended_at)
    select ${mark}, 'organisation', 'NL', ${mark}, ${ended ? 'signed' : 'draft'}, '{}', ${changed}, ${changed},
      ${ended ? sql`(select id from published.signatory limit 1)` : null}, ${ended}`
}
