/** Who confirmed which help number of a country and when, as offices: with sources, channels, hours and cost. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { urls } from '../../urls.ts'
import { readAssociations } from '../associations/index.ts'
import { type Country, countryName } from '../authorities/index.ts'
import { helpNumbersFor, secretariat } from '../helplines/index.ts'
import { chromeFor, readerFor } from './chrome.ts'
import { type HelpPagesDeps, numbersOf } from './deps.ts'
import { helplinesPage } from './pages/helplines-page.tsx'
import { type OfficeNames, presentSourcedLine, withdrawnLines } from './present-helplines.ts'
import { today } from './reader.ts'
import { nextMidnight } from './render-country.ts'

const groups = ['emergency', 'child', 'missing', 'material', 'other'] as const

export async function renderHelplines(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
): Promise<RenderedPage> {
  const { t, language, tag } = translator
  const { helplines } = deps.site
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country })
  const lines = helplines.byIso(country.iso)
  const help = lines && helpNumbersFor(lines, today(reader).toString())
  const changes = helplines.changesOf(country.iso)
  const offices = await officeNames(
    deps,
    translator,
    changes.flatMap(({ facts, withdrawn }) => [facts.confirmed?.by ?? [], withdrawn?.by ?? []].flat()),
  )
  const name = countryName(country.iso, tag)
  const html = helplinesPage({
    chrome: chromeFor(deps.site, reader, country, (lang) => urls.helplines(lang, country.iso)),
    name,
    countryHref: urls.country(language, country.iso),
    groups: groups.flatMap((group) => {
      const shown = (help?.[group] ?? []).map((line) => presentSourcedLine(reader, line, offices))
      return shown.length > 0 ? [{ title: t(`helplines.group.${group}`), lines: shown }] : []
    }),
    withdrawn: withdrawnLines(reader, changes, offices),
  })
  return { html, status: 200, dependsOn: [numbersOf(country.iso)], validUntil: nextMidnight(reader) }
}

/** Offices by what a confirmation calls them. */
async function officeNames(
  { database, site }: HelpPagesDeps,
  { t, language }: Translator,
  ids: readonly string[],
): Promise<OfficeNames> {
  const wanted = [...new Set(ids)].filter((id) => id !== secretariat)
  const found = await database.read((db) => readAssociations(db, wanted))
  return new Map([
    [secretariat, t('helplines.secretariat', { instance: site.instanceName })],
    ...found.map(({ id, name, names }) => [id, names[language] ?? name] as const),
  ])
}
