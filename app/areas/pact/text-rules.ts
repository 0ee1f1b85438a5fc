/** A text of the Pact ↔ its form: which version it may be, how it is read, who may approve it. Pure. */
import type { FormFields } from '../../platform/http/form.ts'

/** The place of a text: one version in one language. */
export interface TextPlace {
  /** Such as `1` or `1.2`. */
  readonly version: string
  /** Code. */
  readonly language: string
}

export interface TextWords {
  readonly title: string
  /** Paragraphs divided by empty lines; a line that begins with "# " is a heading. */
  readonly body: string
}

/** A text that waits for a second person. */
export interface Draft extends TextPlace, TextWords {
  readonly id: string
  readonly demonstration: boolean
  readonly revision: number
  /** Id of the person who wrote the words as they stand; null where a command did. */
  readonly writtenBy: string | null
  readonly writtenAt: Temporal.Instant
}

/** Whoever wrote the words as they stand does not approve them: two people have read what is approved. */
export const mayApprove = ({ writtenBy }: Pick<Draft, 'writtenBy'>, person: string): boolean => writtenBy !== person

const versionForm = /^(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2}))?$/

const parts = (version: string): [number, number] => {
  const [major = 0, minor = -1] = version.split('.').map(Number)
  return [major, minor]
}

/** Negative where the first is the older one. */
export function compareVersions(one: string, other: string): number {
  const [[a, b], [c, d]] = [parts(one), parts(other)]
  return a - c || b - d
}

export type PlaceFault = {
  readonly field: 'version' | 'language'
  readonly code: 'missing' | 'form' | 'unknown' | 'approved' | 'waits' | 'older'
}

interface Known {
  readonly approved: readonly (TextPlace & { readonly demonstration: boolean })[]
  readonly drafts: readonly (TextPlace & { readonly demonstration: boolean })[]
}

/** Whether a text may be begun there: an approved one does not change, and a new version comes after all others. */
export function placeFault({ version, language }: TextPlace, { approved, drafts }: Known): PlaceFault | undefined {
  const there = (one: TextPlace) => one.version === version && one.language === language
  if (approved.some(there)) return { field: 'version', code: 'approved' }
  if (drafts.some(there)) return { field: 'version', code: 'waits' }
  const known = [...approved, ...drafts].some((one) => one.version === version)
  const older = approved.some((one) => compareVersions(version, one.version) < 0)
  return older && !known ? { field: 'version', code: 'older' } : undefined
}

/** A version is for the demonstration in all its languages or in none. */
export function isDemonstration(version: string, { approved, drafts }: Known): boolean {
  return [...approved, ...drafts].some((one) => one.version === version && one.demonstration)
}

export const longest = { title: 200, body: 100_000 } as const
export type WordsFault = {
  readonly field: 'title' | 'body'
  readonly code: 'missing' | 'tooLong'
}
export type FileFault = { readonly field: 'file'; readonly code: 'notText' | 'tooLarge' | 'empty' }
export type TextFault = PlaceFault | WordsFault | FileFault

const typed = (fields: FormFields, name: string) => fields.get(name)?.[0]?.trim() ?? ''

/** @param codes of all languages. */
export function placeFrom(
  fields: FormFields,
  codes: ReadonlySet<string>,
): { readonly place: TextPlace; readonly faults: readonly PlaceFault[] } {
  const place = { version: typed(fields, 'version'), language: typed(fields, 'language') }
  const faults: PlaceFault[] = []
  if (place.version === '') faults.push({ field: 'version', code: 'missing' })
  else if (!versionForm.test(place.version)) faults.push({ field: 'version', code: 'form' })
  if (place.language === '') faults.push({ field: 'language', code: 'missing' })
  else if (!codes.has(place.language)) faults.push({ field: 'language', code: 'unknown' })
  return { place, faults }
}

/** One form for the same words: what is hashed does not hang on an editor's blanks. */
export function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export function wordsFrom(fields: FormFields): { readonly words: TextWords; readonly faults: readonly WordsFault[] } {
  const title = tidied(typed(fields, 'title')).replace(/\s+/g, ' ')
  const words = { title, body: tidied(typed(fields, 'body')) }
  const faults = (['title', 'body'] as const).flatMap((field): WordsFault[] => {
    if (words[field] === '') return [{ field, code: 'missing' }]
    return words[field].length > longest[field] ? [{ field, code: 'tooLong' }] : []
  })
  return { words, faults }
}

/** A file of plain text may be this large, in bytes. */
export const largestFile = 400_000

/** The text of an uploaded file; headings of Markdown of whatever level become headings. */
export function textOfFile(content: Uint8Array): string | FileFault['code'] {
  if (content.byteLength > largestFile) return 'tooLarge'
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return 'notText'
  }
  // A workbook or a PDF whose bytes happen to be text holds controls that no text has.
  if ([...text].some((sign) => sign < ' ' && !'\n\r\t\f'.includes(sign))) return 'notText'
  const tidy = tidied(text.replace(/^#{1,6}[^\S\n]+/gm, '# '))
  return tidy === '' ? 'empty' : tidy
}

export const isFileFault = (read: string): read is FileFault['code'] =>
  read === 'tooLarge' || read === 'notText' || read === 'empty'

export interface Block {
  readonly heading: boolean
  readonly lines: readonly string[]
}

/** A body as it is read. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  const end = () => {
    if (lines.length > 0) blocks.push({ heading: false, lines })
    lines = []
  }
  for (const line of body.split('\n')) {
    if (line.startsWith('# ')) {
      end()
      blocks.push({ heading: true, lines: [line.slice(2).trim()] })
    } else if (line.trim() === '') end()
    else lines.push(line.trim())
  }
  end()
  return blocks
}

/** In which language a version is read: the one that is asked for, else that of the page, English, the first. */
export function languageToRead(
  languages: readonly string[],
  asked: string | undefined,
  own: string,
): string | undefined {
  return [asked, own, 'en'].find((code) => code !== undefined && languages.includes(code)) ?? languages[0]
}

/** Numbers in a row as a short list: `4–9, 15, 37`. */
export function numberRanges(numbers: readonly number[]): string[] {
  const ranges: [number, number][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.flatMap(([from, to]) => {
    if (to - from > 1) return [`${from}–${to}`]
    return from === to ? [`${from}`] : [`${from}`, `${to}`]
  })
}
