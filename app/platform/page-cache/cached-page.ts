/** A page in every encoding that browsers ask for. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { PlainHeaders } from '../http/security-headers.ts'

export type Encoding = 'br' | 'gzip' | 'identity'

export type Bytes = Uint8Array<ArrayBuffer>
type Bodies = Readonly<Record<Encoding, Bytes>>

/** A page ready to send. */
export interface CachedPage {
  readonly status: 200 | 404
  readonly etag: string
  /** Of this page alone. */
  readonly headers?: PlainHeaders | undefined
  readonly bodies: Bodies
}

const bytesOf = (data: Uint8Array): Bytes => new Uint8Array(data)

/** With a window no larger than the page needs: the usual one of 4 MB is allocated anew for each page. */
function brotliOptions(quality: number, { byteLength }: Bytes) {
  const window = Math.ceil(Math.log2(byteLength + 16))
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: byteLength,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(Math.max(window, 16), constants.BROTLI_MAX_WINDOW_BITS),
    },
  }
}

/** Calendars and feeds of a whole continent: more than any page. To compress them well takes seconds. */
const large = 1_000_000
export const isLarge = ({ bodies: { identity } }: CachedPage): boolean => identity.byteLength > large

/** Compressed fast, and only as the one who waits asked for it. */
class QuickBodies implements Bodies {
  readonly identity: Bytes
  #gzip: Bytes | undefined
  #br: Bytes | undefined

  constructor(identity: Bytes) {
    this.identity = identity
  }

  get gzip(): Bytes {
    const level = this.identity.byteLength > large ? 1 : 6
    this.#gzip ??= bytesOf(gzipSync(this.identity, { level }))
    return this.#gzip
  }

  get br(): Bytes {
    const quality = this.identity.byteLength > large ? 1 : 5
    this.#br ??= bytesOf(brotliCompressSync(this.identity, brotliOptions(quality, this.identity)))
    return this.#br
  }
}

const encoder = new TextEncoder()

/** For whoever waits; `bestCompressed` follows in the background. */
export function quicklyCompressed({
  html,
  status,
  headers,
}: Pick<CachedPage, 'status' | 'headers'> & { html: string | Bytes }): CachedPage {
  const identity = typeof html === 'string' ? encoder.encode(html) : html
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  return { status, etag, headers, bodies: new QuickBodies(identity) }
}

const inBrotli = promisify(brotliCompress)
const inGzip = promisify(gzip)

/** The same page in as few bytes as can be. */
export async function bestCompressed(page: CachedPage): Promise<CachedPage> {
  const { identity } = page.bodies
  const [br, zipped] = await Promise.all([
    inBrotli(identity, brotliOptions(11, identity)),
    inGzip(identity, { level: 9 }),
  ])
  return { ...page, bodies: { identity, br: bytesOf(br), gzip: bytesOf(zipped) } }
}
