/** The office's page about what can be printed of a town. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { longDate } from '../../../ui/dates.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { townSections } from '../../../ui/layout/town-sections.ts'
import { patterns } from '../../../urls.ts'
import type { HelpPagesDeps } from '../deps.ts'
import { isLookedAfter, townName } from '../present-town.ts'
import { today } from '../reader.ts'
import { readerOfTown, townToRender } from '../render-town.ts'
import { PaperPage, type PaperPageProps } from './pages/paper-page.tsx'
import { goodUntil, paperAudiences } from './paper-rules.ts'
import { paperServices } from './render-paper.ts'

export function officePaperRoutes(deps: HelpPagesDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: `/office${patterns.cc}${patterns.slug}/paper`,
      permission: 'checklist.read',
      audit: 'help-page.show-paper',
      handle: (c) => show(c, deps),
    },
  ]
}

async function show(c: Context<AppEnv>, deps: HelpPagesDeps): Promise<Response> {
  const { countries, i18n } = deps.site
  const country = countries.byIso(authorityOf(c).country)
  if (!country) throw notFound()
  const { authority, town } = await townToRender(deps, country, c.req.param('slug') ?? '')
  const of = c.get('frame')
  const { translator } = of
  const own = [...authority.officialLanguages, ...country.officialLanguages, translator.language]
  const known = [c.req.query('lang') ?? '', ...own].flatMap((code) => i18n.translator(code) ?? [])
  const reader = readerOfTown(deps, translator, country, authority, town)
  const audiences: PaperPageProps['audiences'] = paperAudiences.map((audience) => {
    const services = paperServices(deps, reader, town, { size: 'a4', audience })
    return {
      audience,
      services: services.length,
      goodUntil: longDate(translator, goodUntil(today(reader), services)),
    }
  })
  const props: PaperPageProps = {
    of,
    workplace: { name: townName(authority, translator.language), items: townSections(of, authority, 'paper') },
    town: authority,
    empty: !isLookedAfter(town),
    languages: i18n.offered.map(({ code, tag, autonym }) => ({ code, tag, name: autonym })),
    chosen: (known[0] ?? translator).language,
    audiences,
  }
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(<PaperPage {...props} />))
}
