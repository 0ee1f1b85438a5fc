/** What reading a file of services yields, whatever its format. */
import type { Confirmers, SaidConfirmer } from '../deps.ts'
import type { FactFaultCode } from '../faults.ts'
import type { OutgoingService } from './csv-write.ts'
import type { SaidWhere } from './hsds-areas.ts'

/** Faults of the file itself; all others are those of the facts. */
export const readingFaults = [
  'csvBroken',
  'jsonBroken',
  'jsonEnds',
  'notUtf8',
  'columnMissing',
  'tooManyCells',
  'valueMissing',
  'notAChoice',
  'notADate',
  'notANumber',
  'hoursUnreadable',
  'emailInvalid',
  'tooLong',
  'invalidValue',
  'confirmLanguage',
  'duplicateId',
  'fileMissing',
  'fileTwice',
  'cellDate',
  'cellError',
  'cellNumber',
  'xlsxBroken',
  'xlsxEmpty',
  'xlsxTooLarge',
] as const
export type ImportFaultCode = FactFaultCode | (typeof readingFaults)[number]

/** What is left out or left alone without refusing the row. */
export const readingNotes = [
  'addressDropped',
  'addressIncomplete',
  'columnIgnored',
  'fileIgnored',
  'sheetIgnored',
  'referenceUnknown',
  'strayRow',
  'inactiveSkipped',
  'closedWithoutDate',
  'languageSkipped',
  'phoneSkipped',
  'scheduleSkipped',
  'kindIgnored',
  'editedSince',
  'removedSince',
  'staysConfidential',
  'confirmerStays',
] as const
export type ImportNoteCode = (typeof readingNotes)[number]

export type Where = {
  /** Line of the CSV file, or which service of the JSON file it is, from 1. */
  readonly row: number
  readonly sourceId?: string
  /** Column of the CSV file, path within the service of the JSON file, or file and column of HSDS CSV. */
  readonly column: string
}

/** Refuses its row; `importSentence` has the words. */
export type ImportFault = Where & {
  readonly code: ImportFaultCode
  /** What stood there, where that helps; never of a confidential place. */
  readonly value?: string
}
/** Something that was left out or left alone; `importSentence` has the words. */
export type ImportNote = Where & { readonly code: ImportNoteCode; readonly value?: string }

export type Path = readonly PropertyKey[]

/** One service as the file states it. */
export type ImportRecord = {
  readonly row: number
  readonly sourceId: string
  /** To be parsed as the facts of a service. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly faults: readonly ImportFault[]
  readonly notes: readonly ImportNote[]
  /** The place is confidential. */
  readonly confidential: boolean
  /** The service is not offered any more: it is not imported. */
  readonly skipped: boolean
  /** For rows that may have gone out from here. */
  readonly again?: {
    /** Of the draft when it went out; undefined where the file does not say it. */
    readonly revision: number | undefined
    /** The draft put into this format and read again, as far as the file has columns for it. */
    readonly read: (draft: OutgoingService) => Pick<ImportRecord, 'facts' | 'faults'>
  }
  /** Of tables: who confirms the service. Of no draft, and so no fact. */
  readonly confirmer?: SaidConfirmer | undefined
  /** Of formats that say it: the areas and towns that it belongs to. */
  readonly said?: SaidWhere
  /** Where in the file a place in the facts comes from. */
  readonly whereOf: (path: Path) => Pick<Where, 'row' | 'column'>
}

export type ReadItem =
  | { readonly record: ImportRecord }
  | { readonly fault: ImportFault }
  | { readonly note: ImportNote }

export type ImportText = string | AsyncIterable<Uint8Array | string>

/** One of several files that belong together. */
export type TableFile = {
  /** Without its folder: `phones.csv`. */
  readonly name: string
  /** Read once, before the next file. */
  readonly content: () => AsyncIterable<Uint8Array | string>
}
export type ImportTables = { readonly tables: AsyncIterable<TableFile> }

/** An Excel workbook: its path or its bytes, and how many bytes may be unpacked of it. */
export type ImportWorkbook = { readonly workbook: string | Uint8Array; readonly most: number }

/** Tables for HSDS CSV, a workbook for XLSX, a text for every other format. */
export type ImportInput = ImportText | ImportTables | ImportWorkbook

/** What a reader needs to know: which kinds and languages exist, and how the file's own words map to kinds. */
export type ReadOptions = {
  /** Language of texts that do not say theirs. */
  readonly language: string
  readonly languages: ReadonlySet<string>
  /** The code of a language by its name in any language: `English`, `anglais`. */
  readonly languageNamed: (name: string) => string | undefined
  /** Word or code of the file, or number or id of a kind → id of a kind. */
  readonly kindOf: (word: string) => string | undefined
  readonly defaultKind: string | undefined
  /** Ids in the file of services in a confidential place. */
  readonly confidential: ReadonlySet<string>
  /** What is wrong with where a provider is asked. */
  readonly confirmerFaults?: Confirmers['faults']
  /** Of a table whose columns nobody has decided about: headings in the words of the office → our column. */
  readonly columnOf?: ((heading: string) => string | undefined) | undefined
}

/** Of a draft when it went out, as the file says it; undefined where that is no revision. */
export const revisionIn = (text: string | null | undefined): number | undefined =>
  /^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined

export type Wordings = Record<string, { text: string; origin: 'person' }>

export const wordsIn = (language: string, text: string | undefined): Wordings =>
  text?.trim() ? { [language]: { text: text.trim(), origin: 'person' } } : {}
