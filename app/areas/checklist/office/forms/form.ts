/** What every form of the office shares: reading fields, collecting faults, the outcome. All pure. */
import { type FormFields, fieldText, fieldTexts } from '../../../../platform/http/form.ts'
import type { MessageKey } from '../../../../platform/i18n/messages.gen.ts'
import type { FactFaultCode } from '../../faults.ts'

type CodeOf<K, P extends string> = K extends `${P}.${infer Code}` ? Code : never
/** A fault of what was typed; message `checklist.office.error.<code>`. */
export type ErrorCode = CodeOf<MessageKey, 'checklist.office.error'>
/** The same, quoting what could not be read; message `checklist.office.errorIn.<code>` with `value`. */
export type QuotingErrorCode = CodeOf<MessageKey, 'checklist.office.errorIn'>

/**
 * One fault of one field. `anchor` is the id of the control where it differs from the field's name; `href` the page
 * where it is mended, where that is not the one shown.
 */
export type FormFault = { readonly field: string; readonly anchor?: string; readonly href?: string } & (
  | { readonly code: ErrorCode }
  | { readonly codeIn: QuotingErrorCode; readonly value: string }
  | { readonly fact: FactFaultCode }
)

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly FormFault[] }

/** Reads fields and collects faults in the order of the form. */
export interface FormReader {
  readonly fields: FormFields
  /** Trimmed; empty where nothing was sent. */
  text(name: string): string
  /** All values of a field, trimmed, without empty ones. */
  texts(name: string): string[]
  ticked(name: string): boolean
  /** One of the options, or null for nothing or anything else. */
  choice<T extends string>(name: string, options: readonly T[]): T | null
  /** Those of the options that are ticked, in the order of the options. */
  choices<T extends string>(name: string, options: readonly T[]): T[]
  refuse(field: string, code: ErrorCode, anchor?: string): void
  /** What a rule of the facts would say, told with the other faults of the form. */
  refuseFact(field: string, fact: FactFaultCode): void
  refuseValue(field: string, code: QuotingErrorCode, value: string): void
  /** @returns the value if nothing was refused. */
  outcome<T>(value: T | null | undefined): Parsed<T>
}

export function formReader(fields: FormFields): FormReader {
  const faults: FormFault[] = []
  return {
    fields,
    text: (name) => fieldText(fields, name),
    texts: (name) => fieldTexts(fields, name),
    ticked: (name) => fieldText(fields, name) !== '',
    choice: (name, options) => options.find((option) => option === fieldText(fields, name)) ?? null,
    choices: (name, options) => {
      const sent = new Set<string>(fieldTexts(fields, name))
      return options.filter((option) => sent.has(option))
    },
    refuse: (field, code, anchor) => faults.push({ field, code, ...(anchor === undefined ? {} : { anchor }) }),
    refuseFact: (field, fact) => faults.push({ field, fact }),
    refuseValue: (field, codeIn, value) => faults.push({ field, codeIn, value }),
    outcome: (value) =>
      faults.length > 0 || value === null || value === undefined ? { ok: false, faults } : { ok: true, value },
  }
}

/** Fields from names and texts; what is empty is left out, as an unticked box is. */
export function formFields(entries: Readonly<Record<string, string | readonly string[] | null>>): FormFields {
  const fields = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(entries)) {
    const values = typeof value === 'string' ? [value] : (value ?? [])
    if (values.some((one) => one !== '')) fields.set(name, values)
  }
  return fields
}

/** Several sets of fields as one; a later one wins. */
export function mergeFields(...sets: readonly FormFields[]): FormFields {
  return new Map(sets.flatMap((set) => [...set]))
}

/** Exactly what was typed, for showing it again. */
export function typed(fields: FormFields, name: string): string {
  return fields.get(name)?.[0] ?? ''
}

/** `yes`, `no` or nothing for a fact that may be unknown. */
export const yesNo = ['yes', 'no'] as const

export function booleanOf(choice: 'yes' | 'no' | null): boolean | null {
  return choice === null ? null : choice === 'yes'
}

export function yesNoOf(fact: boolean | null): string {
  if (fact === null) return ''
  return fact ? 'yes' : 'no'
}

/** How many rows a repeated group has in the form: the highest index sent plus one. Names are `<group>-<index>-<field>`. */
export function rowCount(fields: FormFields, group: string): number {
  const pattern = new RegExp(`^${group}-(\\d{1,3})-`)
  const indexes = [...fields.keys()].map((name) => Number(pattern.exec(name)?.[1] ?? -1))
  return Math.max(-1, ...indexes) + 1
}

/** The rows that say something and are not to be taken out, by their index in the form. */
export function usedRows(fields: FormFields, group: string, texts: readonly string[]): number[] {
  return Array.from({ length: rowCount(fields, group) }, (_, index) => index).filter(
    (index) =>
      fieldText(fields, `${group}-${index}-remove`) === '' &&
      texts.some((one) => fieldText(fields, `${group}-${index}-${one}`) !== ''),
  )
}

/**
 * The row of `rows` that a row of the form was made from, by what the form remembers of it; each is given once. An
 * index would not do: another officer may have taken a row out meanwhile.
 */
export function rememberedRows<T>(rows: readonly T[], keyOf: (row: T) => string): (key: string) => T | undefined {
  const left = [...rows]
  return (key) => {
    const index = key === '' ? -1 : left.findIndex((row) => keyOf(row) === key)
    return index < 0 ? undefined : left.splice(index, 1)[0]
  }
}
