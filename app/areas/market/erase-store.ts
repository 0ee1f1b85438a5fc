/** Forgets a person who was named in what a stand is called. */
import { sql } from 'kysely'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'
import { meetingTag } from '../meetings/index.ts'

export const eraseFromMarket: Erase = async (tx, person) => {
  const naming = [person.email, person.name.trim()].map((one) => one.toLowerCase()).filter((one) => one !== '')
  if (naming.length === 0) return
  const { rows } = await sql<{ meeting: string; practice: string; stand: string; year: number }>`
    select s.meeting, s.practice, s.stand, m.year from published.market_stand s join published.meeting m on m.id = s.meeting
    where exists (
      select from unnest(${naming}::text[]) as given where position(given in lower(s.stand)) > 0)`.execute(tx)
  for (const { meeting, practice, stand, year } of rows) {
    await sql`
      update published.market_stand set stand = ${withoutPerson(stand, person)}
      where meeting = ${meeting} and practice = ${practice}`.execute(tx)
    await announceChange(tx, [meetingTag(year)])
  }
}
