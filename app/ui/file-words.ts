/** What a file is, in two words: its type and how large it is. */
import { type FileType, typeNames } from '../platform/files/file-types.ts'
import type { Translator } from '../platform/i18n/messages.ts'
import { apart } from './lists.ts'

const million = 1_000_000

/** `PDF, 2.4 MB` as the language writes it. */
export function fileWords(
  { tag, t }: Pick<Translator, 'tag' | 't'>,
  { type, bytes }: { readonly type: FileType; readonly bytes: number },
): string {
  const [value, unit] =
    bytes >= million ? [bytes / million, 'megabyte'] : [Math.max(Math.round(bytes / 1_000), 1), 'kilobyte']
  const size = new Intl.NumberFormat(tag, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
  return t('files.words', { type: apart(typeNames([type]).join()), size })
}
