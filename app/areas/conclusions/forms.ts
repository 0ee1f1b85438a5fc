/** What is typed about conclusions. Pure; every refusal names its field. */
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import { type FaultCode, typedFields } from '../plans/index.ts'
import {
  type AmendmentKind,
  amendmentKinds,
  type ItemState,
  itemStates,
  needsNote,
  type OwnerKind,
  ownerKinds,
  type Translations,
  translated,
  type Votes,
} from './conclusion-rules.ts'

export interface Fault {
  readonly field: string
  readonly code: FaultCode | 'owner' | 'same' | 'note' | 'future'
}
type Faults = { readonly faults: readonly Fault[] }

export interface Reading {
  /** BCP 47, of whoever types. */
  readonly tag: string
  givesPlaceAway(text: string): boolean
  namesContact(text: string): boolean
}

type Typed = ReturnType<typeof typedFields>

/** Paragraphs that may not be empty. */
function needed(typed: Typed, field: string): string {
  const text = typed.text(field)
  if (text === '') typed.refuse(field, 'missing')
  return text
}

const result = <T extends object>(typed: Typed, more: readonly Fault[], value: T): T | Faults => {
  const faults = [...typed.faults, ...more]
  return faults.length > 0 ? { faults } : value
}

export interface NewLine {
  readonly body: string
  readonly asks: string
  readonly language: string
}

/** @param languages in which one can be written. */
export function newLine(fields: FormFields, reading: Reading, languages: readonly string[]): NewLine | Faults {
  const typed = typedFields(fields, reading)
  const [body, asks] = [needed(typed, 'body'), typed.line('asks')]
  const language = languages.find((one) => one === fieldText(fields, 'language')) ?? languages[0] ?? 'en'
  return result(typed, [], { body, asks, language })
}

export const translationField = (language: string): string => `t-${language}`

export interface WholeLine {
  readonly body: string
  readonly asks: string
  readonly due: string | null
  readonly ownerKind: OwnerKind
  readonly ownerCountry: string
  readonly ownerName: string
  readonly translations: (bodyRevision: number, before: Translations) => Translations
}

/** @param given.languages of translations. @param given.writes the text itself may be changed. */
export function wholeLine(
  fields: FormFields,
  reading: Reading,
  given: { readonly languages: readonly string[]; readonly writes: boolean },
): WholeLine | Faults {
  const typed = typedFields(fields, reading)
  const [body, asks] = given.writes ? [needed(typed, 'body'), typed.line('asks')] : ['', '']
  const due = typed.day('due')
  const ownerKind = ownerKinds.find((one) => one === fieldText(fields, 'owner')) ?? 'secretariat'
  const [ownerCountry, ownerName] = [fieldText(fields, 'country').toUpperCase(), typed.line('name')]
  if (ownerKind === 'authority' && ownerName === '') typed.refuse('name', 'missing')
  const texts = Object.fromEntries(given.languages.map((one) => [one, typed.text(translationField(one))]))
  const stillHold = typed.choices('holds')
  return result(typed, [], {
    ...{ body, asks, due, ownerKind, ownerCountry, ownerName },
    translations: (bodyRevision: number, before: Translations) =>
      translated(before, texts, { bodyRevision, stillHold }),
  })
}

export interface TypedAmendment {
  readonly kind: AmendmentKind
  readonly body: string
  readonly reason: string
}

export function amendmentFrom(fields: FormFields, reading: Reading): TypedAmendment | Faults {
  const typed = typedFields(fields, reading)
  const kind = typed.choice('kind', amendmentKinds)
  const body = kind === 'delete' ? '' : needed(typed, 'body')
  const reason = needed(typed, 'reason')
  return result(typed, [], { kind: kind ?? 'replace', body, reason })
}

export function decisionFrom(
  fields: FormFields,
  reading: Reading,
): { readonly state: 'accepted' | 'refused'; readonly answer: string } | Faults {
  const typed = typedFields(fields, reading)
  const state = typed.choice('state', ['accepted', 'refused'] as const)
  return result(typed, [], { state: state ?? 'refused', answer: needed(typed, 'answer') })
}

const voteNames = ['for', 'against', 'abstained'] as const
export const voteField = (of: string, name: (typeof voteNames)[number]): string => `${name}-${of}`

/** Undefined: nothing was counted. */
function votesOf(typed: Typed, fields: FormFields, of: string, faults: Fault[]): Votes | undefined {
  if (!typed.anyOf(voteNames.map((name) => voteField(of, name)))) return undefined
  const count = (name: (typeof voteNames)[number]) => {
    const text = fieldText(fields, voteField(of, name)).trim()
    if (/^\d{1,5}$/.test(text)) return Number(text)
    faults.push({ field: voteField(of, name), code: text === '' ? 'missing' : 'number' })
    return 0
  }
  return { for: count('for'), against: count('against'), abstained: count('abstained') }
}

export interface TypedAdoption {
  readonly on: string
  readonly whole: Votes | null
  readonly each: ReadonlyMap<string, Votes>
}

/** Hands were raised for all of them together, or for each. @param today at most. */
export function adoptionFrom(
  fields: FormFields,
  reading: Reading,
  { ids, today }: { readonly ids: readonly string[]; readonly today: string },
): TypedAdoption | Faults {
  const typed = typedFields(fields, reading)
  const faults: Fault[] = []
  const on = typed.day('on', 'needed')
  if (on !== null && on > today) faults.push({ field: 'on', code: 'future' })
  const whole = votesOf(typed, fields, 'all', faults) ?? null
  const each = new Map<string, Votes>()
  for (const id of whole ? [] : ids) {
    const votes = votesOf(typed, fields, id, faults)
    if (votes) each.set(id, votes)
    else faults.push({ field: voteField(id, 'for'), code: 'missing' })
  }
  return result(typed, faults, { on: on ?? today, whole, each })
}

export interface TypedState {
  readonly state: ItemState
  readonly text: string
}

export function stateFrom(fields: FormFields, reading: Reading): TypedState | Faults {
  const typed = typedFields(fields, reading)
  const state = typed.choice('state', itemStates)
  const text = typed.text('note')
  if (state && needsNote(state) && text === '') return { faults: [...typed.faults, { field: 'note', code: 'note' }] }
  return result(typed, [], { state: state ?? 'open', text })
}
