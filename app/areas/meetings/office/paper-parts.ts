/** What pages about files of bids and calls have in common: the form that takes one, the list, the answer that sends one. */
import type { FileIntake } from '../../../platform/files/file-intake.ts'
import { typeNames } from '../../../platform/files/file-types.ts'
import { sendFile } from '../../../platform/files/send-file.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readFormWithFile } from '../../../platform/http/form.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { fileWords } from '../../../ui/file-words.ts'
import { fileFaultText } from '../../../ui/files/file-field.tsx'
import { apart } from '../../../ui/lists.ts'
import { fileOf, mostPaperBytes, type PaperFile, type PresentFile, paperTypes } from '../call/file-rules.ts'
import type { MeetingsOfficeDeps } from '../deps.ts'
import type { DeskForm, DeskPart } from '../pages/desk-page.tsx'
import type { OfficeContext } from './office-request.ts'

interface ShownFault {
  readonly field: string
  readonly text: string
}

/** A page on which a file is added. */
export interface ShownPaper {
  readonly fields?: FormFields
  readonly faults?: readonly ShownFault[]
  readonly refused?: string | undefined
  readonly changed?: boolean
}

export type SentPaper =
  | { readonly fields: FormFields; readonly paper: PresentFile }
  | { readonly fields: FormFields; readonly faults: readonly ShownFault[] }

const longest = 200

/**
 * A file is looked at only where its title can stay: it has to be chosen again otherwise.
 *
 * @param inside what stands in the file itself; left out: its title.
 */
export async function sentPaper(
  c: OfficeContext,
  { fileIntake }: { readonly fileIntake: FileIntake },
  inside?: string,
): Promise<SentPaper> {
  const translator = c.get('translator')
  const { t } = translator
  const { fields, file: sent } = await readFormWithFile(c.req.raw, 'file')
  const title = fieldText(fields, 'title').replace(/\s+/g, ' ')
  const code = title === '' ? 'missing' : title.length > longest ? 'long' : undefined
  const untitled = code ? [{ field: 'title', text: t(`meeting.error.${code}`) }] : []
  if (!sent) return { fields, faults: [...untitled, { field: 'file', text: t('meeting.error.missing') }] }
  if (code) return { fields, faults: [...untitled, { field: 'file', text: t('files.again') }] }
  const looking = { types: paperTypes, mostBytes: mostPaperBytes, title: inside ?? title }
  const taken = await fileIntake.take(sent.content, looking)
  if ('fault' in taken)
    return { fields, faults: [{ field: 'file', text: fileFaultText(translator, taken.fault, paperTypes) }] }
  return { fields, paper: { title, file: taken.file } }
}

export function paperForm(
  { t }: Translator,
  { action, revision, fields }: { readonly action: string; readonly revision: string; readonly fields?: FormFields },
): DeskForm {
  const told = t('files.hint', { types: typeNames(paperTypes).join(), size: mostPaperBytes / 1_000_000 })
  return {
    ...{ action, submit: t('meeting.files.add'), hidden: { revision } },
    fields: [
      { name: 'title', label: t('meeting.files.title'), kind: 'line', value: fields ? fieldText(fields, 'title') : '' },
      { name: 'file', label: t('meeting.files.file'), kind: 'file', hint: told, value: '' },
    ],
  }
}

interface Paths {
  hrefOf(sha256: string): string
  /** Undefined where none can be taken out. */
  readonly removal?:
    | ((sha256: string) => { readonly action: string; readonly hidden?: Record<string, string> })
    | undefined
}

/** Each with the button that takes it out. */
export function paperParts(
  translator: Translator,
  files: readonly PaperFile[],
  { hrefOf, removal }: Paths,
): DeskPart[] {
  const { t } = translator
  return files.map(({ title, file }) => {
    if (!file) return { paragraphs: [t('meeting.files.gone')] }
    const away = removal?.(file.sha256)
    const form = away && { ...away, submit: t('meeting.files.remove', { title: apart(title) }), fields: [] }
    return {
      links: [{ text: title, words: fileWords(translator, file), href: hrefOf(file.sha256) }],
      form: form && { ...form, warning: true },
    }
  })
}

/** Only somebody may see it. @throws RequestFault not-found where it is none of these. */
export function sendPaper(
  c: OfficeContext,
  { files }: Pick<MeetingsOfficeDeps, 'files'>,
  among: readonly PaperFile[],
): Promise<Response> {
  const found = fileOf(among, c.req.param('sha256') ?? '')
  if (!found) throw notFound()
  return sendFile(c, files, found.file, { title: found.title, plain: 'document', between: 'nothing' })
}
