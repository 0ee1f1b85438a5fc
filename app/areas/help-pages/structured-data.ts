/** The page of a town for machines: schema.org GovernmentService, from the same facts as the words. */
import { absolute, urls } from '../../urls.ts'
import type { Authority } from '../authorities/index.ts'
import type { OpeningHours, Service } from '../checklist/index.ts'
import type { EffectiveService } from './effective-page.ts'
import { shownText } from './local-text.ts'
import { dialOf } from './present-service.ts'
import type { Reader } from './reader.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** @see https://schema.org/GovernmentService */
export function structuredService(
  reader: Reader,
  baseUrl: string,
  town: Authority,
  effective: EffectiveService,
): object {
  const { service, owner } = effective
  const name = shownText(service.name, reader.order)
  const about = shownText(service.whatHappens, reader.order)
  const phones = service.phones.filter((phone) => !phone.fictional)
  return withoutEmpty({
    '@type': 'GovernmentService',
    url: absolute(baseUrl, urls.service(reader.translator.language, town, service.id)),
    name: name?.text,
    description: about?.text,
    serviceOperator: { '@type': 'GovernmentOrganization', name: service.provider || owner.name },
    areaServed: town.name,
    availableLanguage: service.languages.map((code) => reader.languageOf(code).tag),
    isAccessibleForFree: service.fee === 'free' ? true : undefined,
    hoursAvailable: hoursOf(service.hours),
    availableChannel: [
      ...phones.map(({ number }) => ({
        '@type': 'ServiceChannel',
        servicePhone: { '@type': 'ContactPoint', telephone: dialOf(number) },
      })),
      ...[service.web, service.chat].flatMap((address) =>
        address ? [{ '@type': 'ServiceChannel', serviceUrl: address }] : [],
      ),
      ...placesOf(service),
    ],
  })
}

function hoursOf({ always, weekly }: OpeningHours): object[] {
  if (always) return [{ '@type': 'OpeningHoursSpecification', dayOfWeek: days, opens: '00:00', closes: '23:59' }]
  const byTimes = Map.groupBy(weekly, ({ opens, closes }) => `${opens}-${closes}`)
  return [...byTimes.values()].map((same) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: same.map(({ day }) => days[day - 1]),
    opens: same[0]?.opens,
    closes: same[0]?.closes,
  }))
}

/** A confidential place has no address to give. */
function placesOf({ place }: Service): object[] {
  if (place.type !== 'addresses') return []
  return place.addresses.map(({ street, postcode, town }) => ({
    '@type': 'ServiceChannel',
    serviceLocation: {
      '@type': 'Place',
      address: withoutEmpty({
        '@type': 'PostalAddress',
        streetAddress: street,
        postalCode: postcode,
        addressLocality: town,
      }),
    },
  }))
}

function withoutEmpty(object: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

/** One service with everything, for its own page. */
export function structuredServicePage(service: object): object {
  return { '@context': 'https://schema.org', ...service }
}

/**
 * The page of a town as one service of it. What each single service is stands in the data of that service's own page:
 * repeated here it would cost a reader on a slow phone a second round trip.
 */
export function structuredTownPage(
  reader: Reader,
  baseUrl: string,
  town: Authority,
  languages: readonly string[],
): object {
  const { t, language } = reader.translator
  const name = town.names[language] ?? town.name
  const url = absolute(baseUrl, urls.town(language, town))
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: t('page.title', { town: name }),
    url,
    areaServed: name,
    serviceOperator: { '@type': 'GovernmentOrganization', name },
    availableLanguage: languages,
  }
}
