/** Whom a town may ask: shown on each page of its office, and on the own pages of whoever works there. */
import type { Context } from 'hono'
import type { AppEnv, AskHere } from '../../../platform/http/env.ts'
import { townsOf } from '../../../platform/session/held-roles.ts'
import { associationsOfEach, readAssociations } from '../directory-store.ts'
import { readContacts } from './contact-store.ts'
import type { ContactDeps } from './deps.ts'
import { presentContact } from './present-contact.ts'

/** Holder of the contact for whoever has no association that can be asked. */
export const secretariatHolder = 'secretariat'

/** To be called for each request that a guard has let in, before the page is made. */
export function createAskHere(deps: ContactDeps) {
  return async (c: Context<AppEnv>): Promise<void> => {
    const { db } = deps.database
    const towns = await associationsOfTowns(deps, c)
    if (towns.length === 0) return
    const associations = [...new Set(towns.flat())]
    const contacts = await readContacts(db, [...associations, secretariatHolder])
    if (contacts.size === 0) return
    const frame = c.get('frame')
    const { translator } = frame
    const { compare } = new Intl.Collator(translator.tag)
    const own = (await readAssociations(db, associations)).flatMap(({ id, name, names }): AskHere[] => {
      const kept = contacts.get(id)
      return kept ? [presentContact(deps, translator, kept.facts, names[translator.language] ?? name)] : []
    })
    const secretariat = contacts.get(secretariatHolder)
    const isAsked = towns.some((one) => !one.some((id) => contacts.has(id)))
    const last = isAsked && secretariat ? [presentContact(deps, translator, secretariat.facts, deps.instanceName)] : []
    c.set('frame', { ...frame, ask: [...own.toSorted((a, b) => compare(a.of, b.of)), ...last] })
  }
}

/** Of each town that a page is about: that of the address, or all that the person works for. */
async function associationsOfTowns(
  { database: { db } }: ContactDeps,
  c: Context<AppEnv>,
): Promise<readonly (readonly string[])[]> {
  const subject = c.get('subject')
  if (subject.kind === 'authority') return [subject.associations]
  if (subject.kind !== 'self') return []
  return [...(await associationsOfEach(db, townsOf(c.get('actor')))).values()]
}
