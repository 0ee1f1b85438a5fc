/** Names of people at meetings, whose time runs from the end of the meeting, for the test of retention. */
import { sql } from 'kysely'

type Plants = Readonly<Record<string, readonly ((at: string, mark: string) => ReturnType<typeof sql>)[]>>

/** Meetings end with a day: one from before half a year ends at the midnight before `at`, a younger one after it. */
const held = (at: string) => sql`
  insert into published.meeting (id, year, kind, starts, ends, changed_at)
  select gen_random_uuid(), free, 'associations', make_date(free, 1, 1),
    ${at}::timestamptz::date - case when ${at}::timestamptz < now() - interval '183 days' then 1 else 0 end,
    ${at}::timestamptz
  from generate_series(2000, 2014) free where not exists (select from published.meeting where year = free)
  limit 1 returning id`

export function meetingPlants(ids: () => { readonly town: string }): Plants {
  return {
    'office.programme_speaker': [
      (at, mark) => sql`
        with held as (${held(at)}), session as (
          insert into office.programme_session (id, meeting, facts, changed_at)
          select ${mark}::uuid, id, '{}', now() from held returning id)
        insert into office.programme_speaker (session, position, name) select id, 0, 'One' from session`,
    ],
    'published.programme_speaker': [
      (at, mark) => sql`
        with held as (${held(at)}), release as (
          insert into published.programme_release (meeting, version, document, released_at)
          select id, 1, '{}', now() from held returning meeting)
        insert into published.programme_speaker (meeting, version, session, position, name)
        select meeting, 1, ${mark}::uuid, 0, 'One' from release`,
    ],
    'office.meeting_guest': [
      (at, mark) => sql`
        with held as (${held(at)})
        insert into office.meeting_guest (id, meeting, kind, name, contact, invited_at)
        select ${mark}::uuid, id, 'observer', 'One', null, now() from held`,
    ],
    'office.delegate': [
      (at, mark) => sql`
        with held as (${held(at)})
        insert into office.delegate (id, meeting, authority, name, child, diet, registered_at, changed_at)
        select ${mark}::uuid, id, ${ids().town}::uuid, 'One', false, 'everything', now(), now() from held`,
    ],
  }
}
