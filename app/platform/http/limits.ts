import { createHmac, randomBytes } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { RequestFault } from './faults.ts'

// Forgotten with the process: addresses are only ever held as keyed hashes, for the length of a window.
const salt = randomBytes(32)

/** Which caller this is, without keeping the address. Behind a proxy the last hop of X-Forwarded-For counts. */
function callerKey(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = forwarded ?? connectionAddress(c)
  return createHmac('sha256', salt).update(address).digest('base64url')
}

function connectionAddress(c: Context): string {
  // In tests requests come without a connection.
  if (!c.env?.incoming) return 'none'
  return getConnInfo(c).remote.address ?? 'none'
}

export interface Limit {
  /** Requests allowed per `seconds` and caller. */
  readonly points: number
  readonly seconds: number
}

/** Refuses a caller who asks too often with 429. @throws {RequestFault} */
export function limitRequests(limit: Limit, trustProxy: boolean): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds })
  return async (c, next) => {
    try {
      await limiter.consume(callerKey(c, trustProxy))
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal
      throw new RequestFault('too-many-requests')
    }
    await next()
  }
}
