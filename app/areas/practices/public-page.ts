/** What all public pages of practices begin with. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { type Chrome, chromeFor, type Reader, readerFor } from '../help-pages/index.ts'
import { askedOf } from './asked-rules.ts'
import type { PracticePagesDeps } from './deps.ts'

export type PageContext = Context<AppEnv>

export interface PageBeginning {
  readonly reader: Reader
  readonly chrome: Chrome
}

/** They belong to no country: no number of one is shown, but the choice of a country. */
export function beginPage(
  { site, clock }: PracticePagesDeps,
  translator: Translator,
  pathIn: (lang: string) => string,
): PageBeginning {
  const reader = readerFor(site, translator, clock.now(), { country: undefined })
  return { reader, chrome: chromeFor(site, reader, undefined, pathIn) }
}

/** @throws {RequestFault} where nothing is offered in the language. */
export function languageAsked({ site }: PracticePagesDeps, c: PageContext): Translator {
  const translator = site.i18n.translator(c.req.param('lang') ?? '')
  if (!translator) throw notFound()
  return translator
}

export const asked = (
  { checklist, languages, lanzarote }: PracticePagesDeps,
  field: (name: string) => string | undefined,
): ReturnType<typeof askedOf> =>
  askedOf(field, { kinds: checklist.ids, languages: languages.codes, articleCount: lanzarote.articles.length })
