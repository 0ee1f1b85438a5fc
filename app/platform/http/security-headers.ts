import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'

/** The source expression by which a content-security policy allows one inline style sheet. */
function cspHash(inline: string): string {
  return `'sha256-${createHash('sha256').update(inline).digest('base64')}'`
}

/**
 * The same headers on every answer. Nothing from elsewhere can load; nothing of ours can be framed; the next page never
 * learns where the reader came from.
 *
 * @param inlineStyles the style sheets that pages carry inline.
 */
export function safetyHeaders(inlineStyles: readonly string[], https: boolean): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `style-src 'self' ${inlineStyles.map(cspHash).join(' ')}`,
    "script-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'x-dns-prefetch-control': 'off',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

const givenHeaders = 'safetyHeaders'
const carriesHeaders = 'carriesSafetyHeaders'

/**
 * The headers of an answer from the page cache: those of the page and those that every answer has, in one go. Setting
 * them afterwards would make the server build a second, slower form of the answer.
 */
export function withSafetyHeaders(c: Context, own: Readonly<Record<string, string>>): Record<string, string> {
  const headers: Readonly<Record<string, string>> = c.get(givenHeaders) ?? {}
  c.set(carriesHeaders, true)
  return { ...headers, ...own }
}

/** Sets the headers on every answer, errors included, without touching those a route has set for itself. */
export function setHeaders(headers: Readonly<Record<string, string>>): MiddlewareHandler {
  const entries = Object.entries(headers)
  return async (c, next) => {
    c.set(givenHeaders, headers)
    await next()
    if (c.get(carriesHeaders) === true) return
    for (const [name, value] of entries) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}
