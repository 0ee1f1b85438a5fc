/** What an address of the office names, for the guards of its routes. */
import { peopleOfAssociations } from './areas/accounts/index.ts'
import { associationsIn, associationsOf, findAssociation } from './areas/associations/index.ts'
import { type Countries, findBySlug } from './areas/authorities/index.ts'
import { supportersOf } from './areas/trail/index.ts'
import type { Clock } from './platform/clock.ts'
import type { Db } from './platform/db/tables.ts'
import type { Subject } from './platform/session/actor.ts'

/** The parts of an address that name something, as the router found them. */
export interface AddressParts {
  readonly cc: string | undefined
  readonly slug: string | undefined
  readonly association: string | undefined
}

/**
 * The town of an address, where it is another one now: merged towns lead to their successors in the office, too. One that
 * became several leads to the list of where somebody works.
 */
export function createFindMoved(db: Db) {
  return async ({ cc, slug }: AddressParts): Promise<{ country: string; slug: string } | 'several' | undefined> => {
    const found = cc === undefined || slug === undefined ? undefined : await findBySlug(db, cc, slug)
    return found?.authority?.status === 'split' ? 'several' : found?.movedTo
  }
}

/** @returns undefined where the address names something that does not exist. */
export function createFindSubject(db: Db, countries: Countries, clock: Clock) {
  return async ({ cc, slug, association }: AddressParts): Promise<Subject | undefined> => {
    if (cc === undefined) return { kind: 'self' }
    const country = cc.toUpperCase()
    if (slug !== undefined) {
      const found = (await findBySlug(db, country, slug))?.authority
      // Nobody works any longer for what became several.
      if (!found || found.status === 'split') return undefined
      return {
        kind: 'authority',
        id: found.id,
        country: found.country,
        slug: found.slug,
        associations: await associationsOf(db, found.id),
        support: await supportersOf(db, found.id, clock.now()),
        ...(found.kind === 'country' ? { national: await keepersOf(db, found.country) } : {}),
      }
    }
    if (association !== undefined) {
      const found = await findAssociation(db, country, association)
      return found && { kind: 'association', id: found.id, country: found.country, slug: found.slug }
    }
    if (!countries.byIso(country)) return undefined
    return { kind: 'country', country, ...(await keepersOf(db, country)) }
  }
}

/** Who keeps what holds for a whole country. @param country ISO 3166-1, upper case. */
async function keepersOf(db: Db, country: string) {
  const associations = await associationsIn(db, country)
  const coordinators = await peopleOfAssociations(db, associations, 'coordinator')
  return { associations, coordinated: coordinators.length > 0 }
}
