import type { Erase } from '../../platform/privacy/personal-data.ts'

/** Whoever is gone is not written to; how an office stands in its letters stays, by nobody. */
export const eraseContacts: Erase = async (tx, { id, email }) => {
  await tx
    .updateTable('office.letter_sender')
    .set({ changed_by_person: null })
    .where('changed_by_person', '=', id)
    .execute()
  await tx
    .updateTable('office.provider_contact')
    .set({ deputy_email: null, deputy_refused_at: null, deputy_refusal: null })
    .where((where) => where(where.fn<string>('lower', ['deputy_email']), '=', email))
    .execute()
  await tx
    .deleteFrom('office.provider_contact')
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email))
    .execute()
}
