/** Signing in by passkey, or showing with one who one is. Neither answer tells whether anybody has a passkey here. */
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import type { Accounts } from './accounts.ts'
import { AskPasskeyPage, PasskeyRefusedPage } from './pages/passkey.tsx'
import { returnPath } from './return-path.ts'
import { keep } from './set-up-routes.tsx'

export interface PasskeyDeps {
  readonly accounts: Pick<Accounts, 'passkeys'>
}

export function passkeyRoutes({ accounts: { passkeys } }: PasskeyDeps): Route<AppEnv>[] {
  return [
    {
      method: 'POST',
      path: urls.passkey(),
      permission: 'anyone',
      audit: 'accounts.ask-passkey',
      handle: async (c) => {
        const to = returnPath(fieldText(await readForm(c.req.raw), 'to'))
        const { options, cookies } = await passkeys.ask(c.req.raw.headers)
        keep(c, cookies)
        return c.html(renderDocument(<AskPasskeyPage of={c.get('frame')} to={to} options={options} />))
      },
    },
    {
      method: 'POST',
      path: urls.passkeyAnswer(),
      permission: 'anyone',
      audit: 'accounts.passkey-sign-in',
      handle: async (c) => {
        const form = await readForm(c.req.raw)
        const to = returnPath(fieldText(form, 'to'))
        const cookies = await passkeys.signIn(c.req.raw.headers, fieldText(form, 'response'))
        if (!cookies) return c.html(renderDocument(<PasskeyRefusedPage of={c.get('frame')} to={to} />), 422)
        keep(c, cookies)
        return c.redirect(to ?? urls.office(), 303)
      },
    },
  ]
}
