/** A fictional town and its reader, for the tests of paper. */
import { createI18n } from '../../../platform/i18n/i18n.ts'
import { loadReferenceData } from '../../../reference-data.ts'
import type { Authority } from '../../authorities/index.ts'
import { service } from '../../checklist/index.ts'
import { readerFor } from '../chrome.ts'
import type { EffectiveService } from '../effective-page.ts'
import { reviewMonths } from '../present-town.ts'
import type { Reader } from '../reader.ts'
import type { PublishedTown } from '../town-store.ts'
import { type PaperAsked, servicesOnPaper } from './paper-rules.ts'
import type { PaperFacts } from './present-paper.ts'

export const reference = loadReferenceData()
const i18n = createI18n(reference.languages)

export const today = Temporal.PlainDate.from('2026-11-23')
export const words = (text: string) => ({ en: { text, origin: 'person' } })

let count = 0
/** Checked yesterday and with a telephone, unless it is said otherwise. */
export function offered(given: object = {}): EffectiveService {
  count += 1
  const id = `00000000-0000-4000-8000-${`${count}`.padStart(12, '0')}`
  const owner = { id: 'town', kind: 'municipality', name: 'Example Town', names: {} } as const
  const usual = {
    ...{ id, kinds: ['crisis-counselling'], name: words(`Service ${count}`) },
    phones: [{ number: '+44 1632 960110', fictional: true }],
    checked: { on: '2026-11-22', by: 'office' },
  }
  return { service: service.parse({ ...usual, ...given }), owner, own: true }
}

export const day = { today, reviewMonths: (kinds: readonly string[]) => reviewMonths(reference.checklist, kinds) }

const townNamed = (name: string): Authority => ({
  id: 'town',
  kind: 'municipality',
  country: 'NL',
  slug: 'example-town',
  name,
  names: {},
  officialLanguages: ['nl'],
  timeZone: 'Europe/Amsterdam',
  status: 'active',
  demonstration: true,
  point: null,
  population: null,
  populationYear: null,
  successor: null,
})

export function readerIn(language: string): Reader {
  const translator = i18n.translator(language)
  const country = reference.countries.byIso('NL')
  if (!translator || !country) throw new Error(`no texts in ${language}`)
  const site = { i18n, isPublicHoliday: () => false }
  return readerFor(site, translator, Temporal.Instant.from('2026-11-23T10:00:00Z'), { country })
}

/** @param country whose numbers there are. */
export function paperFacts(
  asked: PaperAsked,
  services: readonly EffectiveService[],
  given: { readonly country?: string; readonly name?: string; readonly published?: boolean } = {},
): PaperFacts {
  const country = reference.countries.byIso(given.country ?? 'NL')
  if (!country) throw new Error('no such country')
  const at = Temporal.Instant.from('2026-11-01T10:00:00Z')
  const town: PublishedTown = {
    published: given.published === false ? undefined : { version: 3, at, introduction: {}, answers: [] },
    services,
    ...{ inherited: undefined, parts: undefined, nuts: undefined },
    ...{ areas: ['town'], dependsOn: ['town'], schoolHolidays: [] },
  }
  return {
    ...asked,
    ...{ country, town, authority: townNamed(given.name ?? 'Example Town') },
    services: servicesOnPaper(services, asked, day),
    helplines: reference.helplines.byIso(country.iso),
    address: 'https://towns.example/en/nl/example-town',
    original: 'https://towns.example/en/nl/example-town/poster.pdf',
    arms: undefined,
    qr: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="1" height="1"/>',
  }
}
