/** Mail of a development server: one JSON file each, instead of being sent. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { mailSchema } from './mail.ts'

const writtenMail = mailSchema.extend({ from: z.string(), writtenAt: z.iso.datetime() })
export type WrittenMail = z.infer<typeof writtenMail>
export type OutboxEntry = WrittenMail & { readonly id: string }

export interface Outbox {
  add(mail: WrittenMail): Promise<void>
  /** Newest first. */
  list(): Promise<readonly OutboxEntry[]>
  get(id: string): Promise<OutboxEntry | undefined>
}

const namePattern = /^\d{13}-[0-9a-f]{16}$/

export function createOutbox(folder: string): Outbox {
  async function get(id: string): Promise<OutboxEntry | undefined> {
    if (!namePattern.test(id)) return undefined
    const text = await readFile(join(folder, `${id}.json`), 'utf8').catch(absent)
    return text === undefined ? undefined : { id, ...writtenMail.parse(JSON.parse(text)) }
  }

  return {
    get,
    list: async () => {
      const names = (await readdir(folder).catch(absent)) ?? []
      const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
      const entries = await Promise.all(ids.sort().reverse().map(get))
      return entries.filter((entry) => entry !== undefined)
    },
    add: async (mail) => {
      await mkdir(folder, { recursive: true })
      const file = join(folder, `${nameOf(mail)}.json`)
      // Written beside and moved into place: nobody ever reads half a mail.
      await writeFile(`${file}.part`, JSON.stringify(mail, null, 2))
      await rename(`${file}.part`, file)
    },
  }
}

function nameOf({ messageId, writtenAt }: WrittenMail): string {
  const at = String(Temporal.Instant.from(writtenAt).epochMilliseconds).padStart(13, '0')
  return `${at}-${createHash('sha256').update(messageId).digest('hex').slice(0, 16)}`
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
