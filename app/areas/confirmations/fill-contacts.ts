/** Who confirms a service, as a list of services says it: by the rules of the page "Who confirms". */
import type { Confirmers } from '../checklist/index.ts'
import { contactFaults } from './contact-form.ts'
import { contactsOf, insertContacts } from './contact-store.ts'
import { type ConfirmationsDeps, firstOffered } from './deps.ts'

/**
 * A list fills in what nobody has written down. Somebody whom the office has written down stays: links may be on their way
 * to them. A list has no postal lines, so that of a confidential place it can say nothing more than the page lets the office
 * say.
 */
export function createConfirmers(deps: Pick<ConfirmationsDeps, 'i18n' | 'townOf'>): Confirmers {
  const speaks = (code: string) => Boolean(deps.i18n.translator(code))
  return {
    faults: ({ email, language }) => {
      const typed = { way: 'mail' as const, email, postal: '', deputy: '', language: language ?? 'en' }
      return contactFaults(typed, speaks).flatMap(({ field }) =>
        field === 'email' || field === 'language' ? [field] : [],
      )
    },
    fill: async (tx, act, authority, said, dryRun) => {
      const known = await contactsOf(
        tx,
        said.flatMap(({ service }) => service ?? []),
      )
      const fates = said.map(({ service, email, language }) => {
        const contact = service === undefined ? undefined : known.get(service)
        if (!contact) return 'kept'
        return contact.email === email && (language === null || contact.language === language) ? 'same' : 'stays'
      })
      if (dryRun) return fates
      const usual = firstOffered(deps, await deps.townOf(tx, authority))
      const added = said.flatMap(({ service, email, language }, index) =>
        service !== undefined && fates[index] === 'kept' ? [{ service, email, language: language ?? usual }] : [],
      )
      await insertContacts(tx, added, { authority, at: act.at, person: act.person?.id ?? null })
      return fates
    },
  }
}
