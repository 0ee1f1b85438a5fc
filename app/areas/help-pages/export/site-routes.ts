/** The help page as files for the town's own website. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { patterns, urls } from '../../../urls.ts'
import type { Country } from '../../authorities/index.ts'
import { type HelpPagesDeps, numbersOf } from '../deps.ts'
import { resolveTown, townToRender } from '../render-town.ts'
import { readTownsToCopy } from './copy-store.ts'
import { copyOfTown } from './render-copy.ts'
import { zipOf } from './site-zip.ts'

type Zip = Uint8Array<ArrayBuffer>

/** Made once a day, and again when something on it changes. */
function zipOfTown(deps: HelpPagesDeps, country: Country, slug: string, day: string): Promise<Zip> {
  return deps.sites.get(`${country.iso}/${slug} ${day}`, async () => {
    const { authority } = await townToRender(deps, country, slug)
    // Not the facts in memory: what is written of them would stay there with them.
    const [town] = await deps.database.read((db) => readTownsToCopy(db, [authority]))
    if (!town) throw notFound()
    const languages = deps.site.i18n.offered.map(({ code }) => code)
    const copy = copyOfTown(deps, country, town, languages)
    return { value: zipOf(copy), dependsOn: [...town.facts.dependsOn, numbersOf(country.iso)] }
  })
}

export function siteRoutes(deps: HelpPagesDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: `${patterns.lang}${patterns.cc}${patterns.slug}/site.zip`,
      permission: 'public',
      audit: 'help-page.read-site',
      handle: async (c) => {
        const translator = deps.site.i18n.translator(c.req.param('lang') ?? '')
        const country = deps.site.countries.byIso(c.req.param('cc') ?? '')
        const slug = c.req.param('slug')
        if (!translator || !country || !slug) throw notFound()
        const found = await resolveTown(deps, country, slug)
        if (found.movedTo) return c.redirect(urls.site(translator.language, found.movedTo), 301)
        const day = deps.clock.now().toZonedDateTimeISO(found.authority.timeZone).toPlainDate()
        const zip = await zipOfTown(deps, country, slug, day.toString())
        return c.body(zip, 200, {
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="${slug}.zip"`,
          'cache-control': 'no-store',
          'x-robots-tag': 'noindex',
        })
      },
    },
  ]
}
