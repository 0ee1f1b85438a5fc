/** The parts in which a service is filled in, as data: fields from facts, facts from fields, where a fault belongs. */
import type { FormFields } from '../../../platform/http/form.ts'
import { urls } from '../../../urls.ts'
import type { ServiceFacts } from '../schema.ts'
import { aboutFieldsFrom, aboutFrom } from './forms/about-form.ts'
import { areaFieldsFrom, areaFrom } from './forms/area-form.ts'
import { conditionsFieldsFrom, conditionsFrom } from './forms/conditions-form.ts'
import { contactFieldsFrom, contactFrom, phoneRows } from './forms/contact-form.ts'
import type { FormContext } from './forms/context.ts'
import type { Parsed } from './forms/form.ts'
import { hoursFieldOf, hoursFieldsFrom, hoursFrom } from './forms/hours-form.ts'
import { noticeFieldsFrom, noticeFrom } from './forms/notice-form.ts'
import { addressRows, placeFieldsFrom, placeFieldsToShow, placeFrom } from './forms/place-form.ts'
import { translationField, translationFieldsFrom, translationsFrom } from './forms/translation-form.ts'
import { sourceLanguage, wordingAt } from './service-texts.ts'

export const partIds = ['about', 'contact', 'place', 'hours', 'conditions', 'area', 'notice', 'languages'] as const
export type PartId = (typeof partIds)[number]

export interface ServicePart {
  readonly id: PartId
  readonly fieldsFrom: (facts: ServiceFacts, context: FormContext) => FormFields
  /** The facts with this part as it was typed; everything else stays. */
  readonly factsFrom: (fields: FormFields, before: ServiceFacts, context: FormContext) => Parsed<ServiceFacts>
  /** What of the typed fields may be shown again; all unless said. */
  readonly fieldsToShow?: (fields: FormFields) => FormFields
  /** Keys of the facts that this part holds. */
  readonly holds: readonly (keyof ServiceFacts)[]
}

export const serviceParts: { readonly [Id in PartId]: ServicePart } = {
  about: {
    id: 'about',
    fieldsFrom: aboutFieldsFrom,
    factsFrom: aboutFrom,
    holds: ['name', 'whatHappens', 'kinds', 'audiences', 'ages', 'provider', 'standard'],
  },
  contact: {
    id: 'contact',
    fieldsFrom: contactFieldsFrom,
    factsFrom: contactFrom,
    holds: ['phones', 'email', 'web', 'chat'],
  },
  place: {
    id: 'place',
    fieldsFrom: placeFieldsFrom,
    factsFrom: placeFrom,
    fieldsToShow: placeFieldsToShow,
    holds: ['place'],
  },
  hours: { id: 'hours', fieldsFrom: hoursFieldsFrom, factsFrom: hoursFrom, holds: ['hours'] },
  conditions: {
    id: 'conditions',
    fieldsFrom: conditionsFieldsFrom,
    factsFrom: conditionsFrom,
    holds: [
      'fee',
      'feeNote',
      'languages',
      'interpreters',
      'accessFeatures',
      'accessNote',
      'parentNeeded',
      'parentNote',
      'tellsOthers',
      'tellsNote',
      'anonymous',
      'howDecided',
      'howToComplain',
    ],
  },
  area: { id: 'area', fieldsFrom: areaFieldsFrom, factsFrom: areaFrom, holds: ['serves', 'areaNote'] },
  notice: { id: 'notice', fieldsFrom: noticeFieldsFrom, factsFrom: noticeFrom, holds: ['alert', 'closure'] },
  languages: { id: 'languages', fieldsFrom: translationFieldsFrom, factsFrom: translationsFrom, holds: [] },
}

export function servicePart(id: string): ServicePart | undefined {
  const known = partIds.find((part) => part === id)
  return known && serviceParts[known]
}

type Path = readonly (string | number)[]
type OfficeTown = Parameters<typeof urls.officeTown>[0]

/** The part that holds what a path in the facts names. */
export function partOf(path: Path): PartId {
  return partIds.find((id) => serviceParts[id].holds.some((key) => key === path[0])) ?? 'about'
}

/**
 * The field in which what a path in the facts names is typed: where a fault of it is shown.
 *
 * @param fields those that the facts were read from: rows may have been left empty or taken out.
 */
export function fieldOf(path: Path, facts: ServiceFacts, fields: FormFields): string {
  const [top = 'name', second, third, fourth] = path
  if (top === 'hours') return hoursFieldOf(path.slice(1), facts.hours, fields)
  if (top === 'phones' && typeof second === 'number') {
    return `phone-${phoneRows(fields)[second] ?? second}-${third ?? 'number'}`
  }
  if (top === 'place' && typeof third === 'number') {
    return `address-${addressRows(fields)[third] ?? third}-${fourth ?? 'street'}`
  }
  const nested = second === undefined ? undefined : nestedFields[`${top}.${second}`]
  return nested ?? flatFields[top] ?? `${top}`
}

/** Where what a path names is typed: the page of a part, for a translation that of its language, and the field on it. */
export interface FactPlace {
  readonly part: PartId
  readonly field: string
  /** The language of a translation. */
  readonly into?: string
}

/** @param official languages in which the town writes, its own first. */
export function placeOfFact(
  path: Path,
  facts: ServiceFacts,
  { fields, official }: { readonly fields: FormFields; readonly official: readonly string[] },
): FactPlace {
  const wording = wordingAt(facts, path)
  if (wording && wording.language !== sourceLanguage(facts.name, official)) {
    return { part: 'languages', field: translationField(wording.path), into: wording.language }
  }
  return { part: partOf(path), field: fieldOf(path, facts, fields) }
}

export function urlOfFact(town: OfficeTown, id: string, { part, field, into }: FactPlace): string {
  const page = urls.officeServicePart(town, id, part)
  return `${page}${into === undefined ? '' : `?${new URLSearchParams({ into })}`}#${field}`
}

const nestedFields: Readonly<Record<string, string>> = {
  'ages.min': 'ageMin',
  'ages.max': 'ageMax',
  'alert.from': 'alertFrom',
  'alert.until': 'alertUntil',
  'closure.from': 'closureFrom',
  'closure.to': 'closureTo',
  'closure.lookAgain': 'closureLookAgain',
}
const flatFields: Readonly<Record<string, string>> = {
  ages: 'ageMax',
  alert: 'alertText',
  closure: 'closureText',
  phones: 'phone-0-number',
  serves: 'codes',
}
