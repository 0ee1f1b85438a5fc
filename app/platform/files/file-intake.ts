/** Takes files that people send: looked at, cleaned, kept. What refers to one does so in the same request. */
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { FileFaultCode, KeptFile } from './file-types.ts'
import { type Files, FilesFault } from './files.ts'
import { noteFile } from './kept-file-store.ts'
import { type LookDeps, type Looking, lookAtFile } from './look-at-file.ts'

export type TakenFile = { readonly file: KeptFile } | { readonly fault: FileFaultCode }

export interface FileIntake {
  take(content: Uint8Array, looking: Looking): Promise<TakenFile>
}

export interface FileIntakeDeps extends LookDeps {
  readonly database: Pick<Database, 'db'>
  readonly files: Pick<Files, 'put'>
  readonly clock: Clock
}

export function createFileIntake({ database, files, clock, ...look }: FileIntakeDeps): FileIntake {
  return {
    take: async (content, looking) => {
      const looked = await lookAtFile(look, content, looking)
      if ('fault' in looked) return looked
      const { content: cleaned, ...file } = looked.file
      try {
        await noteFile(database.db, file, clock.now())
        await files.put(file.sha256, cleaned)
      } catch (error) {
        if (!(error instanceof FilesFault)) throw error
        look.log.error({ err: error }, 'a file was not taken: the place of files is away')
        return { fault: 'away' }
      }
      return { file }
    },
  }
}
