/** Whoever runs a service and got a letter types its code: by POST, so that it stands in no address. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { patterns, urls } from '../../urls.ts'
import { chromeFor, readerFor } from './chrome.ts'
import type { HelpPagesDeps } from './deps.ts'
import { letterPage } from './pages/letter-page.tsx'

type Ctx = Context<AppEnv>

/** More is no code, however it is typed. */
const longest = 100

/** @param languageOf reads the address. @throws {RequestFault} where nothing is offered in its language. */
export function letterRoutes(deps: HelpPagesDeps, languageOf: (c: Ctx) => Translator): Route<AppEnv>[] {
  const path = `${patterns.lang}/confirm`
  const show = (c: Ctx, typed: string | undefined) => {
    c.header('cache-control', 'no-store')
    return c.html(renderLetter(deps, languageOf(c), typed), typed === undefined ? 200 : 422)
  }
  return [
    {
      method: 'GET',
      path,
      permission: 'public',
      audit: 'confirmations.show-code',
      handle: (c) => show(c, undefined),
    },
    {
      method: 'POST',
      path,
      permission: 'public',
      audit: 'confirmations.enter-code',
      handle: async (c) => {
        const typed = fieldText(await readForm(c.req.raw), 'code').slice(0, longest)
        const secret = await deps.secretOfCode(typed)
        return secret === undefined ? show(c, typed) : c.redirect(urls.providerConfirm(secret), 303)
      },
    },
  ]
}

function renderLetter({ site, clock }: HelpPagesDeps, translator: Translator, typed: string | undefined): string {
  const reader = readerFor(site, translator, clock.now(), { country: undefined })
  const chrome = chromeFor(site, reader, undefined, urls.letterCode)
  return letterPage({ chrome, action: urls.letterCode(translator.language), typed })
}
