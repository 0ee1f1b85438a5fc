/** Rows of the toolkit that are old enough to go, or not. */
import { sql } from 'kysely'

type Plant = (at: string, mark: string) => ReturnType<typeof sql>

export const toolkitPlants: Readonly<Record<string, readonly Plant[]>> = {
  'office.resource_offer': [
    (at, mark) => sql`insert into office.resource_offer (id, resource, language, made_from, state, title, summary, body,
        link, begun_at, changed_at, decided_at)
      values (${mark}, 'first-steps', 'nl', 1, 'published', 'x', 'x', 'x', '', ${at}, ${at}, ${at})`,
  ],
  'office.resource_draft': [
    (
      at,
      mark,
    ) => sql`insert into office.resource_draft (id, resource, made_from, state, facts, title, summary, body, link,
        sources, begun_at, changed_at, decided_at)
      values (${mark}, 'first-steps', 1, 'published', '{}', 'x', 'x', 'x', '', '', ${at}, ${at}, ${at})`,
  ],
  'office.print_order': [
    (at, mark) => sql`insert into office.print_order (id, authority, association, what, language, copies, address, note,
        ordered_at, done_at)
      values (${mark}, (select id from published.authority limit 1), (select id from published.association limit 1),
        'a4 family', 'en', 10, 'Town hall', '', now(), ${at})`,
    (at, mark) => sql`insert into office.print_order (id, authority, association, what, language, copies, address, note,
        ordered_at)
      values (${mark}, (select id from published.authority limit 1), (select id from published.association limit 1),
        'a4 family', 'en', 10, 'Town hall', '', ${at})`,
  ],
  'office.resource_count': [
    (at, mark) => sql`insert into office.resource_count (resource, language, what, month, times)
      values ('first-steps', ${mark}, 'wanted', ${at}, 1)`,
  ],
}
