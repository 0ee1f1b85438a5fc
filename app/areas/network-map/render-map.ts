/** Signatories, towns with a page and events of the running European Day: where they are, and how many in each country. */

import type { Translator } from '../../platform/i18n/messages.ts'
import { cellsIn } from '../../platform/map/cells.ts'
import { europeFrame } from '../../platform/map/europe.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import { chromeFor, readerFor } from '../help-pages/index.ts'
import type { NetworkFacts, NetworkMapDeps } from './deps.ts'
import { drawnLayer, type Layer, layers } from './mark-rules.ts'
import { type CountryRow, networkMapPage } from './pages/map-page.tsx'

/** Units of the drawing within which several are one mark. */
const grid = 12

export async function renderNetworkMap(deps: NetworkMapDeps, translator: Translator): Promise<RenderedPage> {
  const now = deps.clock.now()
  const facts = await deps.readNetwork()
  const reader = readerFor(deps.site, translator, now, { country: undefined })
  const frame = europeFrame()
  const drawn = layers.map((layer) => {
    const { cells, outside } = cellsIn(frame, facts.layers[layer].spots, grid)
    return { layer, path: drawnLayer(layer, cells), outside }
  })
  const rows = rowsOf(translator, facts)
  const html = networkMapPage({
    chrome: chromeFor(deps.site, reader, undefined, (lang) => urls.networkMap(lang)),
    year: facts.year,
    authorised: deps.authorised,
    demonstration: rows.length > 0 && layers.every((layer) => facts.layers[layer].invented),
    map: { width: frame.width, height: frame.height, land: frame.land, borders: frame.borders, layers: drawn },
    missing: drawn.reduce((sum, { layer, outside }) => sum + outside + facts.layers[layer].nowhere, 0),
    rows,
  })
  // With the year the day that is shown may change.
  const nextYear = now.toZonedDateTimeISO('UTC').with({ month: 1, day: 1 }).startOfDay().add({ years: 1 }).toInstant()
  return { html, status: 200, dependsOn: facts.dependsOn, validUntil: nextYear }
}

/** In the order of the reader's alphabet: resources differ, nobody is ranked. */
function rowsOf(translator: Translator, { year, layers: facts }: NetworkFacts): CountryRow[] {
  const { language, tag } = translator
  const { compare } = new Intl.Collator(tag)
  const hrefs: Readonly<Record<Layer, (country: string) => string>> = {
    signatories: (country) => urls.register(language, { country }),
    pages: (country) => urls.country(language, country),
    events: (country) => urls.events(language, year, { country }),
  }
  const codes = new Set(layers.flatMap((layer) => [...facts[layer].counts.keys()]))
  return [...codes]
    .map((country) => ({
      name: countryName(country, tag),
      href: urls.country(language, country),
      cells: layers.map((layer) => ({
        layer,
        count: facts[layer].counts.get(country) ?? 0,
        href: hrefs[layer](country),
      })),
    }))
    .toSorted((one, other) => compare(one.name, other.name))
}
