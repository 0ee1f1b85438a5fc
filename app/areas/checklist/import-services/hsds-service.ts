/** One HSDS 3.x service as facts of ours. */
import { webAddress } from '../web-address.ts'
import { accessIn, accessTerms, type HsdsAccess } from './hsds-access.ts'
import { saidWhere } from './hsds-areas.ts'
import { hoursOf } from './hsds-hours.ts'
import { type HsdsLanguage, type HsdsLocation, type HsdsPhone, type HsdsService, hsdsService } from './hsds-shape.ts'
import { alertTerms, hsdsOf, ownTerms, revisionTerm } from './hsds-write.ts'
import {
  type ImportNote,
  type ImportNoteCode,
  type ImportRecord,
  type Path,
  type ReadOptions,
  revisionIn,
  wordsIn,
} from './record.ts'

export { hsdsService }

type Note = (column: string, code: ImportNoteCode, value?: string) => void

/** RFC 6350 types of HSDS → channels; a fax or a pager is no number to call. */
const channelOf: Readonly<Record<string, string>> = {
  '': 'voice',
  voice: 'voice',
  cell: 'voice',
  text: 'text',
  video: 'video',
  textphone: 'relay',
}

/** `en-GB` → `en`; undefined where the product does not know the language. */
function languageOf(code: string, options: ReadOptions): string | undefined {
  if (options.languages.has(code)) return code
  try {
    const { language, script } = new Intl.Locale(code)
    return [`${language}-${script}`, language].find((each) => options.languages.has(each))
  } catch {
    return undefined
  }
}

function languagesOf(given: readonly HsdsLanguage[], column: string, options: ReadOptions, note: Note): string[] {
  const codes = given.flatMap(({ code, name }) => {
    const known = (code ? languageOf(code, options) : undefined) ?? (name ? options.languageNamed(name) : undefined)
    if (!known) note(column, 'languageSkipped', code ?? name ?? '')
    return known ?? []
  })
  return [...new Set(codes)]
}

function phonesOf(given: readonly HsdsPhone[], options: ReadOptions, note: Note): object[] {
  const phones = new Map<string, object>()
  for (const [index, { number, extension, type, description, languages }] of given.entries()) {
    const channel = channelOf[type?.trim().toLowerCase() ?? '']
    const whole = [number, extension].flatMap((part) => `${part ?? ''}`.trim() || []).join(' ext. ')
    if (!number || !channel) note(`phones.${index}`, 'phoneSkipped', type ?? '')
    else if (!phones.has(whole)) {
      phones.set(whole, {
        number: whole,
        label: wordsIn(options.language, description ?? undefined),
        channels: [channel],
        languages: languagesOf(languages ?? [], `phones.${index}.languages`, options, note),
      })
    }
  }
  return [...phones.values()]
}

/** Kinds by the map or by their own ids, from the taxonomy terms of the service. */
function kindsOf({ attributes }: HsdsService, options: ReadOptions, note: Note): string[] {
  const kinds = (attributes ?? []).flatMap(({ taxonomy_term: term }) => {
    if (ownTerms.has(term?.code ?? '')) return []
    const words = [term?.code, term?.name, term?.id].filter((word) => typeof word === 'string')
    const kind = words.map((word) => options.kindOf(word)).find((each) => each !== undefined)
    if (!kind && words[0] !== undefined && !isConfidential(words[0])) note('attributes', 'kindIgnored', words[0])
    return kind ?? []
  })
  if (kinds.length === 0 && options.defaultKind) return [options.defaultKind]
  return [...new Set(kinds)]
}

const isConfidential = (word: string | null | undefined): boolean =>
  word === 'confidential' || word === 'confidential-place'

/** HSDS has no mark for a confidential place: an attribute says so, or the map names the service. */
function confidentialOf(service: HsdsService, locations: readonly HsdsLocation[], options: ReadOptions): boolean {
  const attributes = [...(service.attributes ?? []), ...locations.flatMap((each) => each.attributes ?? [])]
  const said = attributes.some(
    ({ label, value, taxonomy_term: term }) =>
      isConfidential(term?.code) || (isConfidential(label) && !/^(?:no|false|0)$/i.test(value ?? '')),
  )
  return said || options.confidential.has(service.id)
}

