/** Somebody of a delegation, and when people are registered, as forms. Every refusal names its field. Pure. */
import { z } from 'zod'
import type { FormFields } from '../../platform/http/form.ts'
import { typedDay } from '../../ui/dates.ts'
import { type FaultCode, type TypedFields, typedFields } from '../plans/index.ts'
import { categories } from './place-rules.ts'
import {
  accessNeeds,
  ageGroups,
  type Delegate,
  diets,
  type Guest,
  guestKinds,
  type Person,
  type Registration,
} from './schema.ts'

export type PersonFaultCode =
  | Extract<FaultCode, 'missing' | 'long' | 'day' | 'url' | 'choose' | 'number' | 'order'>
  | 'languages'
  | 'email'
  | 'first-name'
  | 'consent'
  | 'adult'

export interface PersonFault {
  /** Name of the field. */
  readonly field: string
  readonly code: PersonFaultCode
}

export interface PersonReading {
  /** BCP 47, of whoever types. */
  readonly tag: string
  readLanguages(text: string): readonly string[] | undefined
}

interface Read {
  readonly fields: FormFields
  readonly typed: TypedFields
  readonly faults: PersonFault[]
}

const raw = (fields: FormFields, name: string) => fields.get(name)?.[0]?.trim() ?? ''

/** Who they are is none of what gives a protected place away. */
const begin = (fields: FormFields, tag: string): Read => ({
  ...{ fields, faults: [] },
  typed: typedFields(fields, { tag, givesPlaceAway: () => false, namesContact: () => false }),
})

function daysFrom({ typed, faults }: Read, [first, last]: readonly [string, string]) {
  const [from, to] = [typed.day(first), typed.day(last)]
  if (from && to && to < from) faults.push({ field: last, code: 'order' })
  return [from, to] as const
}

function commonFrom(read: Read, { readLanguages }: PersonReading) {
  const { fields, typed, faults } = read
  const languages = raw(fields, 'languages') === '' ? [] : readLanguages(raw(fields, 'languages'))
  if (!languages) faults.push({ field: 'languages', code: 'languages' })
  const [arrives, leaves] = daysFrom(read, ['arrives', 'leaves'])
  const ticked = typed.choices('access')
  return {
    name: typed.line('name', 'needed'),
    ...{ languages: [...(languages ?? [])], arrives, leaves },
    ...{ diet: typed.choice('diet', diets) ?? 'everything', dietNote: typed.line('dietNote') },
    ...{ access: accessNeeds.filter((one) => ticked.includes(one)), accessNote: typed.line('accessNote') },
  }
}

const firstName = /^\p{L}[\p{L}\p{M}'’.-]*$/u

function childFrom(read: Read, reading: PersonReading): Person {
  const { fields, typed, faults } = read
  const common = commonFrom(read, reading)
  if (common.name !== '' && !firstName.test(common.name)) faults.push({ field: 'name', code: 'first-name' })
  const ageGroup = typed.choice('ageGroup', ageGroups) ?? '16-17'
  const adult = raw(fields, 'adult')
  if (adult === '') faults.push({ field: 'adult', code: 'choose' })
  const safeguarding = typed.line('safeguarding', 'needed')
  if (!typed.isTicked('consent')) faults.push({ field: 'consent', code: 'consent' })
  return { child: true, ...common, ageGroup, adult, safeguarding }
}

function adultFrom(read: Read, reading: PersonReading): Person {
  const { typed, faults } = read
  const common = commonFrom(read, reading)
  const email = typed.line('email')
  if (email !== '' && !z.email().safeParse(email).success) faults.push({ field: 'email', code: 'email' })
  const [role, companion] = [typed.line('function', 'needed'), typed.line('companion')]
  return { child: false, ...common, function: role, email, companion, visa: typed.isTicked('visa') }
}

export function personFrom(
  fields: FormFields,
  child: boolean,
  reading: PersonReading,
): { readonly person: Person } | { readonly faults: readonly PersonFault[] } {
  const read = begin(fields, reading.tag)
  const person = child ? childFrom(read, reading) : adultFrom(read, reading)
  const faults = [...(read.typed.faults as readonly PersonFault[]), ...read.faults]
  return faults.length > 0 ? { faults } : { person }
}

/** As the form shows it first. */
export function personFields(one: Delegate, languagesText: (codes: readonly string[]) => string): FormFields {
  const common = {
    ...{ name: [one.name], languages: [languagesText(one.languages)], diet: [one.diet], dietNote: [one.dietNote] },
    ...{ access: [...one.access], accessNote: [one.accessNote] },
    ...{ arrives: [typedDay(one.arrives)], leaves: [typedDay(one.leaves)] },
  }
  const own = one.child
    ? { ageGroup: [one.ageGroup], adult: [one.adult], safeguarding: [one.safeguarding], consent: ['yes'] }
    : { function: [one.function], email: [one.email], companion: [one.companion], visa: one.visa ? ['yes'] : [] }
  return new Map<string, readonly string[]>(Object.entries({ ...common, ...own }))
}

/** An organisation that is invited, with the address of whoever registers its people. */
export function guestFrom(
  fields: FormFields,
  tag: string,
):
  | { readonly guest: Pick<Guest, 'kind' | 'name'> & { readonly email: string } }
  | { readonly faults: readonly PersonFault[] } {
  const { typed, faults } = begin(fields, tag)
  const kind = typed.choice('kind', guestKinds)
  if (!kind) faults.push({ field: 'kind', code: 'choose' })
  const [name, email] = [typed.line('name', 'needed'), typed.line('email', 'needed')]
  if (email !== '' && !z.email().safeParse(email).success) faults.push({ field: 'email', code: 'email' })
  const all = [...(typed.faults as readonly PersonFault[]), ...faults]
  return all.length > 0 || !kind ? { faults: all } : { guest: { kind, name, email } }
}

const mostPlaces = 99
export const quotaField = (category: string): string => `quota-${category}`

export function registrationFrom(
  fields: FormFields,
  tag: string,
): { readonly registration: Omit<Registration, 'revision'> } | { readonly faults: readonly PersonFault[] } {
  const read = begin(fields, tag)
  const { typed, faults } = read
  const [opens, closes] = daysFrom(read, ['opens', 'closes'])
  for (const [field, day] of [
    ['opens', opens],
    ['closes', closes],
  ] as const) {
    if (raw(fields, field) === '' && day === null) faults.push({ field, code: 'missing' })
  }
  const quotas = Object.fromEntries(
    categories.map((category) => {
      const field = quotaField(category)
      const places = typed.number(field) ?? 0
      if (!Number.isInteger(places) || places < 0 || places > mostPlaces) faults.push({ field, code: 'number' })
      return [category, places]
    }),
  )
  const conference = typed.web('conference')
  if (conference !== '' && !conference.startsWith('https://')) faults.push({ field: 'conference', code: 'url' })
  const all = [...(typed.faults as readonly PersonFault[]), ...faults]
  return all.length > 0 ? { faults: all } : { registration: { opens, closes, quotas, conference } }
}

export const registrationFields = ({ opens, closes, quotas, conference }: Registration): FormFields =>
  new Map(
    Object.entries({
      ...{ opens: typedDay(opens), closes: typedDay(closes), conference },
      ...Object.fromEntries(categories.map((one) => [quotaField(one), `${quotas[one] ?? ''}`])),
    }).map(([name, text]) => [name, [text]]),
  )
