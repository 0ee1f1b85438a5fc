/** What the addresses of the register name. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Country } from '../authorities/index.ts'
import type { RegisterPagesDeps } from './deps.ts'

/** As long as a number of the database can be. */
export const numberPattern = '/:number{[1-9][0-9]{0,8}}'

/** @throws {RequestFault} where nothing is offered in the language. */
export function languageAsked({ site }: RegisterPagesDeps, c: Context<AppEnv>): Translator {
  const translator = site.i18n.translator(c.req.param('lang') ?? '')
  if (!translator) throw notFound()
  return translator
}

/** @throws {RequestFault} where there is no such country. */
export function countryAsked({ site }: RegisterPagesDeps, c: Context<AppEnv>): Country {
  const country = site.countries.byIso(c.req.param('cc') ?? '')
  if (!country) throw notFound()
  return country
}

export const numberAsked = (c: Context<AppEnv>): number => Number(c.req.param('number'))
