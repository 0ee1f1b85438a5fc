/** Forgets a person: words between colleagues that name them, and the links by which they could undo a change. */
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { namesPerson } from '../../platform/privacy/without-person.ts'

/** What was said to the public is the town's, and so are drafts: they are left as they are. */
export const eraseDecisions: Erase = async (tx, person) => {
  await tx.deleteFrom('office.contact_undo').where('person', '=', person.id).execute()
  const rows = await tx.selectFrom('office.approval').select(['id', 'note', 'answer']).execute()
  const clean = (text: string) => (namesPerson(text, person) ? '' : text)
  for (const { id, note, answer } of rows) {
    if (clean(note) === note && clean(answer) === answer) continue
    await tx
      .updateTable('office.approval')
      .set({ note: clean(note), answer: clean(answer) })
      .where('id', '=', id)
      .execute()
  }
}
