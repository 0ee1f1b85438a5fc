import type { Erase } from '../../platform/privacy/personal-data.ts'

/** Whoever is gone is not written to; what they did as a coordinator stays, by nobody. */
export const eraseTownContacts: Erase = async (tx, { id, email }) => {
  const [contacts, replies] = ['office.town_contact', 'office.reply_address'] as const
  await tx.deleteFrom(contacts).where('email', '=', email).where('postal', 'is', null).execute()
  await tx
    .updateTable(contacts)
    .set({ email: null, refused_at: null, refusal: null })
    .where('email', '=', email)
    .execute()
  await tx.updateTable(contacts).set({ changed_by_person: null }).where('changed_by_person', '=', id).execute()
  await tx.updateTable(replies).set({ asked_by_person: null }).where('asked_by_person', '=', id).execute()
  await tx
    .updateTable('office.campaign')
    .set({ reply_address: null })
    .where('reply_address', 'in', (of) => of.selectFrom(replies).select('id').where('email', '=', email))
    .execute()
  await tx.deleteFrom(replies).where('email', '=', email).execute()
  await tx.updateTable('office.campaign').set({ started_by_person: null }).where('started_by_person', '=', id).execute()
  await tx.deleteFrom('office.contact_upload').where('uploaded_by', '=', id).execute()
}
