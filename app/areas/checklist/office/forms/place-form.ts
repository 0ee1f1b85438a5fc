/** Where a service is ↔ the fields of the form. A confidential place has no field for an address. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { Address, Place, ServiceFacts } from '../../schema.ts'
import { withSource } from '../service-texts.ts'
import { type FormContext, writtenIn } from './context.ts'
import { latinDigits } from './date-field.ts'
import { type FormReader, formFields, formReader, mergeFields, type Parsed, rememberedRows, usedRows } from './form.ts'

export const placeTypes = ['addresses', 'none', 'confidential'] as const

/** Rows of the form that hold an address, in the order of the facts. */
export const addressRows = (fields: FormFields) =>
  usedRows(fields, 'address', ['street', 'extra', 'postcode', 'town', 'directions'])

export function placeFieldsFrom(facts: ServiceFacts, context: FormContext): FormFields {
  const { place } = facts
  const type = formFields({ place: place.type })
  if (place.type !== 'addresses') return type
  const language = writtenIn(facts, context)
  return mergeFields(type, ...place.addresses.map((one, index) => addressFields(one, `address-${index}`, language)))
}

function addressFields(address: Address, row: string, language: string): FormFields {
  const { street, extra, postcode, town, latitude, longitude, directions } = address
  const point = latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`
  return formFields({
    [`${row}-was`]: street,
    [`${row}-street`]: street,
    [`${row}-extra`]: extra,
    [`${row}-postcode`]: postcode,
    [`${row}-town`]: town,
    [`${row}-point`]: point,
    [`${row}-directions`]: directions[language]?.text ?? '',
  })
}

/** With a confidential place everything of an address that was typed is dropped, here and when shown again. */
export function placeFrom(fields: FormFields, before: ServiceFacts, context: FormContext): Parsed<ServiceFacts> {
  const form = formReader(fields)
  const type = form.choice('place', placeTypes)
  if (!type) form.refuse('place', 'placeMissing')
  const place = type === 'addresses' ? addressesFrom(form, before, context) : type && { type }
  return form.outcome(place && { ...before, place })
}

function addressesFrom(form: FormReader, before: ServiceFacts, context: FormContext): Place {
  const language = writtenIn(before, context)
  const known = before.place.type === 'addresses' ? before.place.addresses : []
  const wasOf = rememberedRows(known, ({ street }) => street)
  const addresses = addressRows(form.fields).map((index) => {
    const row = `address-${index}`
    return addressFrom(form, row, wasOf(form.text(`${row}-was`)), language)
  })
  if (addresses.length === 0) form.refuse('address-0-street', 'addressMissing')
  return { type: 'addresses', addresses }
}

function addressFrom(form: FormReader, row: string, was: Address | undefined, language: string): Address {
  const [street, town] = [form.text(`${row}-street`), form.text(`${row}-town`)]
  if (street === '') form.refuse(`${row}-street`, 'streetMissing')
  if (town === '') form.refuse(`${row}-town`, 'townMissing')
  const [extra, postcode] = [form.text(`${row}-extra`), form.text(`${row}-postcode`)]
  for (const [field, text, most] of [
    ['street', street, 200],
    ['extra', extra, 200],
    ['town', town, 120],
  ] as const) {
    if (text.length > most) form.refuse(`${row}-${field}`, 'tooLong')
  }
  if (postcode.length > 20) form.refuse(`${row}-postcode`, 'tooLong')
  const directions = withSource(was?.directions ?? {}, language, form.text(`${row}-directions`))
  return { street, extra, postcode, town, ...pointFrom(form, `${row}-point`), directions }
}

/** `52.09, 5.12`: latitude and longitude in decimal degrees, as maps show them. */
function pointFrom(form: FormReader, field: string): Pick<Address, 'latitude' | 'longitude'> {
  const text = form.text(field)
  if (text === '') return { latitude: null, longitude: null }
  const match = /^(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(latinDigits(text))
  const [latitude, longitude] = [Number(match?.[1]), Number(match?.[2])]
  if (match && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude }
  form.refuseValue(field, 'point', text)
  return { latitude: null, longitude: null }
}

/** What may be shown again: nothing of an address once the place is confidential. */
export function placeFieldsToShow(fields: FormFields): FormFields {
  if (fields.get('place')?.[0] !== 'confidential') return fields
  return new Map([...fields].filter(([name]) => !name.startsWith('address-')))
}
