/** What all public pages of the toolkit begin with. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { type Chrome, chromeFor, readerFor } from '../help-pages/index.ts'
import type { ToolkitPagesDeps } from './deps.ts'

export type PageContext = Context<AppEnv>

/** They belong to no country: no number of one is shown, but the choice of a country. */
export function chromeOf(
  { site, clock }: ToolkitPagesDeps,
  translator: Translator,
  pathIn: (lang: string) => string,
): Chrome {
  const reader = readerFor(site, translator, clock.now(), { country: undefined })
  return chromeFor(site, reader, undefined, pathIn)
}

/** @throws {RequestFault} where nothing is offered in the language. */
export function languageAsked({ site }: ToolkitPagesDeps, c: PageContext): Translator {
  const translator = site.i18n.translator(c.req.param('lang') ?? '')
  if (!translator) throw notFound()
  return translator
}
