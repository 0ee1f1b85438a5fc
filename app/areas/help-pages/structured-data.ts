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
  return weekly.map(({ day, opens, closes }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: days[day - 1],
    opens,
    closes,
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

export function structuredPage(services: readonly object[]): object | undefined {
  return services.length === 0 ? undefined : { '@context': 'https://schema.org', '@graph': services }
}
