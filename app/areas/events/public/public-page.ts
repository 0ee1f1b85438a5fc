/** What all public pages of events begin with. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { absolute, urls } from '../../../urls.ts'
import type { Country } from '../../authorities/index.ts'
import { type Chrome, chromeFor, type Reader, readerFor } from '../../help-pages/index.ts'
import { type Asked, askedOf } from '../asked-rules.ts'
import type { EventPagesDeps } from '../deps.ts'

export type PageContext = Context<AppEnv>

export interface PageBeginning {
  readonly reader: Reader
  readonly chrome: Chrome
}

/** @param country whose numbers stand above; undefined: the choice of one. */
export function beginPage(
  { site, clock }: EventPagesDeps,
  translator: Translator,
  country: Country | undefined,
  pathIn: (lang: string) => string,
): PageBeginning {
  const reader = readerFor(site, translator, clock.now(), { country })
  return { reader, chrome: chromeFor(site, reader, country, pathIn) }
}

/** @throws {RequestFault} where nothing is offered in the language. */
export function languageAsked({ site }: EventPagesDeps, c: PageContext): Translator {
  const translator = site.i18n.translator(c.req.param('lang') ?? '')
  if (!translator) throw notFound()
  return translator
}

export const askedIn = (
  { site, languages }: Pick<EventPagesDeps, 'site' | 'languages'>,
  field: (name: string) => string | undefined,
): Asked => askedOf(field, { countries: site.countries.codes, languages: languages.codes })

export const asked = (deps: EventPagesDeps, c: PageContext): Asked => askedIn(deps, (name) => c.req.query(name))

export const yearPattern = '/:year{20[0-9]{2}}'
export const yearAsked = (c: PageContext): number => Number((c.req.param('year') ?? '').slice(0, 4))

/** What a link to a poster says. @param shop it is the file for a print shop. */
export const posterText = ({ t }: Pick<Translator, 't'>, text: string, shop: boolean): string =>
  shop ? `${text} (${t('prints.shop')})` : text

export const pictureOf = ({ site }: EventPagesDeps, { language }: Translator, year: number): string =>
  absolute(site.baseUrl, urls.eventsShare(language, year))
