/** Files of a bid (letters of support) and of a call (its documents). Pure. */
import type { FileType, KeptFile } from '../../../platform/files/file-types.ts'

export const paperTypes = ['pdf'] as const satisfies readonly FileType[]
export const mostPaperBytes = 10_000_000
export const mostLetters = 5
export const mostDocuments = 20

/** `file` null: the secretariat has taken it out, as it must not be seen. That there was one stays to be seen. */
export interface PaperFile {
  readonly title: string
  readonly file: KeptFile | null
}

export interface PresentFile extends PaperFile {
  readonly file: KeptFile
}

export const presentIn = (files: readonly PaperFile[]): readonly PresentFile[] =>
  files.flatMap(({ title, file }) => (file ? [{ title, file }] : []))

export const fileOf = (files: readonly PaperFile[], sha256: string): PresentFile | undefined =>
  presentIn(files).find(({ file }) => file.sha256 === sha256)

/** The same file sent twice is there once, by its newest name. */
export const withFile = (files: readonly PaperFile[], added: PresentFile): readonly PaperFile[] =>
  fileOf(files, added.file.sha256)
    ? files.map((one) => (one.file?.sha256 === added.file.sha256 ? added : one))
    : [...files, added]

export const withoutFile = (files: readonly PaperFile[], sha256: string): readonly PaperFile[] =>
  files.filter(({ file }) => file?.sha256 !== sha256)

/** What is sealed does not vanish unseen: its place stays. */
export const takenOut = (files: readonly PaperFile[], sha256: string): readonly PaperFile[] =>
  files.map((one) => (one.file?.sha256 === sha256 ? { title: '', file: null } : one))
