/** Deleting one's own account. */
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import type { Accounts, Departing } from '../accounts/index.ts'
import { deleteAccount, placesInTheWay } from './delete-account.ts'
import type { PrivacyDeps } from './deps.ts'
import { AccountDeletedPage, confirmed, DeleteAccountPage } from './pages/delete-account-page.tsx'

export interface PrivacyRoutesDeps extends PrivacyDeps {
  readonly accounts: Pick<Accounts, 'signOut'>
}

type Context = Parameters<Route<AppEnv>['handle']>[0]

export function deleteRoutes(deps: PrivacyRoutesDeps): Route<AppEnv>[] {
  const own = { path: urls.deleteAccount(), permission: 'privacy.own', fresh: true } as const
  const deleted = { path: urls.accountDeleted(), permission: 'anyone', audit: 'privacy.deleted-page' }
  return [
    { method: 'GET', ...own, audit: 'privacy.delete-page', handle: (c) => show(c, deps) },
    { method: 'POST', ...own, audit: 'privacy.delete-account', handle: (c) => deleteIt(c, deps) },
    {
      method: 'GET',
      ...deleted,
      handle: (c) => c.html(renderDocument(<AccountDeletedPage of={c.get('frame')} />)),
    },
  ]
}

async function show(c: Context, deps: PrivacyRoutesDeps): Promise<Response> {
  return answer(c, await placesInTheWay(deps, c.get('actor').id), false)
}

function answer(c: Context, places: readonly Departing[], unconfirmed: boolean, status: 200 | 422 = 200) {
  const { id, email } = c.get('actor')
  const { language } = c.get('translator')
  const inTheWay = places.map(({ place }) => ({
    name: place.nameIn(language),
    path: urls.peopleHandOver(place.path, id),
  }))
  const props = { of: c.get('frame'), email, inTheWay, unconfirmed }
  return c.html(renderDocument(<DeleteAccountPage {...props} />), status)
}

async function deleteIt(c: Context, deps: PrivacyRoutesDeps): Promise<Response> {
  const given = fieldText(await readForm(c.req.raw), 'confirm')
  if (given !== confirmed) return answer(c, await placesInTheWay(deps, c.get('actor').id), true, 422)
  const gone = await deleteAccount(deps, c.get('act'), c.get('actor').id)
  if (gone.outcome === 'last') return answer(c, gone.places, false, 422)
  for (const cookie of await deps.accounts.signOut(c.req.raw.headers)) c.header('set-cookie', cookie, { append: true })
  return c.redirect(urls.accountDeleted(), 303)
}
