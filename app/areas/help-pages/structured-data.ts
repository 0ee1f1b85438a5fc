/**
 * The page of a town for machines: schema.org GovernmentService, from the same facts as the words. What schema.org has a word
 * for, and of which kind of thing, the types know: what they do not take would be a fault to every validator.
 */
import type {
  GovernmentService,
  OpeningHoursSpecification,
  PostalAddress,
  ServiceChannel,
  WithContext,
} from 'schema-dts'
import { absolute, urls } from '../../urls.ts'
import type { Authority } from '../authorities/index.ts'
import type { OpeningHours, Service } from '../checklist/index.ts'
import type { EffectiveService } from './effective-page.ts'
import { shownText } from './local-text.ts'
import { dialOf } from './present-service.ts'
import type { Reader } from './reader.ts'

type Structured<T> = Exclude<T, string>

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** That a service is free, schema.org has no word for: it knows free events, places and works. @see https://schema.org/GovernmentService */
export function structuredService(
  reader: Reader,
  baseUrl: string,
  town: Authority,
  effective: EffectiveService,
): Structured<GovernmentService> {
  const { service, owner } = effective
  const name = shownText(service.name, reader.order)
  const about = shownText(service.whatHappens, reader.order)
  return withoutEmpty<Structured<GovernmentService>>({
    '@type': 'GovernmentService',
    url: absolute(baseUrl, urls.service(reader.translator.language, town, service.id)),
    name: name?.text,
    description: about?.text,
    serviceOperator: { '@type': 'GovernmentOrganization', name: service.provider || owner.name },
    areaServed: town.name,
    hoursAvailable: hoursOf(service.hours),
    availableChannel: channelsOf(reader, service),
  })
}

/** What is spoken on a line stands with the line, and with the place what is spoken there. */
function channelsOf(reader: Reader, service: Service): Structured<ServiceChannel>[] {
  const tagsOf = (codes: readonly string[]) => codes.map((code) => reader.languageOf(code).tag)
  return [
    ...service.phones
      .filter((phone) => !phone.fictional)
      .map(({ number, languages }) =>
        withoutEmpty<Structured<ServiceChannel>>({
          '@type': 'ServiceChannel',
          servicePhone: { '@type': 'ContactPoint', telephone: dialOf(number) },
          availableLanguage: tagsOf(languages),
        }),
      ),
    ...[service.web, service.chat].flatMap((address): Structured<ServiceChannel>[] =>
      address ? [{ '@type': 'ServiceChannel', serviceUrl: address }] : [],
    ),
    ...placesOf(service, tagsOf(service.languages)),
  ]
}

function hoursOf({ always, weekly }: OpeningHours): Structured<OpeningHoursSpecification>[] {
  if (always) return [{ '@type': 'OpeningHoursSpecification', dayOfWeek: days, opens: '00:00', closes: '23:59' }]
  const byTimes = Map.groupBy(weekly, ({ opens, closes }) => `${opens}-${closes}`)
  return [...byTimes.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const dayOfWeek = same.flatMap(({ day }) => days[day - 1] ?? [])
    return [{ '@type': 'OpeningHoursSpecification', dayOfWeek, opens: first.opens, closes: first.closes }]
  })
}

/** A confidential place has no address to give. */
function placesOf({ place }: Service, availableLanguage: readonly string[]): Structured<ServiceChannel>[] {
  if (place.type !== 'addresses') return []
  return place.addresses.map(({ street, postcode, town }) =>
    withoutEmpty<Structured<ServiceChannel>>({
      '@type': 'ServiceChannel',
      serviceLocation: {
        '@type': 'Place',
        address: withoutEmpty<Structured<PostalAddress>>({
          '@type': 'PostalAddress',
          streetAddress: street,
          postalCode: postcode,
          addressLocality: town,
        }),
      },
      availableLanguage,
    }),
  )
}

function withoutEmpty<T extends object>(object: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T
}

/** One service with everything, for its own page. */
export function structuredServicePage(service: Structured<GovernmentService>): WithContext<GovernmentService> {
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
): WithContext<GovernmentService> {
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
    availableChannel: { '@type': 'ServiceChannel', serviceUrl: url, availableLanguage: languages },
  }
}
