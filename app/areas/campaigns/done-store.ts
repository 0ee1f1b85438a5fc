/** What an office has done, as numbers: whether it goes on after a letter is seen by them. No word of a draft. */
import { type RawBuilder, sql } from 'kysely'

/** `version`, `written` and `answers` of one authority. @param authority an expression for its id. */
export const doneRow = (authority: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select coalesce((select current.version from published.current_snapshot current
      where current.authority = ${authority}), 0) as version,
    ((select count(*) from office.draft_answer draft where draft.authority = ${authority})
      + (select count(*) from office.draft_service draft where draft.authority = ${authority}))::int as written,
    coalesce((select standing.answers + standing.services from office.standing standing
      where standing.authority = ${authority}), 0) as answers`
