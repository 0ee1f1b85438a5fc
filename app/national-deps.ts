/** Who works for an authority, that of a whole country included: there its coordinators do what officers do. */
import { peopleOf, peopleOfAssociations } from './areas/accounts/index.ts'
import { associationsIn, readAssociations } from './areas/associations/index.ts'
import { nationalAuthorities, readAuthority } from './areas/authorities/index.ts'
import type { Db } from './platform/db/tables.ts'
import type { NextSteps } from './platform/session/next-step.ts'
import { urls } from './urls.ts'

/** Ids of persons. */
export async function officersOf(db: Db, authority: string): Promise<string[]> {
  const own = await peopleOf(db, authority, ['officer', 'approver'])
  const found = await readAuthority(db, authority)
  if (found?.kind !== 'country') return own
  const keepers = await peopleOfAssociations(db, await associationsIn(db, found.country), 'coordinator')
  return [...new Set([...own, ...keepers])]
}

/** Ids of the authorities of whole countries, of the countries that these associations are of. */
export async function nationalOffices(db: Db, associations: readonly string[]): Promise<string[]> {
  const countries = new Set((await readAssociations(db, associations)).map(({ country }) => country))
  const found = await Promise.all([...countries].map((country) => nationalAuthorities(db, country)))
  return found.flat().map(({ id }) => id)
}

/**
 * Address of the list of those who inherit from the office of a country, with a page of each. Whoever keeps what holds
 * for the country works there.
 *
 * @returns undefined while the country has none.
 */
export async function townsList(db: Db, country: string): Promise<string | undefined> {
  const [office] = await nationalAuthorities(db, country)
  return office && urls.officeReach(office)
}

/**
 * What the office of a whole country has to do stands in the work of whoever keeps what the country offers, as if they
 * worked there.
 */
export function forKeepers(db: Db, stepsOf: NextSteps): NextSteps {
  return async (actor, translator) => {
    const own = actor.roles.flatMap(({ role, scope }) =>
      role === 'coordinator' && scope.kind === 'association' ? [scope.id] : [],
    )
    const kept = own.length > 0 ? await nationalOffices(db, own) : []
    const roles = kept.map((id) => ({ role: 'officer', scope: { kind: 'authority', id } }) as const)
    return stepsOf({ ...actor, roles: [...actor.roles, ...roles] }, translator)
  }
}
