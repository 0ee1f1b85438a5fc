/** Rows of good practices whose time runs from a moment, for the test of retention. */
import { sql } from 'kysely'

type Plants = Readonly<Record<string, readonly ((at: string, mark: string) => ReturnType<typeof sql>)[]>>

export function practicePlants(ids: () => { readonly town: string }): Plants {
  return {
    'office.practice': [
      (at, mark) => sql`insert into office.practice (id, authority, state, facts, begun_at, changed_at, ended_at)
        values (${mark}, ${ids().town}, 'withdrawn', '{}', ${at}, ${at}, ${at})`,
    ],
    'office.practice_question': [
      (at, mark) => sql`
        with practice as (insert into office.practice (id, authority, state, facts, begun_at, changed_at)
          values (${mark}, ${ids().town}, 'draft', '{}', now(), now()) returning id)
        insert into office.practice_question (id, practice, authority, waits, asked_at, changed_at)
        select ${mark}, id, ${ids().town}, 'town', ${at}::timestamptz, ${at}::timestamptz from practice`,
    ],
  }
}
