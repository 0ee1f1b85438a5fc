import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { absolute, urls } from '../../urls.ts'
import { type Country, countryName } from '../authorities/index.ts'
import { registerTag } from '../register/index.ts'
import { countOf } from './counts-rules.ts'
import type { RegisterPagesDeps } from './deps.ts'
import { listSignatories } from './listing-store.ts'
import { readMap } from './map-facts.ts'
import { readCells } from './memory.ts'
import { pressPage } from './pages/press-page.tsx'
import { presentListed } from './present-list.ts'
import { pressFacts, pressTexts } from './press-kit.ts'
import { allInvented, beginPage, mapCode, mapTitle } from './site-words.ts'

/** More than these stand on pages of their own. */
const mostListed = 100

export async function renderPress(
  deps: RegisterPagesDeps,
  translator: Translator,
  country: Country,
): Promise<RenderedPage> {
  const { tag, language } = translator
  const { iso, officialLanguages } = country
  const name = countryName(iso, tag)
  const cells = await readCells(deps)
  const filters = { country: iso, kind: undefined, status: 'signed', joint: false } as const
  const found = await deps.database.read((db) =>
    listSignatories(db, { ...filters, sort: 'name' }, { from: 0, most: mostListed }),
  )
  const html = pressPage({
    ...beginPage(deps, translator, (lang) => urls.registerPress(lang, iso)),
    ...{ country: iso, name },
    demonstration: allInvented(cells),
    picture: absolute(deps.site.baseUrl, urls.registerShare(language)),
    facts: await pressFacts(deps, translator, country, cells),
    map: await readMap(deps, iso),
    mapTitle: mapTitle(translator, iso),
    code: mapCode(deps, translator, iso),
    entries: found.map((one) => presentListed(translator, one)),
    allHref: countOf(cells, filters) > mostListed ? urls.register(language, filters) : undefined,
    texts: pressTexts(translator),
    ownLanguages: deps.site.i18n.offered
      .filter(({ code }) => code !== language && officialLanguages.includes(code))
      .map((one) => ({ href: urls.registerPress(one.code, iso), tag: one.tag, name: one.autonym })),
  })
  const dependsOn = [registerTag, ...found.flatMap(({ authority }) => authority ?? [])]
  return { html, status: 200, dependsOn, validUntil: undefined }
}
