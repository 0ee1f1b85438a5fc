/** To the identity provider and back. Without one in the settings these addresses do not exist. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../../config.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import type { Accounts } from './accounts.ts'
import { begunMinutes, ProviderAway } from './identity-provider.ts'
import type { IdentitySignIn } from './identity-sign-in.ts'
import { IdentityRefusedPage } from './pages/identity-refused.tsx'
import { returnPath } from './return-path.ts'
import { keep } from './set-up-routes.tsx'

export interface IdentityDeps {
  readonly accounts: Pick<Accounts, 'identity'>
  readonly config: Pick<Config, 'baseUrl'>
}

const cookie = 'safe-towns.oidc'

export function identityRoutes({ accounts: { identity }, config }: IdentityDeps): Route<AppEnv>[] {
  if (!identity) return []
  const cookieFor = {
    path: urls.oidc(),
    httpOnly: true,
    sameSite: 'Lax',
    secure: config.baseUrl.startsWith('https:'),
  } as const
  return [
    {
      // A link, not a form: the security policy lets no form lead to another site, and this one changes nothing here.
      method: 'GET',
      path: urls.oidc(),
      permission: 'anyone',
      audit: 'accounts.ask-provider',
      handle: (c) =>
        orAway(c, identity, async () => {
          const { location, kept } = await identity.begin(returnPath(c.req.query('to')))
          setCookie(c, cookie, kept, { ...cookieFor, maxAge: begunMinutes * 60 })
          return c.redirect(location, 303)
        }),
    },
    {
      method: 'GET',
      path: urls.oidcCallback(),
      permission: 'anyone',
      audit: 'accounts.oidc-sign-in',
      handle: (c) =>
        orAway(c, identity, async () => {
          const kept = getCookie(c, cookie)
          deleteCookie(c, cookie, cookieFor)
          const signedIn = kept && (await identity.finish(c.req.raw.headers, new URL(c.req.url).search, kept))
          if (!signedIn) return refuse(c, identity, 'refused')
          keep(c, signedIn.cookies)
          return c.redirect(signedIn.to ?? urls.office(), 303)
        }),
    },
  ]
}

async function orAway(c: Context<AppEnv>, identity: IdentitySignIn, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProviderAway) return refuse(c, identity, 'away')
    throw error
  }
}

function refuse(c: Context<AppEnv>, { name }: IdentitySignIn, why: 'refused' | 'away') {
  const page = <IdentityRefusedPage of={c.get('frame')} name={name} to={undefined} why={why} />
  return c.html(renderDocument(page), why === 'away' ? 503 : 403)
}
