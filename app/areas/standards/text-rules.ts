/** A standard text in one of its languages ↔ the fields of its form. Pure. */
import type { FormFields } from '../../platform/http/form.ts'
import type { LocalText, StandardWords } from '../checklist/index.ts'

export type TextFault = {
  /** Name of the field. */
  readonly field: string
  readonly code: 'tooLong' | 'street' | 'number' | 'nothing' | 'gaps'
}

export const textSlots = ['whatHappens', 'accessNote', 'feeNote', 'howDecided', 'howToComplain'] as const
export type TextSlot = (typeof textSlots)[number]

/** What a text for a kind can say: of a duty what a town does, for nobody comes to it, pays or is decided about. */
export const slotsFor = ({ duty }: { readonly duty: boolean }): readonly TextSlot[] =>
  duty ? ['whatHappens'] : textSlots

export const audienceChoices = [
  'children',
  'teens',
  'parents',
  'families',
  'adults',
  'professionals',
  'everyone',
] as const satisfies readonly StandardWords['audiences'][number][]

export const machineField = (slot: string): string => `machine-${slot}`
const longest = 4000

/** What reading a form has to know. */
export interface TextReading {
  /** Those of the form. */
  readonly slots: readonly TextSlot[]
  /** The language that the form is in, and the one that the text is written in. */
  readonly language: string
  readonly source: string
  /** Of the draft that the form was made from: a translation was made from what it said. */
  readonly revision: number
  /** Whether words say where a place is. */
  namesPlace(text: string): boolean
  withSource(text: LocalText, language: string, typed: string): LocalText
  withTranslation(
    text: LocalText,
    given: { language: string; typed: string; machine: boolean; from: string; revision: number },
  ): LocalText
}

export function textFields(words: StandardWords, language: string): FormFields {
  const fields = new Map<string, readonly string[]>()
  for (const slot of textSlots) {
    const said = words[slot][language]
    if (said) fields.set(slot, [said.text])
    if (said?.origin === 'machine') fields.set(machineField(slot), ['yes'])
  }
  if (words.audiences.length > 0) fields.set('audiences', words.audiences)
  return fields
}

const latinDigits = (text: string): string => text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))

/** Six digits and more that a reader might dial, such as 116 111; years and amounts are shorter. */
const dialled = /\+?\d(?:[\s()./-]?\d){5,}/g
const years = /^(?:19|20)\d\d\s?[-/.]\s?(?:19|20)?\d\d$/

const dayOrMonth = '(?:0?[1-9]|[12]\\d|3[01])'
const dates = new RegExp(
  `(?<!\\d)(?:${dayOrMonth}([./-])${dayOrMonth}\\1(?:19|20)\\d\\d|(?:19|20)\\d\\d-[01]\\d-[0-3]\\d)(?!\\d)`,
  'g',
)

export function namesNumber(text: string): boolean {
  const undated = latinDigits(text).replace(dates, '|')
  return (undated.match(dialled) ?? []).some((found) => !years.test(found.trim()))
}

/** `1 250 000`, `120.000,50`, `250000`: nobody dials what begins with one to nine and stands in thousands. */
const sums = /(?<![\d+][\s./()-]?)(?:[1-9]\d{0,2}(?:[\s.,'’]\d{3})+|[1-9]\d{3,8})(?:[.,]\d{1,2})?(?![\s./()-]?\d)/g

/** A text about money as far as somebody might dial it. */
export const withoutSums = (text: string): string => latinDigits(text).replace(sums, '|')

const namesMail = (text: string): boolean => /[^\s@]@[^\s@]+\.[^\s@]/.test(text)

/** Whether a text says how to reach somebody: a telephone number, an address of a mail. */
export const namesContact = (text: string): boolean => namesNumber(text) || namesMail(text)

type Read = { readonly words: StandardWords } | { readonly faults: readonly [TextFault, ...TextFault[]] }

/** An empty slot of the form was emptied. The audiences stand beside the language that a text about help is written in. */
export function wordsFrom(fields: FormFields, before: StandardWords, reading: TextReading): Read {
  const { language, source, slots } = reading
  const faults: TextFault[] = []
  const text = (name: string) => fields.get(name)?.[0]?.trim() ?? ''
  const next: Record<TextSlot, LocalText> = { ...before }
  for (const slot of slots) {
    const typed = text(slot)
    if (typed.length > longest) faults.push({ field: slot, code: 'tooLong' })
    else if (reading.namesPlace(typed)) faults.push({ field: slot, code: 'street' })
    else if (namesNumber(typed)) faults.push({ field: slot, code: 'number' })
    const machine = text(machineField(slot)) !== ''
    const now = before[slot][language]
    const unchanged = (now?.text ?? '') === typed && (now === undefined || (now.origin === 'machine') === machine)
    if (language === source) next[slot] = reading.withSource(before[slot], language, typed)
    else if (!unchanged || now?.fromRevision === 0)
      next[slot] = reading.withTranslation(before[slot], {
        language,
        typed,
        machine,
        from: source,
        revision: reading.revision,
      })
  }
  const [first, ...others] = faults
  if (first) return { faults: [first, ...others] }
  const ticked = new Set(fields.get('audiences') ?? [])
  const asked = language === source && slots.length > 1
  const audiences = asked ? audienceChoices.filter((one) => ticked.has(one)) : before.audiences
  return { words: { ...next, audiences } }
}

/** A text that says nothing in the language it is written in is not for publication. */
export function saysNothing(words: StandardWords, source: string): boolean {
  return textSlots.every((slot) => words[slot][source] === undefined)
}

/** Words that somebody began with have gaps which only the owner can fill: `[[who answers]]`, in whichever language. */
export function leavesGaps(words: StandardWords, hasGap: (text: string) => boolean): boolean {
  return textSlots.some((slot) => Object.values(words[slot]).some((said) => said && hasGap(said.text)))
}

/**
 * A text that is begun with the words of a template: those of the language it is written in, and of the others, which
 * were made from the same.
 *
 * @param begun by slot; a language that has none gets none. @param languages in which the owner writes. @param slots that the
 * text can say.
 */
export function begunWords(
  begun: Partial<Readonly<Record<TextSlot, LocalText>>>,
  source: string,
  languages: readonly string[],
  slots: readonly TextSlot[] = textSlots,
): Partial<Record<TextSlot, LocalText>> {
  const wordsOf = (text: LocalText = {}): LocalText => {
    const own = text[source]
    if (!own) return {}
    const others = languages.flatMap((code) => {
      const said = code === source ? undefined : text[code]
      return said ? [[code, { ...said, from: source, fromRevision: 1 }] as const] : []
    })
    return { [source]: own, ...Object.fromEntries(others) }
  }
  return Object.fromEntries(slots.map((slot) => [slot, wordsOf(begun[slot])]))
}
