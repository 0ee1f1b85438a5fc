/** The town's page in its own website: the code to paste, and a look at whether it works there. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { absolute, patterns, urls } from '../../urls.ts'
import { elementCode, frameCode, headingAsked, headingLevels } from '../help-pages/index.ts'
import { pageAddress } from './address-rules.ts'
import type { WebsitesDeps, WebsiteTown } from './deps.ts'
import { lookAtWebsite } from './look-at-website.ts'
import type { CodeSectionProps } from './pages/code-section.tsx'
import { lookOutcomes, WebsitePage } from './pages/website-page.tsx'
import { lookView } from './present-website.ts'
import { readLook } from './website-store.ts'

type OfficeContext = Context<AppEnv>

export function websiteRoutes(deps: WebsitesDeps): Route<AppEnv>[] {
  const path = `/office${patterns.cc}${patterns.slug}/website`
  return [
    {
      method: 'GET',
      permission: 'websites.read',
      path,
      audit: 'websites.show',
      handle: async (c) => show(c, deps, await townOf(c, deps)),
    },
    { method: 'POST', permission: 'websites.look', path, audit: 'websites.look', handle: (c) => submit(c, deps) },
  ]
}

/** @throws RequestFault not-found when the authority is gone. */
async function townOf(c: OfficeContext, deps: WebsitesDeps): Promise<WebsiteTown> {
  const found = await deps.readTown(deps.database.db, authorityOf(c).id)
  if (!found) throw notFound()
  return found
}

/** The code for one language and one level of heading. */
function codeOf(deps: WebsitesDeps, town: WebsiteTown, lang: string, heading: number): CodeSectionProps['code'] {
  const translator = deps.i18n.translator(lang) ?? deps.i18n.negotiate(undefined)
  const title = translator.t('page.title', { town: town.names[lang] ?? town.name })
  const address = (path: string) => absolute(deps.baseUrl, path)
  const pageHref = address(urls.town(lang, town))
  const named = { town: `${town.country.toLowerCase()}/${town.slug}`, lang, heading, pageHref, title }
  return {
    frame: frameCode({ src: address(urls.embed(town, { lang, heading })), ...named, width: '100%', height: 800 }),
    element: elementCode({ script: address(urls.embedScript()), ...named }),
    fragment: `${address(urls.fragment(lang, town, heading))}\n${address(urls.townFeed(lang, town))}`,
    wordpress: `wp_oembed_add_provider( '${deps.baseUrl}/*', '${address(urls.oembed())}' );`,
  }
}

/** @param typed what was refused. */
async function show(c: OfficeContext, deps: WebsitesDeps, town: WebsiteTown, typed?: string): Promise<Response> {
  const of = c.get('frame')
  const { language } = of.translator
  const asked = deps.i18n.offered.find(({ code }) => code === c.req.query('lang'))
  const own = town.officialLanguages.find((code) => deps.i18n.translator(code))
  const lang = asked?.code ?? own ?? language
  const heading = headingAsked(c.req.query('heading'))
  const look = await readLook(deps.database.db, town.id)
  const first = town.hosts[0]
  const page = (
    <WebsitePage
      of={of}
      workplace={{ name: town.names[language] ?? town.name, items: townSections(of, town, 'website') }}
      town={town}
      hosts={town.hosts}
      languages={deps.i18n.offered.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
      chosen={{ lang, heading: String(heading) }}
      headings={headingLevels.map(String)}
      code={codeOf(deps, town, lang, heading)}
      address={typed ?? look?.address ?? (first ? `https://${first}` : 'https://')}
      refused={typed !== undefined}
      look={look && lookView(of.translator, look, town.timeZone)}
      revision={look?.revision ?? 0}
      outcome={lookOutcomes.find((each) => each === c.req.query('done'))}
    />
  )
  return c.html(renderDocument(page), typed === undefined ? 200 : 422, { 'cache-control': 'no-store' })
}

async function submit(c: OfficeContext, deps: WebsitesDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const fields = await readForm(c.req.raw)
  const typed = fieldText(fields, 'address')
  const address = pageAddress(typed)
  if (address === undefined) return show(c, deps, town, typed)
  const since = Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)
  const outcome = await lookAtWebsite(deps, c.get('act'), town, { address, since })
  return c.redirect(`${urls.officeWebsite(town)}?done=${outcome}`, 303)
}