type Found = { readonly column: string; readonly address: object | undefined }

function addressesOf(locations: readonly HsdsLocation[]): Found[] {
  return locations.flatMap(({ location_type, addresses, latitude, longitude }, index) => {
    if (location_type === 'virtual' || location_type === 'postal') return []
    const physical = (addresses ?? []).filter((each) => (each.address_type ?? 'physical') === 'physical')
    const column = `service_at_locations.${index}.location`
    if (physical.length === 0 && (latitude ?? longitude ?? null) !== null) return [{ column, address: undefined }]
    return physical.map(({ address_1, address_2, city, postal_code }) => ({
      column: `${column}.addresses`,
      address:
        address_1?.trim() && city?.trim()
          ? {
              street: address_1,
              extra: address_2 ?? '',
              postcode: postal_code ?? '',
              town: city,
              latitude: latitude ?? null,
              longitude: longitude ?? null,
            }
          : undefined,
    }))
  })
}

/** A confidential place has no address: what the file says of one is dropped, and the report says so. */
function placeOf(locations: readonly HsdsLocation[], confidential: boolean, note: Note): object {
  const found = addressesOf(locations)
  if (confidential) {
    for (const column of new Set(found.map((each) => each.column))) note(column, 'addressDropped')
    return { type: 'confidential' }
  }
  for (const { column, address } of found) if (!address) note(column, 'addressIncomplete')
  const addresses = found.flatMap(({ address }) => address ?? [])
  return addresses.length > 0 ? { type: 'addresses', addresses } : { type: 'none' }
}

/** Directories write `www.example.org` as often as the whole address. */
const linkOf = (url: string | null | undefined): string | null => (url?.trim() ? webAddress(url.trim()) : null)

function feeOf({ cost_options }: HsdsService): string | null {
  const amounts = (cost_options ?? []).flatMap(({ amount }) => amount ?? [])
  if (amounts.length === 0) return null
  if (amounts.every((amount) => amount === 0)) return 'free'
  return amounts.some((amount) => amount === 0) ? 'partly' : 'paid'
}

/** The parts that say something, one a paragraph. */
function paragraphs(language: string, ...parts: readonly (string | null | undefined)[]) {
  const said = parts.flatMap((part) => part?.trim() || [])
  return said.length === 0 ? {} : wordsIn(language, [...new Set(said)].join('\n\n'))
}

function closureOf({ status, last_modified, assured_date }: HsdsService, note: Note): object | null {
  if (status !== 'temporarily closed') return null
  const from = (last_modified ?? assured_date)?.slice(0, 10)
  if (!from) note('status', 'closedWithoutDate')
  return from ? { from, to: null, text: {} } : null
}

/** What an attribute says under a term of our own. */
const attributeValue = ({ attributes }: HsdsService, code: string): string | null | undefined =>
  attributes?.find(({ taxonomy_term: term }) => term?.code === code)?.value

/** Of a service without a location, as it goes out from here. */
const ownAccess = ({ attributes }: HsdsService): HsdsAccess[] =>
  (attributes ?? []).flatMap(({ taxonomy_term: term, value }): HsdsAccess[] => {
    if (term?.code === accessTerms.description) return [{ description: value }]
    return term?.code === accessTerms.details ? [{ details: value }] : []
  })

function alertOf(service: HsdsService, language: string): object | null {
  if (!service.alert?.trim()) return null
  const from = attributeValue(service, alertTerms.from)
  return {
    text: wordsIn(language, service.alert),
    ...(from ? { from } : {}),
    until: attributeValue(service, alertTerms.until) || null,
  }
}

