/** The file that a form leaves behind: a new one, the one there was, or none. */
import type { FileFaultCode, KeptFile } from '../../platform/files/file-types.ts'
import type { SentFile } from '../../platform/http/form.ts'
import type { ToolkitOfficeDeps } from './deps.ts'
import { mostFileBytes, resourceFiles } from './resource-schema.ts'

interface Given {
  readonly sent: SentFile | undefined
  readonly before: KeptFile | null
  /** A link has no file. */
  readonly isLink: boolean
  /** The box beside it was ticked. */
  readonly without: boolean
  readonly title: string
}

export interface TakenFile {
  readonly file: KeptFile | null
  readonly fault: FileFaultCode | undefined
  /** One was chosen, which is lost with a refused form. */
  readonly hadFile: boolean
}

export async function takenFile(
  { fileIntake }: Pick<ToolkitOfficeDeps, 'fileIntake'>,
  { sent, before, isLink, without, title }: Given,
): Promise<TakenFile> {
  if (isLink) return { file: null, fault: undefined, hadFile: false }
  if (!sent) return { file: without ? null : before, fault: undefined, hadFile: false }
  const taken = await fileIntake.take(sent.content, { types: resourceFiles, mostBytes: mostFileBytes, title })
  return 'file' in taken
    ? { file: taken.file, fault: undefined, hadFile: true }
    : { file: before, fault: taken.fault, hadFile: true }
}
