/** A town's view for children and teenagers. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { urls } from '../../urls.ts'
import type { Country } from '../authorities/index.ts'
import { helpNumbersFor } from '../helplines/index.ts'
import { type AgeGroup, ageGroups, isQuiet, servicesForChildren } from './children/child-rules.ts'
import { chromeFor } from './chrome.ts'
import { type HelpPagesDeps, numbersOf } from './deps.ts'
import { childPage } from './pages/child-page.tsx'
import { presentLine } from './present-numbers.ts'
import { presentService } from './present-service.ts'
import { isFindable, reviewMonths, townName } from './present-town.ts'
import { type Reader, today } from './reader.ts'
import { nextMidnight } from './render-country.ts'
import { readerOfTown, townToRender } from './render-town.ts'

/** @throws {RequestFault} where the country has no town of that name. */
export async function renderChildren(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  slug: string,
  age: AgeGroup | undefined,
): Promise<RenderedPage> {
  const { authority, town: facts } = await townToRender(deps, country, slug)
  const reader = readerOfTown(deps, translator, country, authority, facts)
  const { language } = translator
  const services = servicesForChildren(facts.services, age).map((effective) => ({
    service: presentService(reader, effective, reviewMonths(deps.checklist, effective.service.kinds)),
    href: urls.service(language, authority, effective.service.id),
    quiet: isQuiet(effective.service),
  }))
  const [english, texts] = [deps.childTexts.get('en'), deps.childTexts.get(language)]
  const chosen = texts ?? english
  if (!chosen) throw new Error('the view for children has no English text')
  const tag = deps.site.i18n.languages.byCode(chosen.language)
  const html = childPage({
    chrome: chromeFor(deps.site, reader, country, (lang) => urls.children(lang, authority, age)),
    reader,
    town: {
      name: townName(authority, language),
      href: urls.town(language, authority),
      demonstration: authority.demonstration,
    },
    age,
    ages: ageGroups.map((one) => ({ age: one, href: urls.children(language, authority, one) })),
    text: chosen.ages[age ?? '8-12'],
    textLanguage: texts || !tag ? undefined : { lang: tag.tag, dir: tag.dir },
    machine: chosen.origin === 'machine',
    ...linesFor(deps, reader, country),
    services,
    robots: isFindable(authority, facts) ? undefined : 'noindex',
  })
  const all = [nextMidnight(reader), ...services.map(({ service }) => service.hours.validUntil)]
  return {
    html,
    status: 200,
    dependsOn: [...facts.dependsOn, numbersOf(country.iso)],
    validUntil: all.reduce((first, each) => (Temporal.Instant.compare(each, first) < 0 ? each : first)),
  }
}

function linesFor(deps: HelpPagesDeps, reader: Reader, country: Country) {
  const lines = deps.site.helplines.byIso(country.iso)
  if (!lines) return { emergency: undefined, childLine: undefined }
  const { emergency, child } = helpNumbersFor(lines, today(reader).toString())
  const first = (of: typeof child) =>
    of.flatMap((line) => presentLine(reader, line) ?? []).find((line) => line.number !== null)
  return { emergency: first(emergency), childLine: first(child) }
}
