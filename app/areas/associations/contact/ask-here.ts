/** Whom a town may ask: shown on each page of its office. */
import type { Context } from 'hono'
import type { AppEnv, AskHere } from '../../../platform/http/env.ts'
import { readAssociations } from '../directory-store.ts'
import { readContacts } from './contact-store.ts'
import type { ContactDeps } from './deps.ts'
import { presentContact } from './present-contact.ts'

/** Holder of the contact for whoever has no association that can be asked. */
export const secretariatHolder = 'secretariat'

/** To be called for each request that a guard has let in, before the page is made. */
export function createAskHere(deps: ContactDeps) {
  return async (c: Context<AppEnv>): Promise<void> => {
    const subject = c.get('subject')
    if (subject.kind !== 'authority') return
    const { db } = deps.database
    const contacts = await readContacts(db, [...subject.associations, secretariatHolder])
    if (contacts.size === 0) return
    const frame = c.get('frame')
    const { translator } = frame
    const { compare } = new Intl.Collator(translator.tag)
    const own = (await readAssociations(db, subject.associations)).flatMap(({ id, name, names }): AskHere[] => {
      const kept = contacts.get(id)
      return kept ? [presentContact(deps, translator, kept.facts, names[translator.language] ?? name)] : []
    })
    const secretariat = contacts.get(secretariatHolder)
    const ask =
      own.length > 0 || !secretariat
        ? own.toSorted((a, b) => compare(a.of, b.of))
        : [presentContact(deps, translator, secretariat.facts, deps.instanceName)]
    c.set('frame', { ...frame, ask })
  }
}
