import type { Erase } from '../../platform/privacy/personal-data.ts'
import { namesPerson } from '../../platform/privacy/without-person.ts'

/** Words that name the person, in whoever's act: colleagues write about each other. */
export const eraseNotes: Erase = async (tx, person) => {
  const rows = await tx.selectFrom('office.helpline_act').select(['id', 'note']).where('note', '<>', '').execute()
  const naming = rows.filter(({ note }) => namesPerson(note, person)).map(({ id }) => id)
  if (naming.length > 0)
    await tx.updateTable('office.helpline_act').set({ note: '' }).where('id', 'in', naming).execute()
}
