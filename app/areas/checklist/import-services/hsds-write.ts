/** A service as HSDS 3.1 nests it: what `hsds-service.ts` reads. Texts are in one language; a confidential place has no location. */
import { createHash } from 'node:crypto'
import { weekdayOf } from '../hours/fortnight.ts'
import type { Address, LocalText, OpeningHours, Phone } from '../schema.ts'
import type { OutgoingService } from './csv-write.ts'
import { accessRows, accessTerms, type HsdsAccess } from './hsds-access.ts'

/** The same id for the same thing, each time it goes out (UUID version 8, RFC 9562). */
function idFor(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

const types: Readonly<Record<string, string>> = { text: 'text', video: 'video', relay: 'textphone' }
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Without members that are not known. */
const known = (members: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )

const languageRows = (codes: readonly string[], ...of: string[]) =>
  codes.map((code) => ({ id: idFor('language', ...of, code), code }))

function phoneOf(id: string, { number, label, channels, languages }: Phone, index: number, language: string) {
  const phone = idFor('phone', id, index)
  return known({
    id: phone,
    number,
    type: types[channels[0] ?? ''] ?? 'voice',
    description: label[language]?.text,
    languages: languageRows(languages, phone),
  })
}

function schedulesOf(id: string, { weekly, fortnightly, exceptions, note }: OpeningHours, language: string) {
  const regular = weekly.map(({ day, opens, closes }) => ({
    ...{ freq: 'WEEKLY', interval: 1, byday: days[day - 1], opens_at: opens, closes_at: closes },
  }))
  const second = fortnightly.map(({ from, opens, closes }) => ({
    ...{ freq: 'WEEKLY', interval: 2, dtstart: from, byday: days[weekdayOf(from) - 1], opens_at: opens },
    closes_at: closes,
  }))
  const special = exceptions.map(({ from, to, opens, closes, note: said }) => ({
    ...{ valid_from: from, valid_to: to, opens_at: opens, closes_at: closes, description: said[language]?.text },
  }))
  // Of no day: it is read as words on all of them.
  const words = note[language] ? [{ description: note[language].text }] : []
  return [...regular, ...second, ...special, ...words].map((each, index) =>
    known({ id: idFor('schedule', id, index), ...each }),
  )
}

function visitOf(
  id: string,
  address: Address,
  index: number,
  { country, access }: { readonly country: string; readonly access: readonly HsdsAccess[] },
) {
  const location = idFor('location', id, index)
  return {
    id: idFor('service_at_location', id, index),
    location: {
      ...known({ id: location, location_type: 'physical', latitude: address.latitude, longitude: address.longitude }),
      addresses: [
        {
          id: idFor('address', location),
          address_1: address.street,
          ...known({ address_2: address.extra }),
          city: address.town,
          // HSDS wants these two even where nobody knows them.
          state_province: '',
          postal_code: address.postcode,
          country,
          address_type: 'physical',
        },
      ],
      ...(access.length === 0
        ? {}
        : { accessibility: access.map((each, row) => ({ id: idFor('accessibility', location, row), ...each })) }),
    },
  }
}

/** HSDS knows no revisions; an attribute can hold any value under a term of one's own. */
export const revisionTerm = 'safe-towns-revision'
/** Nor does it know from when to when an alert is shown. */
export const alertTerms = { from: 'safe-towns-alert-from', until: 'safe-towns-alert-until' } as const
export const ownTerms: ReadonlySet<string> = new Set([
  revisionTerm,
  ...Object.values(alertTerms),
  ...Object.values(accessTerms),
])

const attributeOf = (id: string, code: string, value?: string, ...which: readonly string[]) => ({
  id: idFor('attribute', id, code, ...which),
  ...known({ value }),
  taxonomy_term: { id: idFor('term', code), code, name: code, description: code },
})

const accessAttributes = (id: string, access: readonly HsdsAccess[]) =>
  access.flatMap((row) =>
    (['description', 'details'] as const).flatMap((member) => {
      const said = row[member]
      return said ? [attributeOf(id, accessTerms[member], said, said)] : []
    }),
  )

/** @param country ISO 3166-1. */
export function hsdsOf(
  { id, revision, facts }: OutgoingService,
  language: string,
  country: string,
): Record<string, unknown> {
  const say = (text: LocalText) => text[language]?.text
  const { place, ages, closure, alert, checked, fee } = facts
  const access = accessRows(facts, language)
  const addresses = place.type === 'addresses' ? place.addresses : []
  return {
    ...known({
      id,
      // HSDS wants a name: in another language where there is none in this one.
      name: say(facts.name) ?? Object.values(facts.name)[0]?.text,
      description: say(facts.whatHappens),
      url: facts.web,
      email: facts.email,
      status: closure ? 'temporarily closed' : 'active',
      minimum_age: ages?.min,
      maximum_age: ages?.max,
      assured_date: checked?.on,
      alert: alert && say(alert.text),
      fees_description: say(facts.feeNote),
      eligibility_description: say(facts.howDecided),
    }),
    organization: { id: idFor('organization', facts.provider), ...known({ name: facts.provider }) },
    phones: facts.phones.map((each, index) => phoneOf(id, each, index, language)),
    schedules: schedulesOf(id, facts.hours, language),
    languages: languageRows(facts.languages, id),
    cost_options: fee === 'free' ? [{ id: idFor('cost', id), amount: 0 }] : [],
    attributes: [
      ...[...facts.kinds, ...(place.type === 'confidential' ? ['confidential'] : [])].map((code) =>
        attributeOf(id, code),
      ),
      attributeOf(id, revisionTerm, `${revision}`),
      ...(['from', 'until'] as const).flatMap((day) =>
        alert?.[day] ? [attributeOf(id, alertTerms[day], alert[day])] : [],
      ),
      ...(addresses.length === 0 ? accessAttributes(id, access) : []),
    ],
    service_at_locations: addresses.map((each, index) => visitOf(id, each, index, { country, access })),
  }
}
