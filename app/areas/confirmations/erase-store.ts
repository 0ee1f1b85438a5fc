import type { Erase } from '../../platform/privacy/personal-data.ts'

/** Whoever is gone is not written to. */
export const eraseContacts: Erase = async (tx, { email }) => {
  await tx
    .deleteFrom('office.provider_contact')
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email))
    .execute()
}
