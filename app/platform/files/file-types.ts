/** The types of files that are taken, by what is in them. Pure. */
import { z } from 'zod'

export const fileTypes = {
  pdf: { mime: 'application/pdf', family: 'pdf' },
  png: { mime: 'image/png', family: 'picture' },
  jpg: { mime: 'image/jpeg', family: 'picture' },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', family: 'office' },
  pptx: { mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', family: 'office' },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', family: 'office' },
  odt: { mime: 'application/vnd.oasis.opendocument.text', family: 'office' },
  odp: { mime: 'application/vnd.oasis.opendocument.presentation', family: 'office' },
  ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', family: 'office' },
  mp3: { mime: 'audio/mpeg', family: 'media' },
  mp4: { mime: 'video/mp4', family: 'media' },
  webm: { mime: 'video/webm', family: 'media' },
} as const satisfies Record<string, { readonly mime: string; readonly family: FileFamily }>

export type FileFamily = 'pdf' | 'picture' | 'office' | 'media'
export type FileType = keyof typeof fileTypes
export const allFileTypes = Object.keys(fileTypes) as readonly FileType[]

/** Those that somebody reads on paper or in an office; no picture, sound or film. */
export const documentTypes = ['pdf', 'docx', 'odt'] as const satisfies readonly FileType[]

/** A file as it is kept: everything here was found in its content. */
export const keptFile = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(Object.keys(fileTypes) as [FileType, ...FileType[]]),
  bytes: z.int().min(1),
})
export type KeptFile = Readonly<z.infer<typeof keptFile>>

/** Why a file is not taken; each has a sentence of its own. */
export const fileFaults = [
  ...([
    'empty',
    'large',
    'infected',
    'unscanned',
    'type',
    'damaged',
    'encrypted',
    'macros',
    'traces',
    'inside',
  ] as const),
  ...(['bomb', 'away'] as const),
] as const
export type FileFaultCode = (typeof fileFaults)[number]

const faultCodes: ReadonlySet<string> = new Set(fileFaults)
export const isFileFault = (code: string): code is FileFaultCode => faultCodes.has(code)

/** What a form's field for files names: `.pdf,.odt`. */
export const acceptOf = (types: readonly FileType[]): string =>
  types.flatMap((type) => (type === 'jpg' ? ['.jpg', '.jpeg'] : [`.${type}`])).join(',')

/** For people. */
export const typeNames = (types: readonly FileType[]): readonly string[] =>
  types.map((type) => (type === 'jpg' ? 'JPEG' : type.toUpperCase()))
