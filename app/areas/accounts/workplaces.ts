/** Where a person works: every town, association and country whose office opens for them, and the instance. */
import type { Db } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Actor, RoleName } from '../../platform/session/actor.ts'
import { readAssociations } from '../associations/index.ts'
import { countryName, nameIn, readAuthorities } from '../authorities/index.ts'

export interface Workplace {
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  /** In the person's language, or as it calls itself. */
  readonly name: string
  /** In the order in which the schema knows them. */
  readonly roles: readonly RoleName[]
}

export interface Workplaces {
  /** By name; those that are gone are left out. */
  readonly towns: readonly Workplace[]
  readonly associations: readonly Workplace[]
  /** Countries of the associations that the person coordinates: their helplines are theirs to look after. By name. */
  readonly countries: readonly { readonly country: string; readonly name: string }[]
  /** Roles for the whole instance. */
  readonly instance: readonly RoleName[]
}

export async function workplacesOf(
  db: Db,
  actor: Pick<Actor, 'roles'>,
  { language, tag }: Pick<Translator, 'language' | 'tag'>,
): Promise<Workplaces> {
  const { compare } = new Intl.Collator(tag)
  const byName = (a: { name: string }, b: { name: string }) => compare(a.name, b.name)
  const inPlaces = (kind: 'authority' | 'association') => {
    const roles = new Map<string, RoleName[]>()
    for (const { role, scope } of actor.roles) {
      if (scope.kind === kind) roles.set(scope.id, [...(roles.get(scope.id) ?? []), role])
    }
    return roles
  }
  const [ofTowns, ofAssociations] = [inPlaces('authority'), inPlaces('association')]
  const towns = await readAuthorities(db, [...ofTowns.keys()])
  const associations = await readAssociations(db, [...ofAssociations.keys()])
  const placesFrom = (found: typeof towns | typeof associations, roles: ReadonlyMap<string, RoleName[]>) =>
    found
      .map((one) => {
        return { country: one.country, slug: one.slug, name: nameIn(one, language), roles: roles.get(one.id) ?? [] }
      })
      .toSorted(byName)
  const countries = [...new Set(associations.map(({ country }) => country))]
  return {
    towns: placesFrom(towns, ofTowns),
    associations: placesFrom(associations, ofAssociations),
    countries: countries.map((country) => ({ country, name: countryName(country, tag) })).toSorted(byName),
    instance: actor.roles.flatMap(({ role, scope }) => (scope.kind === 'instance' ? [role] : [])),
  }
}
