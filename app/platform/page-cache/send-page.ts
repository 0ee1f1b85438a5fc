import type { Context } from 'hono'
import { withSafetyHeaders } from '../http/security-headers.ts'
import type { CachedPage, Encoding } from './cached-page.ts'

const spoken: readonly Encoding[] = ['br', 'gzip']

function encodingFor(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  return spoken.find((encoding) => accept.includes(encoding)) ?? 'identity'
}

/**
 * Sends a cached page. Browsers keep nothing (a shared phone); a cache in front may, and must forget it within a second
 * of a change, which is why it is told to keep a page for one second only unless operators purge it.
 */
export function sendPage(c: Context, page: CachedPage): Response {
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'cdn-cache-control': 'public, max-age=1',
    etag: page.etag,
    vary: 'Accept-Encoding',
  }
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  const all = withSafetyHeaders(c, headers)
  if (c.req.header('if-none-match') === page.etag) return c.body(null, 304, all)
  return c.body(page.bodies[encoding], page.status, all)
}
