/** The form of a translation, and who may decide about it.*/

import type { FileFaultCode } from '../../platform/files/file-types.ts'
import { type FormFields, fieldText } from '../../platform/http/form.ts'
import { blocksOf, linesOf, MarkdownFault } from './markdown.ts'

export const offerFields = ['title', 'summary', 'body', 'link'] as const
export type OfferField = (typeof offerFields)[number]
export type OfferWords = Readonly<Record<OfferField, string>>

/** The longest that a resource takes. */
const longest: Readonly<Record<OfferField, number>> = { title: 200, summary: 600, body: 40_000, link: 2_000 }

export interface OfferFault {
  readonly field: OfferField | 'read' | 'file'
  readonly code: 'missing' | 'long' | 'markup' | 'link' | 'number' | 'unread' | FileFaultCode
  /** Of a text that cannot be shown. */
  readonly line?: number
}

export interface OfferReading {
  /** It leads elsewhere: it has a link and no text. */
  readonly isLink: boolean
  /** It has a file: a text beside it may be left out. */
  readonly hasFile: boolean
  namesNumber(text: string): boolean
}

const lines = (text: string) => text.replace(/\r\n?/g, '\n').trim()

export const wordsIn = (fields: FormFields): OfferWords => ({
  title: fieldText(fields, 'title').trim(),
  summary: fieldText(fields, 'summary').trim(),
  body: lines(fieldText(fields, 'body')),
  link: fieldText(fields, 'link').trim(),
})

/** What keeps a translation from being sent. A draft may lack anything, but holds nothing that is too long. */
export function offerFaults(
  words: OfferWords,
  fields: FormFields,
  reading: OfferReading,
  sends: boolean,
): OfferFault[] {
  const long = offerFields.filter((field) => words[field].length > longest[field])
  const faults: OfferFault[] = long.map((field) => ({ field, code: 'long' }))
  if (faults.length > 0 || !sends) return faults
  const holds: readonly OfferField[] = reading.isLink ? ['link'] : reading.hasFile ? [] : ['body']
  const needed: readonly OfferField[] = ['title', 'summary', ...holds]
  faults.push(...needed.filter((field) => words[field] === '').map((field) => ({ field, code: 'missing' as const })))
  if (reading.isLink && words.link !== '' && !isPage(words.link)) faults.push({ field: 'link', code: 'link' })
  faults.push(...textFaults(words, reading))
  if (fieldText(fields, 'read') !== 'yes') faults.push({ field: 'read', code: 'unread' })
  return faults
}

/** Numbers of help come from checked data, never from a text that grows old. */
export function textFaults(
  { title, summary, body }: OfferWords,
  { namesNumber }: Pick<OfferReading, 'namesNumber'>,
): OfferFault[] {
  const named = (
    [
      ['title', title],
      ['summary', summary],
    ] as const
  )
    .filter(([, text]) => namesNumber(text))
    .map(([field]) => ({ field, code: 'number' as const }))
  try {
    return linesOf(blocksOf(body)).some((line) => namesNumber(line))
      ? [...named, { field: 'body', code: 'number' }]
      : named
  } catch (error) {
    if (!(error instanceof MarkdownFault)) throw error
    return [...named, { field: 'body', code: 'markup', line: error.line }]
  }
}

const isPage = (link: string) => link.startsWith('https://') && URL.canParse(link)

interface Writers {
  readonly begunBy: string | null
  readonly changedBy: string | null
}

/** Nobody decides about their own words. */
export const mayDecide = (person: string, { begunBy, changedBy }: Writers): boolean =>
  begunBy !== person && changedBy !== person

/** Fewer than this many are not told as a number. */
export const fewest = 5
