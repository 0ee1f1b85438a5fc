/** A model document ↔ its form, and which words a town gets in which language. Pure. */
import type { FormFields } from '../../../platform/http/form.ts'
import { hasUnknownFields } from '../../../platform/letters/letter-text.ts'

export { filledText, paragraphsOf } from '../../../platform/letters/letter-text.ts'

/** The council's decision, and the letter that puts it before the council. */
export const documentKinds = ['decision', 'letter'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What is filled in for a town: a name in braces each. The last four are articles of the Convention by P. */
export const placeholders = [
  'town',
  'country',
  'date',
  'text-title',
  'text-version',
  'text-language',
  'text-approved',
  'text-sha256',
  'prevention',
  'protection',
  'prosecution',
  'participation',
] as const
export type DocumentFields = Readonly<Record<(typeof placeholders)[number], string>>

export interface DocumentWords {
  readonly title: string
  readonly body: string
}

/** Words of an association; a row without words was taken back, and its revision goes on. */
export interface OwnDocument {
  readonly association: string
  readonly kind: DocumentKind
  /** Code. */
  readonly language: string
  readonly words: DocumentWords | undefined
  readonly revision: number
}

export interface DocumentFault {
  readonly field: 'title' | 'body'
  readonly code: 'missing' | 'tooLong' | 'placeholder' | 'number'
}

export const longestDocument = { title: 300, body: 10_000 } as const

/** Braces that stand for nothing, by which a town would be given a document with holes. */
export const hasUnknownPlaceholder = (text: string): boolean => hasUnknownFields(text, placeholders)

/** @param namesNumber whether a text holds a telephone number. */
export function documentFrom(
  fields: FormFields,
  namesNumber: (text: string) => boolean,
): { readonly words: DocumentWords; readonly faults: readonly DocumentFault[] } {
  const text = (name: string) => fields.get(name)?.[0]?.trim() ?? ''
  const words = { title: text('title').replace(/\s+/g, ' '), body: text('body') }
  const faults = (['title', 'body'] as const).flatMap((field): DocumentFault[] => {
    const typed = words[field]
    if (typed === '') return [{ field, code: 'missing' }]
    if (typed.length > longestDocument[field]) return [{ field, code: 'tooLong' }]
    if (hasUnknownPlaceholder(typed)) return [{ field, code: 'placeholder' }]
    return namesNumber(typed) ? [{ field, code: 'number' }] : []
  })
  return { words, faults }
}

export interface ShippedDocument extends DocumentWords {
  readonly status: { readonly origin: 'person' | 'machine'; readonly reviewed: string | null }
}

/** By code of the language. */
export type Shipped = Readonly<Record<DocumentKind, Readonly<Record<string, ShippedDocument>>>>

export interface FoundDocument extends DocumentWords {
  readonly language: string
  /** Whose words they are; undefined: shipped. */
  readonly association: string | undefined
  /** No person has checked the translation. */
  readonly machine: boolean
}

/**
 * What a town finds, by language: its association's own words first, else the shipped ones.
 *
 * @param own of its associations, the one whose words count first in front.
 */
export function documentsFor(kind: DocumentKind, own: readonly OwnDocument[], shipped: Shipped): FoundDocument[] {
  const found = new Map<string, FoundDocument>()
  for (const { kind: of, language, words, association } of own) {
    if (of === kind && words && !found.has(language)) {
      found.set(language, { ...words, language, association, machine: false })
    }
  }
  for (const [language, { title, body, status }] of Object.entries(shipped[kind])) {
    const machine = status.origin === 'machine' && status.reviewed === null
    if (!found.has(language)) found.set(language, { title, body, language, association: undefined, machine })
  }
  return [...found.values()]
}
