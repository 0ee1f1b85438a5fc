/** Forgets a person: their own choices and notices go with their row, what waits for others is said without their name. */
import { sql } from 'kysely'
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { namesPerson, withoutPerson } from '../../platform/privacy/without-person.ts'
import { keptTextSchema } from './schema.ts'

export const eraseNotices: Erase = async (tx, person) => {
  const waiting = tx.selectFrom('notifications.kept').select(['id', 'text']).where('person', '<>', person.id)
  for (const row of await waiting.execute()) {
    const { subject, paragraphs, ...text } = keptTextSchema.parse(row.text)
    if (![subject, ...paragraphs].some((each) => namesPerson(each, person))) continue
    const clean = {
      ...text,
      subject: withoutPerson(subject, person),
      paragraphs: paragraphs.map((each) => withoutPerson(each, person)),
    }
    await tx
      .updateTable('notifications.kept')
      .set({ text: JSON.stringify(clean) })
      .where('id', '=', row.id)
      .execute()
  }
  // Keys name things by id; one that names the person is of no use any more.
  await sql`delete from notifications.told where position(${person.id} in key) > 0`.execute(tx)
}
