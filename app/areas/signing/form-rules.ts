/** What people type on the pages of an application. Pure. */
import type { FormFields } from '../../platform/http/form.ts'
import { isDomain, isEmail } from './email-schema.ts'
import { type ElectedKind, electedKinds } from './kind-rules.ts'
import type { Answer } from './schema.ts'

export const faultCodes = [
  'missing',
  'long',
  'date',
  'dateFuture',
  'dateFar',
  'email',
  'domain',
  'unknownBody',
  'whichBody',
  'tick',
  'textGone',
  'choose',
  'documentMissing',
  'documentLarge',
  'documentUnreadable',
  'documentInfected',
  'documentUnscanned',
] as const
export type FaultCode = (typeof faultCodes)[number]

export interface FieldFault {
  /** Name of the field. */
  readonly field: string
  readonly code: FaultCode
}
export type Read<T> = { readonly given: T } | { readonly faults: readonly FieldFault[] }

/** A day as people write it, or null. */
export type ParseDate = (text: string) => string | null

/** Collects what is wrong while a form is read. */
function reader(fields: FormFields) {
  const faults: FieldFault[] = []
  const refuse = (field: string, code: FaultCode) => void faults.push({ field, code })
  const text = (name: string) => fields.get(name)?.[0]?.trim() ?? ''
  return {
    refuse,
    text,
    /** On one line. */
    line: (name: string, most: number, optional = false): string => {
      const typed = text(name).replace(/\s+/g, ' ')
      if (!optional && !/[\p{L}\p{N}]/u.test(typed)) refuse(name, 'missing')
      if (typed.length > most) refuse(name, 'long')
      return typed
    },
    /** Days are `YYYY-MM-DD`, both included. @param given.ahead it may lie in the future. */
    day: (name: string, parse: ParseDate, given: { until: string; from?: string; ahead?: true }): string => {
      const { until, from = '1990-01-01', ahead } = given
      const typed = text(name)
      const day = parse(typed)
      if (typed === '') refuse(name, 'missing')
      else if (day === null) refuse(name, 'date')
      else if (day > until) refuse(name, ahead ? 'dateFar' : 'dateFuture')
      else if (day < from) refuse(name, 'dateFar')
      return day ?? ''
    },
    given: <T>(value: T): Read<T> => (faults.length > 0 ? { faults } : { given: value }),
  }
}

export const longest = {
  ...{
    name: 200,
    mandate: 120,
    domain: 200,
    body: 200,
    reference: 100,
    office: 120,
    person: 120,
    email: 254,
    phone: 40,
  },
  ...{ place: 200, witness: 120, words: 2_000, election: 120, web: 200 },
} as const

/** As it stands behind the @: without `https://`, `www.` and what comes behind it. */
const domainIn = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '')

export function whoFrom(fields: FormFields, representative: boolean): Read<Answer<'who'>> {
  const form = reader(fields)
  const name = form.line('name', longest.name)
  const mandate = representative ? form.line('mandate', longest.mandate) : ''
  const typed = form.line('domain', longest.domain, true)
  const domain = domainIn(typed)
  if (typed !== '' && !isDomain(domain)) form.refuse('domain', 'domain')
  return form.given({ name, mandate, domain })
}

export interface Candidate {
  readonly id: string
  readonly name: string
}

/** @param found bodies of the directory with that name. */
export function bodyFrom(fields: FormFields, found: readonly Candidate[]): Read<Answer<'body'>> {
  const form = reader(fields)
  const typed = form.line('name', longest.name)
  const [only] = found
  const chosen = found.length === 1 ? only : found.find(({ id }) => id === form.text('authority'))
  const unknown = form.text('unknown') === 'yes'
  if (typed !== '' && !chosen && !unknown) form.refuse('name', found.length > 1 ? 'whichBody' : 'unknownBody')
  return form.given({ name: chosen?.name ?? typed, authority: chosen?.id ?? null })
}

export interface Days {
  readonly parse: ParseDate
  /** `YYYY-MM-DD`, at the place. */
  readonly today: string
}

export function decisionFrom(fields: FormFields, { parse, today }: Days): Read<Answer<'decision'>> {
  const form = reader(fields)
  return form.given({
    body: form.line('body', longest.body),
    on: form.day('on', parse, { until: today }),
    reference: form.line('reference', longest.reference, true),
  })
}

export function officeFrom(fields: FormFields): Read<Answer<'office'>> {
  const form = reader(fields)
  return form.given({
    office: form.line('office', longest.office),
    person: form.line('person', longest.person, true),
  })
}

export interface Contact {
  readonly name: string
  readonly email: string
  readonly phone: string
}

