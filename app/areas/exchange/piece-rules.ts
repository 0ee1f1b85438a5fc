/** What associations share with each other: letters, texts for a kind of service, lessons. Pure. */
import type { FormFields } from '../../platform/http/form.ts'

export const pieceKinds = ['letter', 'text', 'lesson'] as const
export type PieceKind = (typeof pieceKinds)[number]

/** What a piece of a kind consists of, in this order. Those of a text are those of a standard text. */
export const partsOf = {
  letter: ['letter'],
  text: ['whatHappens', 'accessNote', 'feeNote', 'howDecided', 'howToComplain'],
  lesson: ['tried', 'came', 'differently'],
} as const satisfies Record<PieceKind, readonly string[]>
/** A text for a duty of a town says what a town does, as its standard text (`app/areas/standards`). */
export const partsFor = (kind: PieceKind, duty: boolean): readonly PartName[] =>
  duty ? ['whatHappens'] : partsOf[kind]

export type PartName = (typeof partsOf)[PieceKind][number]
/** Plain text with paragraphs, by name; none is empty. */
export type Parts = Readonly<Partial<Record<PartName, string>>>

/** Creative Commons Attribution 4.0 and Zero 1.0; or whoever shares it is asked before it is copied. */
export const licences = ['cc-by', 'cc0', 'ask-first'] as const
export type Licence = (typeof licences)[number]

const longestTitle = 120
const longestPart = 6_000
export const longestUse = 300
export const longestReason = 500

/** Id of the association whose it is, or that reads; null: the secretariat. */
export type Owner = string | null

interface Shared {
  readonly association: Owner
  readonly licence: Licence
}

/** Whether a piece may be copied and translated without asking. */
export function mayCopy({ association, licence }: Shared, reader: Owner): boolean {
  return association === reader || licence !== 'ask-first'
}

export function isPieceKind(text: string | undefined): text is PieceKind {
  return pieceKinds.some((each) => each === text)
}

export interface PieceFault {
  /** Name of the field. */
  readonly field: string
  readonly code:
    | 'titleMissing'
    | 'titleLong'
    | 'partMissing'
    | 'partLong'
    | 'number'
    | 'mail'
    | 'place'
    | 'language'
    | 'sameLanguage'
    | 'licence'
    | 'serviceKind'
    | 'duty'
}

export interface PieceFacts {
  readonly kind: PieceKind
  /** Of the checklist; of a text alone. */
  readonly serviceKind: string | null
  readonly title: string
  readonly parts: Parts
  /** Code. */
  readonly language: string
  readonly licence: Licence
}

/** What reading a form has to know. */
export interface PieceReading {
  readonly kind: PieceKind
  readonly languages: ReadonlySet<string>
  /** Ids of kinds of services. */
  readonly serviceKinds: ReadonlySet<string>
  /** Those of them that are duties of a town. */
  readonly duties: ReadonlySet<string>
  /** Of the piece that is translated: licence and kind of service stay, the language does not. */
  readonly original: Pick<PieceFacts, 'licence' | 'serviceKind' | 'language'> | undefined
  namesNumber(text: string): boolean
  givesPlaceAway(text: string): boolean
}

const typed = (fields: FormFields, name: string) => fields.get(name)?.[0]?.trim() ?? ''
const namesMail = (text: string) => /[^\s@]@[^\s@]+\.[^\s@]/.test(text)

/** Nobody is named in what others copy: no number, no address, as far as a machine can tell. */
function wordsFault(text: string, { namesNumber, givesPlaceAway }: PieceReading): PieceFault['code'] | undefined {
  if (namesNumber(text)) return 'number'
  if (namesMail(text)) return 'mail'
  return givesPlaceAway(text) ? 'place' : undefined
}

function titleFrom(fields: FormFields, reading: PieceReading, faults: PieceFault[]): string {
  const title = typed(fields, 'title').replace(/\s+/g, ' ')
  const code = title === '' ? 'titleMissing' : title.length > longestTitle ? 'titleLong' : wordsFault(title, reading)
  if (code) faults.push({ field: 'title', code })
  return title
}

function partsFrom(fields: FormFields, reading: PieceReading, faults: PieceFault[]): Parts {
  const names: readonly PartName[] = partsOf[reading.kind]
  const parts: Partial<Record<PartName, string>> = {}
  for (const name of names) {
    const text = typed(fields, name)
    const code = text.length > longestPart ? 'partLong' : wordsFault(text, reading)
    if (code) faults.push({ field: name, code })
    if (text !== '') parts[name] = text
    // A text says what it has to say; a lesson without what came of it is none.
    else if (reading.kind !== 'text') faults.push({ field: name, code: 'partMissing' })
  }
  const [first] = names
  if (first && reading.kind === 'text' && Object.keys(parts).length === 0)
    faults.push({ field: first, code: 'partMissing' })
  return parts
}

export function pieceFrom(fields: FormFields, reading: PieceReading): PieceFacts | { readonly faults: PieceFault[] } {
  const { kind, original, languages, serviceKinds, duties } = reading
  const faults: PieceFault[] = []
  const language = typed(fields, 'language')
  const licence = original?.licence ?? licences.find((one) => one === typed(fields, 'licence'))
  const about = original?.serviceKind ?? typed(fields, 'serviceKind')
  const serviceKind = kind === 'text' ? about : null
  if (serviceKind !== null && !serviceKinds.has(serviceKind)) faults.push({ field: 'serviceKind', code: 'serviceKind' })
  const title = titleFrom(fields, reading, faults)
  const parts = partsFrom(fields, reading, faults)
  const fit = partsFor(kind, serviceKind !== null && duties.has(serviceKind))
  for (const name of partsOf[kind]) if (parts[name] && !fit.includes(name)) faults.push({ field: name, code: 'duty' })
  if (!languages.has(language)) faults.push({ field: 'language', code: 'language' })
  else if (original?.language === language) faults.push({ field: 'language', code: 'sameLanguage' })
  if (!licence) faults.push({ field: 'licence', code: 'licence' })
  return !licence || faults.length > 0 ? { faults } : { kind, serviceKind, title, parts, language, licence }
}

export function pieceFields({ title, parts, language, licence, serviceKind }: PieceFacts): FormFields {
  const given = { title, ...parts, language, licence, serviceKind: serviceKind ?? '' }
  return new Map(Object.entries(given).map(([name, text]) => [name, [text]]))
}
