/** To which address a letter to a town goes. */
import { type RawBuilder, sql } from 'kysely'

/**
 * That of the contact that an association has given; of a town at work of which it has given none, that of the person who
 * approves there the longest and wants mails of their association. Nobody is shown it: it is looked up when the letter goes.
 *
 * @param authority an expression for the id; the contact is joined as `contact`.
 */
export const addressAt = (authority: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql<string | null>`(case when contact.authority is not null then contact.email else (
    select person.email from accounts.role held join accounts.person person on person.id = held.person
    where held.authority = ${authority} and held.role = 'approver' and not exists (
      select from notifications.choice choice
      where choice.person = held.person and choice.kind = 'questions' and choice.timing = 'never')
    order by held.granted_at, held.person limit 1) end)`