export function contactFrom(fields: FormFields): Read<Contact> {
  const form = reader(fields)
  const name = form.line('name', longest.name)
  const email = form.line('email', longest.email).toLowerCase()
  if (email !== '' && !isEmail(email)) form.refuse('email', 'email')
  return form.given({ name, email, phone: form.line('phone', longest.phone, true) })
}

export interface OfferedText {
  readonly version: string
  readonly language: string
}

export const textValue = ({ version, language }: OfferedText): string => `${version}.${language}`

/** @param offered the texts that can be accepted. */
export function textFrom(fields: FormFields, offered: readonly OfferedText[], today: string): Read<Answer<'text'>> {
  const form = reader(fields)
  const chosen = offered.find((one) => textValue(one) === form.text('text'))
  if (!chosen) form.refuse('agree', 'textGone')
  else if (form.text('agree') !== 'yes') form.refuse('agree', 'tick')
  return form.given({ version: chosen?.version ?? '', language: chosen?.language ?? '', on: today })
}

/** A ceremony is planned at most so far ahead. */
const yearsAhead = 2

export function ceremonyFrom(fields: FormFields, { parse, today }: Days): Read<Answer<'ceremony'>> {
  const form = reader(fields)
  const held = form.text('held')
  if (held === 'no') return form.given({ on: null, place: '', witness: '' })
  if (held !== 'yes') {
    form.refuse('held', 'choose')
    return form.given({ on: null, place: '', witness: '' })
  }
  const until = `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4)}`
  const on = form.day('on', parse, { until, ahead: true })
  const place = form.line('place', longest.place)
  return form.given({ on, place, witness: form.line('witness', longest.witness, true) })
}

export function bodyRequestFrom(
  fields: FormFields,
  countries: ReadonlySet<string>,
): Read<{ readonly country: string; readonly name: string; readonly web: string }> {
  const form = reader(fields)
  const country = form.text('country')
  if (!countries.has(country)) form.refuse('country', 'choose')
  const name = form.line('name', longest.name)
  return form.given({ country, name, web: form.line('web', longest.web, true) })
}

interface Election {
  readonly name: string
  readonly heldOn: string
  readonly scope: 'country' | 'members' | 'areas'
  readonly areas: readonly string[]
  readonly kinds: readonly ElectedKind[]
}

/** What the form offers. */
export interface Offered {
  /** Ids. */
  readonly areas: ReadonlySet<string>
  /** An association has members. */
  readonly members: boolean
}

export function electionFrom(fields: FormFields, { parse, today }: Days, offered: Offered): Read<Election> {
  const form = reader(fields)
  const name = form.line('name', longest.election)
  const year = Number(today.slice(0, 4))
  const around = { from: `${year - 1}${today.slice(4)}`, until: `${year + 6}${today.slice(4)}`, ahead: true } as const
  const heldOn = form.day('on', parse, around)
  const scope = scopesOf(offered).find((one) => one === form.text('scope'))
  if (!scope) form.refuse('scope', 'choose')
  const areas = scope === 'areas' ? [...new Set(fields.get('areas'))].filter((one) => offered.areas.has(one)) : []
  if (scope === 'areas' && areas.length === 0) form.refuse('areas', 'choose')
  const kinds = electedKinds.filter((one) => fields.get('kinds')?.includes(one))
  if (kinds.length === 0) form.refuse('kinds', 'choose')
  return form.given({ name, heldOn, kinds, areas, scope: scope ?? 'country' })
}

export const scopesOf = ({ areas, members }: Offered): readonly Election['scope'][] => [
  'country',
  ...(members ? (['members'] as const) : []),
  ...(areas.size > 0 ? (['areas'] as const) : []),
]

export function withdrawalFrom(
  fields: FormFields,
  { parse, today }: Days,
): Read<{ readonly decidedOn: string; readonly words: string }> {
  const form = reader(fields)
  const decidedOn = form.day('on', parse, { until: today })
  return form.given({ decidedOn, words: wordsIn(form) })
}

/** As typed, with its paragraphs. */
function wordsIn(form: ReturnType<typeof reader>): string {
  const words = form.text('words')
  if (words === '') form.refuse('words', 'missing')
  if (words.length > longest.words) form.refuse('words', 'long')
  return words
}

export function wordsFrom(fields: FormFields): Read<string> {
  const form = reader(fields)
  return form.given(wordsIn(form))
}

export function correctionFrom(
  fields: FormFields,
  { parse, today }: Days,
  offered: readonly OfferedText[],
): Read<{ readonly signedOn: string; readonly text: OfferedText; readonly words: string }> {
  const form = reader(fields)
  const signedOn = form.day('on', parse, { until: today })
  const text = offered.find((one) => textValue(one) === form.text('text'))
  if (!text) form.refuse('text', 'choose')
  return form.given({ signedOn, text: text ?? { version: '', language: '' }, words: wordsIn(form) })
}
