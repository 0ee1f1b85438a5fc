/** What everybody reads of the Pact: what it is, and its approved texts. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { sendPage } from '../../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../../urls.ts'
import { approvedTexts } from '../../register/index.ts'
import type { PactPagesDeps } from './deps.ts'
import { renderPact } from './render-pact.ts'
import { renderText } from './render-text.ts'

const version = '/:version{[0-9]{1,3}(?:[.][0-9]{1,3})?}'
const file = '/:file{[a-z]{2,3}(?:-[A-Z][a-z]{3})?[.]txt}'

export function pactRoutes(deps: PactPagesDeps): Route<AppEnv>[] {
  const base = { method: 'GET', permission: 'public' } as const
  return [
    {
      ...base,
      path: `${patterns.lang}/pact`,
      audit: 'pact.read',
      handle: async (c) => {
        const translator = languageOf(deps, c)
        return sendPage(c, await deps.pageCache.get(c.req.path, () => renderPact(deps, translator)))
      },
    },
    {
      ...base,
      path: `${patterns.lang}/pact/text${version}`,
      audit: 'pact.read-text',
      handle: async (c) => {
        const [translator, asked] = [languageOf(deps, c), c.req.query('language')]
        const read = { version: c.req.param('version') ?? '', asked }
        const key = urls.pactText(translator.language, read.version, asked)
        return sendPage(c, await deps.pageCache.get(key, () => renderText(deps, translator, read)))
      },
    },
    { ...base, path: `/pact/text${version}${file}`, audit: 'pact.take-text', handle: (c) => sendFile(c, deps) },
  ]
}

/** The language of the address. @throws RequestFault not-found where nothing is offered in it. */
function languageOf({ site }: PactPagesDeps, c: Context<AppEnv>): Translator {
  const translator = site.i18n.translator(c.req.param('lang') ?? '')
  if (!translator) throw notFound()
  return translator
}

/** Byte for byte what was hashed. */
async function sendFile(c: Context<AppEnv>, { database }: PactPagesDeps): Promise<Response> {
  const language = c.req.param('file')?.replace(/\.txt$/, '')
  const texts = await database.read(approvedTexts)
  const text = texts.find((one) => one.version === c.req.param('version') && one.language === language)
  if (!text) throw notFound()
  return c.body(`${text.title}\n${text.body}`, 200, {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `inline; filename="pact-${text.version}-${text.language}.txt"`,
    'cache-control': 'no-store',
  })
}
