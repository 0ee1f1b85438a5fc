/** Fields of the forms of a country's help numbers: reading them, and collecting what is wrong. */
import { type FormFields, fieldText, fieldTexts } from '../../../platform/http/form.ts'
import type { MessageKey } from '../../../platform/i18n/messages.gen.ts'

type CodeOf<K> = K extends `helplines.error.${infer Code}` ? Code : never
/** Message `helplines.error.<code>`. */
export type ErrorCode = CodeOf<MessageKey>

export interface FormFault {
  readonly field: string
  readonly code: ErrorCode
  /** The id of the control where it is not the field's name. */
  readonly anchor?: string
}

export interface FormReader {
  /** Trimmed; empty where nothing was sent. */
  text(name: string): string
  ticked(name: string): boolean
  /** One of the options; null for nothing or anything else. */
  choice<T extends string>(name: string, options: readonly T[]): T | null
  choices<T extends string>(name: string, options: readonly T[]): T[]
  /** `yes` or `no`; null for neither. */
  fact(name: string): boolean | null
  refuse(field: string, code: ErrorCode, anchor?: string): void
  readonly faults: readonly FormFault[]
}

export function formReader(fields: FormFields): FormReader {
  const faults: FormFault[] = []
  const choice = <T extends string>(name: string, options: readonly T[]): T | null =>
    options.find((option) => option === fieldText(fields, name)) ?? null
  return {
    text: (name) => fieldText(fields, name),
    ticked: (name) => fieldText(fields, name) !== '',
    choice,
    choices: (name, options) => {
      const sent = new Set<string>(fieldTexts(fields, name))
      return options.filter((option) => sent.has(option))
    },
    fact: (name) => {
      const said = choice(name, ['yes', 'no'])
      return said === null ? null : said === 'yes'
    },
    refuse: (field, code, anchor) => faults.push({ field, code, ...(anchor ? { anchor } : {}) }),
    faults,
  }
}

/** Fields from names and texts; what is empty is left out. */
export function formFields(entries: Readonly<Record<string, string | readonly string[] | null>>): FormFields {
  const fields = new Map<string, readonly string[]>()
  for (const [name, value] of Object.entries(entries)) {
    const values = typeof value === 'string' ? [value] : (value ?? [])
    if (values.some((one) => one !== '')) fields.set(name, values)
  }
  return fields
}

/** Arabic and Persian digits as Latin ones. */
export function latinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
}
