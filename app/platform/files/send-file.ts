/** Sends a file that is kept: whole or a part of it, never to be run, with a name in the reader's language. */
import type { Context } from 'hono'
import { RequestFault } from '../http/faults.ts'
import { fileTypes, type KeptFile } from './file-types.ts'
import { type Files, FilesFault } from './files.ts'
import { attachment, fileName, partAsked } from './range-rules.ts'

const caches = {
  nothing: '',
  second: 'public, max-age=1',
} as const

export interface SentAs {
  /** In the language of the file. */
  readonly title: string
  /** In letters of the alphabet, without an ending. */
  readonly plain: string
  /**
   * What a cache in front may do: nothing, where only somebody may see it; keep it for a second, as it may have to go at
   * once.
   */
  readonly between: keyof typeof caches
}

/** @throws {RequestFault} unavailable while the place of files is away. */
export async function sendFile(
  c: Context,
  files: Pick<Files, 'stream'>,
  { sha256, type, bytes }: KeptFile,
  { title, plain, between }: SentAs,
): Promise<Response> {
  const etag = `"${sha256}"`
  c.header('etag', etag)
  c.header('accept-ranges', 'bytes')
  // A browser keeps nothing of it (a shared telephone).
  c.header('cache-control', 'no-store')
  if (caches[between] !== '') c.header('cdn-cache-control', caches[between])
  c.header('x-robots-tag', 'noindex')
  const known = c.req.header('if-none-match')?.split(/,\s*/)
  if (known?.some((one) => one === '*' || one.replace(/^W\//, '') === etag)) return c.body(null, 304)
  const part = partAsked({ range: c.req.header('range'), ifRange: c.req.header('if-range') }, etag, bytes)
  if (part === 'none') {
    c.header('content-range', `bytes */${bytes}`)
    return c.body(null, 416)
  }
  const range = part === 'whole' ? { from: 0, to: bytes - 1 } : part
  c.header('content-type', fileTypes[type].mime)
  c.header('content-disposition', attachment(fileName(title, type), `${plain}.${type}`))
  c.header('content-length', `${range.to - range.from + 1}`)
  if (part !== 'whole') c.header('content-range', `bytes ${range.from}-${range.to}/${bytes}`)
  if (c.req.method === 'HEAD') return c.body(null, part === 'whole' ? 200 : 206)
  const body = await files.stream(sha256, range).catch((error: unknown) => {
    throw error instanceof FilesFault ? new RequestFault('unavailable', 'a file is not where it should be') : error
  })
  return c.body(body, part === 'whole' ? 200 : 206)
}

/** Whether this is the beginning of a download, and no further part of it. */
export const begins = (c: Context): boolean =>
  c.req.method === 'GET' && !/^bytes=0*[1-9]/.test(c.req.header('range') ?? '') && !c.req.header('if-none-match')
