/** What every handler of a country's help numbers starts with: the country, its day, its lines, the actor's office. */
import type { Context } from 'hono'
import type { AppEnv, OfficeFor } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { JSX } from '../../../ui/jsx-runtime.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { countryName } from '../../authorities/index.ts'
import { todayIn } from '../deps.ts'
import type { Keeper } from '../keep-lines.ts'
import { type KeptLine, keptLines } from '../merge-rules.ts'
import { officeOf, secretariat } from '../office-rules.ts'
import { helplinesPermissions } from '../policy.ts'
import type { CountryHelplines } from '../schema.ts'
import type { OfficeHelplinesDeps } from './deps.ts'

export type OfficeContext = Context<AppEnv>

export interface CountryRequest {
  readonly of: OfficeFor
  readonly translator: Translator
  readonly keeper: Keeper
  /** In the reader's language. */
  readonly name: string
  readonly timeZone: string
  /** ISO date in the country. */
  readonly today: string
  readonly shipped: CountryHelplines
  readonly lines: readonly KeptLine[]
  /** Offices by id, in words. */
  readonly officeName: (id: string) => string
}

/** @throws RequestFault not-found where the country has no help numbers. */
export async function openCountry(c: OfficeContext, deps: OfficeHelplinesDeps): Promise<CountryRequest> {
  const subject = c.get('subject')
  const shipped = subject.kind === 'country' ? deps.helplines.shippedOf(subject.country) : undefined
  if (subject.kind !== 'country' || !shipped) throw notFound()
  const { country } = subject
  const translator = c.get('translator')
  const actor = c.get('actor')
  return {
    of: c.get('frame'),
    translator,
    keeper: {
      country,
      office: officeOf(actor, subject),
      keeps: helplinesPermissions['helplines.keep'](actor, subject),
    },
    name: countryName(country, translator.tag),
    timeZone: deps.countries.byIso(country)?.timeZone ?? 'UTC',
    today: todayIn(deps, country, deps.clock.now()),
    shipped,
    lines: keptLines(shipped, deps.helplines.changesOf(country)),
    officeName: await officeNames(deps, translator, subject.associations),
  }
}

async function officeNames(
  deps: OfficeHelplinesDeps,
  { t, language }: Translator,
  associations: readonly string[],
): Promise<(id: string) => string> {
  const found = await deps.readAssociations(associations)
  const names = new Map(found.map(({ id, name, names: others }) => [id, others[language] ?? name]))
  return (id) =>
    id === secretariat ? t('helplines.office.secretariat') : (names.get(id) ?? t('helplines.formerOffice'))
}

/** The line of the address. @throws RequestFault not-found where there is none. */
export function lineOf(c: OfficeContext, { lines }: CountryRequest): KeptLine {
  const key: string | undefined = c.req.param('line')
  const line = lines.find((one) => one.key === key)
  if (!line) throw notFound()
  return line
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const doneNotices = ['confirmed', 'corrected', 'added', 'withdrawn', 'restored'] as const
export type DoneNotice = (typeof doneNotices)[number]

export function doneOf(c: OfficeContext): DoneNotice | undefined {
  return doneNotices.find((one) => one === c.req.query('done'))
}
