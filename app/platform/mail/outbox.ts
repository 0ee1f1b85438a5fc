/** Mail of a development server: one JSON file each, instead of being sent. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { DataPerson } from '../privacy/personal-data.ts'
import { mailWithout } from './forget-person.ts'
import { mailSchema } from './mail.ts'

const writtenMail = mailSchema.extend({ from: z.string(), writtenAt: z.iso.datetime() })
export type WrittenMail = z.infer<typeof writtenMail>
export type OutboxEntry = WrittenMail & { readonly id: string }

export interface Outbox {
  add(mail: WrittenMail): Promise<void>
  /** Newest first. */
  list(): Promise<readonly OutboxEntry[]>
  get(id: string): Promise<OutboxEntry | undefined>
  /** What is to the person goes; from the rest their name and address are taken out. */
  forget(person: Pick<DataPerson, 'name' | 'email'>): Promise<void>
  /** Writes each mail as it is to be; undefined: it goes. */
  rewrite(change: (mail: WrittenMail) => WrittenMail | undefined): Promise<void>
  /** @returns how many were older. */
  deleteBefore(at: Temporal.Instant): Promise<number>
}

const namePattern = /^\d{13}-[0-9a-f]{16}$/

export function createOutbox(folder: string): Outbox {
  async function get(id: string): Promise<OutboxEntry | undefined> {
    if (!namePattern.test(id)) return undefined
    const text = await readFile(join(folder, `${id}.json`), 'utf8').catch(absent)
    return text === undefined ? undefined : { id, ...writtenMail.parse(JSON.parse(text)) }
  }

  const fileOf = (id: string) => join(folder, `${id}.json`)

  async function list(): Promise<readonly OutboxEntry[]> {
    const names = (await readdir(folder).catch(absent)) ?? []
    const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
    const entries = await Promise.all(ids.sort().reverse().map(get))
    return entries.filter((entry) => entry !== undefined)
  }

  async function write(id: string, mail: WrittenMail): Promise<void> {
    // Written beside and moved into place: nobody ever reads half a mail.
    await writeFile(`${fileOf(id)}.part`, JSON.stringify(mail, null, 2))
    await rename(`${fileOf(id)}.part`, fileOf(id))
  }

  async function rewrite(change: (mail: WrittenMail) => WrittenMail | undefined): Promise<void> {
    for (const { id, ...mail } of await list()) {
      const changed = change(mail)
      if (!changed) await rm(fileOf(id), { force: true })
      else if (JSON.stringify(mail) !== JSON.stringify(changed)) await write(id, changed)
    }
  }

  return {
    get,
    list,
    rewrite,
    add: async (mail) => {
      await mkdir(folder, { recursive: true })
      await write(nameOf(mail), mail)
    },
    forget: (person) =>
      rewrite((mail) => (mail.to.toLowerCase() === person.email ? undefined : mailWithout(mail, person))),
    deleteBefore: async (at) => {
      const old = (await list()).filter(({ writtenAt }) => Temporal.Instant.compare(writtenAt, at) < 0)
      await Promise.all(old.map(({ id }) => rm(fileOf(id), { force: true })))
      return old.length
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