function factsOf(
  service: HsdsService,
  confidential: boolean,
  options: ReadOptions,
  note: Note,
): Record<string, unknown> {
  const { language } = options
  const visits = service.service_at_locations ?? []
  const locations = visits.flatMap(({ location }) => location ?? [])
  const all = <T>(own: readonly T[] | null | undefined, ...rest: readonly (readonly T[] | null | undefined)[]): T[] =>
    [own, ...rest].flatMap((each) => each ?? [])
  const phones = all(service.phones, ...visits.map((each) => each.phones), ...locations.map((each) => each.phones))
  const schedules = all(
    service.schedules,
    ...visits.map((each) => each.schedules),
    ...locations.map((each) => each.schedules),
  )
  const access = accessIn([...locations.flatMap((each) => each.accessibility ?? []), ...ownAccess(service)])
  const costs = (service.cost_options ?? []).flatMap(({ option, amount_description }) => [option, amount_description])
  const [min, max] = [service.minimum_age ?? null, service.maximum_age ?? null].map((age) => age && Math.floor(age))
  return {
    kinds: kindsOf(service, options, note),
    name: paragraphs(language, service.name),
    whatHappens: paragraphs(language, service.description),
    ages: min === null && max === null ? null : { min, max },
    provider: service.organization?.name ?? '',
    phones: phonesOf(phones, options, note),
    email: service.email?.trim() || null,
    web: linkOf(service.url),
    place: placeOf(locations, confidential, note),
    hours: hoursOf(schedules, language, (index) => note(`schedules.${index}`, 'scheduleSkipped')),
    fee: feeOf(service),
    feeNote: paragraphs(language, service.fees_description, service.fees, ...costs),
    languages: languagesOf(service.languages ?? [], 'languages', options, note),
    accessFeatures: access.features,
    accessNote: paragraphs(language, ...access.words, service.interpretation_services),
    howDecided: paragraphs(language, service.eligibility_description, service.application_process),
    alert: alertOf(service, language),
    closure: closureOf(service, note),
    checked: service.assured_date ? { on: service.assured_date.slice(0, 10), by: 'provider' } : null,
  }
}

/** Our field → the member of HSDS that it comes from. */
const members: Readonly<Record<string, string>> = {
  sourceId: 'id',
  kinds: 'attributes',
  whatHappens: 'description',
  ages: 'minimum_age',
  provider: 'organization.name',
  web: 'url',
  place: 'service_at_locations',
  hours: 'schedules',
  feeNote: 'fees_description',
  accessFeatures: 'service_at_locations.location.accessibility',
  accessNote: 'service_at_locations.location.accessibility',
  howDecided: 'eligibility_description',
  closure: 'status',
  checked: 'assured_date',
}

const memberOf = (path: Path): string => {
  const [field, index, inner] = path.map(String)
  const member = members[field ?? ''] ?? field ?? ''
  return field === 'phones' ? ['phones', index, inner === 'label' ? 'description' : inner].join('.') : member
}

/** @param row which service of the file it is, from 1. */
export function serviceOfHsds(row: number, service: HsdsService, options: ReadOptions): ImportRecord {
  const notes: ImportNote[] = []
  const sourceId = service.id
  const note: Note = (column, code, value) =>
    notes.push({ row, sourceId, column, code, ...(value === undefined || value === '' ? {} : { value }) })
  const skipped = service.status === 'inactive' || service.status === 'defunct'
  if (skipped) note('status', 'inactiveSkipped')
  const locations = (service.service_at_locations ?? []).flatMap(({ location }) => location ?? [])
  const confidential = confidentialOf(service, locations, options)
  const facts = skipped ? {} : factsOf(service, confidential, options, note)
  const whereOf = (path: Path) => ({ row, column: memberOf(path) })
  const again: ImportRecord['again'] = {
    revision: revisionIn(attributeValue(service, revisionTerm)),
    read: (draft) => serviceOfHsds(row, hsdsService.parse(hsdsOf(draft, options.language, '')), options),
  }
  const said = saidWhere(service, confidential)
  return { row, sourceId, facts, faults: [], notes, confidential, skipped, again, whereOf, said }
}
