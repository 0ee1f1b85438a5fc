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
  'office.resource_count': [
    (at, mark) => sql`insert into office.resource_count (resource, language, what, month, times)
      values ('first-steps', ${mark}, 'wanted', ${at}, 1)`,
  ],
}
