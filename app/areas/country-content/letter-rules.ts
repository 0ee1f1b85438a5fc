/** A model letter ↔ its form, and the letter with a town's own words in it. Pure. */
import type { FormFields } from '../../platform/http/form.ts'
import { filledText, hasUnknownFields } from '../../platform/letters/letter-text.ts'
import type { LocalText } from '../checklist/index.ts'

export interface LetterWords {
  readonly title: LocalText
  readonly body: LocalText
}

export interface ModelLetter {
  readonly id: string
  /** Id of the association. */
  readonly association: string
  /** In which it is written. */
  readonly language: string
  readonly words: LetterWords
  /** What towns get; undefined: nothing yet. */
  readonly published: LetterWords | undefined
  readonly version: number
  readonly revision: number
}

export const letterSlots = ['title', 'body'] as const
export type LetterSlot = (typeof letterSlots)[number]

const longest = { title: 200, body: 4000 } as const

/** What stands in a letter for something of the town. */
export const letterFields = ['town', 'office'] as const
export type LetterFields = Readonly<Record<(typeof letterFields)[number], string>>

export type LetterFault = {
  readonly field: LetterSlot
  readonly code: 'missing' | 'tooLong' | 'number' | 'field'
}

/** Braces that stand for nothing: a town would send them as they are. */
export const unknownFields = (text: string): boolean => hasUnknownFields(text, letterFields)

/** @param fields what a town puts in; set apart, so that a name in another script does not turn the sentence round. */
export const filledLetter = (text: string, fields: LetterFields): string => filledText(text, fields)

export interface LetterReading {
  /** The language that the form is in, and the one that the letter is written in. */
  readonly language: string
  readonly source: string
  /** Of the draft that the form was made from. */
  readonly revision: number
  namesNumber(text: string): boolean
  withSource(text: LocalText, language: string, typed: string): LocalText
  withTranslation(
    text: LocalText,
    given: { language: string; typed: string; machine: boolean; from: string; revision: number },
  ): LocalText
}

type Read = { readonly words: LetterWords } | { readonly faults: readonly [LetterFault, ...LetterFault[]] }

export function lettersFrom(fields: FormFields, before: LetterWords, reading: LetterReading): Read {
  const { language, source, revision } = reading
  const text = (name: string) => fields.get(name)?.[0]?.trim() ?? ''
  const faults = letterSlots.flatMap((field): LetterFault[] => {
    const typed = text(field)
    // A translation is taken out by emptying it.
    if (typed === '') return language === source ? [{ field, code: 'missing' }] : []
    if (typed.length > longest[field]) return [{ field, code: 'tooLong' }]
    if (reading.namesNumber(typed)) return [{ field, code: 'number' }]
    return unknownFields(typed) ? [{ field, code: 'field' }] : []
  })
  const [first, ...others] = faults
  if (first) return { faults: [first, ...others] }
  const read = (slot: LetterSlot): LocalText =>
    language === source
      ? reading.withSource(before[slot], language, text(slot))
      : reading.withTranslation(before[slot], {
          language,
          typed: text(slot),
          machine: text('machine') !== '',
          from: source,
          revision,
        })
  return { words: { title: read('title'), body: read('body') } }
}

/** Languages in which a whole letter stands, the one it is written in first. */
export function letterLanguages({ language, published }: Pick<ModelLetter, 'language' | 'published'>): string[] {
  if (!published) return []
  const whole = Object.keys(published.body).filter((code) => published.title[code])
  return whole.toSorted((a, b) => Number(b === language) - Number(a === language) || a.localeCompare(b))
}
