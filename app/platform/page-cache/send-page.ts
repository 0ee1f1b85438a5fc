import type { Context } from 'hono'
import { type PlainHeaders, takeSafetyHeaders } from '../http/security-headers.ts'
import type { CachedPage, Encoding } from './cached-page.ts'

const spoken: readonly Encoding[] = ['br', 'gzip']

function encodingFor(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  return spoken.find((encoding) => accept.includes(encoding)) ?? 'identity'
}

/**
 * Browsers keep nothing (a shared phone); a cache in front may, and must forget it within a second of a change, which is
 * why it is told to keep a page for one second only unless operators purge it.
 */
function headersOf(page: CachedPage, encoding: Encoding): PlainHeaders {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'cdn-cache-control': 'public, max-age=1',
    etag: page.etag,
    vary: 'Accept-Encoding',
    ...page.headers,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    'content-length': String(page.bodies[encoding].byteLength),
  }
}

/** While a page is kept its headers are the same for everybody: they are put together once. */
const prepared = new WeakMap<CachedPage, { safety: PlainHeaders; byEncoding: Map<Encoding, PlainHeaders> }>()

function allHeaders(page: CachedPage, encoding: Encoding, safety: PlainHeaders): PlainHeaders {
  let kept = prepared.get(page)
  if (kept?.safety !== safety) {
    kept = { safety, byEncoding: new Map() }
    prepared.set(page, kept)
  }
  const ready = kept.byEncoding.get(encoding) ?? { ...safety, ...headersOf(page, encoding) }
  kept.byEncoding.set(encoding, ready)
  return ready
}

interface Asked {
  readonly acceptEncoding: string | undefined
  readonly ifNoneMatch: string | undefined
}

interface PageAnswer {
  readonly status: 200 | 304 | 404
  readonly headers: PlainHeaders
  readonly body: Uint8Array<ArrayBuffer> | null
}

/** The page as this reader's browser can unpack it; nothing of it when the reader's copy is still the same. */
export function answerWith(page: CachedPage, asked: Asked, safety: PlainHeaders): PageAnswer {
  const encoding = encodingFor(asked.acceptEncoding)
  const headers = allHeaders(page, encoding, safety)
  if (asked.ifNoneMatch === page.etag) return { status: 304, headers, body: null }
  return { status: page.status, headers, body: page.bodies[encoding] }
}

/** Sends a page of the cache, from within the application. */
export function sendPage(c: Context, page: CachedPage): Response {
  const asked = { acceptEncoding: c.req.header('accept-encoding'), ifNoneMatch: c.req.header('if-none-match') }
  const { status, headers, body } = answerWith(page, asked, takeSafetyHeaders(c))
  // Not through the context's own methods: they would build the headers anew for every reader.
  return new Response(body, { status, headers })
}
