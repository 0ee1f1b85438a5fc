/** What every handler about a country starts with: which country, in which languages, for whom the page is. */
import type { Context } from 'hono'
import type { AppEnv, OfficeFor } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { FormFields } from '../../platform/http/form.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import type { OfficeFrameProps } from '../../ui/layout/office-frame.tsx'
import { officeSections } from '../../ui/layout/office-sections.ts'
import { urls } from '../../urls.ts'
import { type Country, countryName } from '../authorities/index.ts'
import type { CountryContentDeps, NamedAssociation } from './deps.ts'

export type OfficeContext = Context<AppEnv>

export interface CountryFrame {
  readonly of: OfficeFor
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

export interface CountryRequest {
  readonly country: Country
  readonly frame: CountryFrame
  /** Those of the country. */
  readonly associations: readonly NamedAssociation[]
  /** Of the capital. */
  readonly today: Temporal.PlainDate
}

/** @throws RequestFault not-found where the address names no country. */
export async function openCountry(
  c: OfficeContext,
  deps: CountryContentDeps,
  section: 'national' | 'legal',
): Promise<CountryRequest> {
  const subject = c.get('subject')
  const country = subject.kind === 'country' ? deps.countries.byIso(subject.country) : undefined
  if (subject.kind !== 'country' || !country) throw notFound()
  const of = c.get('frame')
  const associations = await deps.readAssociations(subject.associations)
  const own = associations.find(({ id }) => holdsThere(c, id))
  // A coordinator finds the sections of the association here, too; the secretariat those of the country.
  const items = own ? officeSections(of, own, section) : countryItems(of, country.iso, section)
  const name = own ? (own.names[of.translator.language] ?? own.name) : countryName(country.iso, of.translator.tag)
  return {
    country,
    associations,
    frame: { of, country: country.iso, workplace: { name, items } },
    today: deps.clock.now().toZonedDateTimeISO(country.timeZone).toPlainDate(),
  }
}

const holdsThere = (c: OfficeContext, association: string): boolean =>
  c
    .get('actor')
    .roles.some(({ role, scope }) => role === 'coordinator' && scope.kind === 'association' && scope.id === association)

function countryItems({ translator: { t } }: OfficeFor, country: string, section: string) {
  return [
    { href: urls.officeNational(country), text: t('office.sections.national'), current: section === 'national' },
    { href: urls.officeHelplines(country), text: t('content.helplines'), current: false },
  ]
}

/** Languages in which somebody writes: those of the country first. */
export function writingLanguages({ i18n, languages }: CountryContentDeps, official: readonly string[]): Language[] {
  const codes = [...new Set([...official, ...i18n.offered.map(({ code }) => code)])]
  return codes.flatMap((code) => languages.byCode(code) ?? [])
}

export function revisionOf(fields: FormFields): number {
  return Number(/^\d{1,9}$/.exec(fields.get('revision')?.[0]?.trim() ?? '')?.[0] ?? 0)
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const doneNotices = [
  'started',
  'saved',
  'published',
  'unchanged',
  'withdrawn',
  'twoPairsOn',
  'twoPairsOff',
] as const
export type DoneNotice = (typeof doneNotices)[number]

export function doneOf(c: OfficeContext): DoneNotice | undefined {
  return doneNotices.find((one) => one === c.req.query('done'))
}
