import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'

/** The source expression by which a content-security policy allows one inline style sheet. */
function cspHash(inline: string): string {
  return `'sha256-${createHash('sha256').update(inline).digest('base64')}'`
}

/** For a page that is a file: it may carry its style sheet, and load or send nothing. */
export function policyOfFile(inlineStyle: string): string {
  return `default-src 'none'; style-src ${cspHash(inlineStyle)}; form-action 'none'; base-uri 'none'`
}

/**
 * The same headers on every answer. Nothing from elsewhere can load; nothing of ours can be framed; the next page never
 * learns where the reader came from.
 *
 * @param inlineStyles the style sheets that pages carry inline.
 */
export function safetyHeaders(inlineStyles: readonly string[], https: boolean): PlainHeaders {
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

/** Names in lower case, and their values. */
export type PlainHeaders = Readonly<Record<string, string>>

const none: PlainHeaders = {}
const givenHeaders = 'safetyHeaders'
const carriesHeaders = 'carriesSafetyHeaders'

/**
 * The headers that every answer has, for an answer that carries them from the beginning: adding them afterwards would
 * make the server build a second, slower form of it. Always the same object for the same path.
 */
export function takeSafetyHeaders(c: Context): PlainHeaders {
  c.set(carriesHeaders, true)
  return c.get(givenHeaders) ?? none
}

/** Sets the headers on every answer, errors included, without touching those a route has set for itself. */
export function setHeaders(headers: PlainHeaders): MiddlewareHandler {
  const entries = Object.entries(headers)
  return async (c, next) => {
    c.set(givenHeaders, headers)
    await next()
    if (c.get(carriesHeaders) === true) return
    for (const [name, value] of entries) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}
