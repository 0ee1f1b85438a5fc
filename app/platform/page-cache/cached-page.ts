/** A page in every encoding that browsers ask for. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** A page ready to send. */
export interface CachedPage {
  readonly status: 200 | 404
  readonly etag: string
  readonly bodies: Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>>
}

const compress = promisify(brotliCompress)
const bytesOf = (data: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(data)

function brotliOptions(quality: number) {
  return {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  }
}

/** Compressed fast for whoever waits; `bestCompressed` follows in the background. */
export function quicklyCompressed({ html, status }: { html: string; status: 200 | 404 }): CachedPage {
  const identity = Buffer.from(html)
  return {
    status,
    etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
    bodies: {
      identity: bytesOf(identity),
      gzip: bytesOf(gzipSync(identity, { level: 6 })),
      br: bytesOf(brotliCompressSync(identity, brotliOptions(5))),
    },
  }
}

/** The same page in fewer bytes; `page` itself where there is nothing to gain. */
export async function bestCompressed(page: CachedPage): Promise<CachedPage> {
  const best = await compress(page.bodies.identity, brotliOptions(11))
  // On a few bytes the better quality can come out longer.
  if (best.byteLength >= page.bodies.br.byteLength) return page
  return { ...page, bodies: { ...page.bodies, br: bytesOf(best) } }
}
