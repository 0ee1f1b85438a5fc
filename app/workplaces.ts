/** Everywhere a person works, in their language. */
import type { AccountsRoutesDeps } from './areas/accounts/index.ts'
import { nameIn, readAuthorities } from './areas/authorities/index.ts'
import type { Services } from './services.ts'
import { urls } from './urls.ts'

export function workplacesOf({ database }: Services): AccountsRoutesDeps['workplaces'] {
  return async ({ roles }, { language, t }) => {
    const rolesByTown = new Map<string, string[]>()
    for (const { role, scope } of roles) {
      if (scope.kind === 'authority') rolesByTown.set(scope.id, [...(rolesByTown.get(scope.id) ?? []), role])
    }
    const towns = await readAuthorities(database.db, [...rolesByTown.keys()])
    return towns.map((town) => ({ name: nameIn(town, language), href: urls.officeTown(town), roles: t('site.name') }))
  }
}
