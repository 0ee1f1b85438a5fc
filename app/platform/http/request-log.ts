import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Log } from '../log.ts'

export interface AnsweredRequest {
  readonly method: string
  /** The pattern of the route. */
  readonly route: string
  readonly status: number
  /** By `performance.now()`. */
  readonly begun: number
}

/**
 * One line a request: method, the route's pattern, status, milliseconds. Never the address of the reader, the path or
 * the query: a path names a town, and the pattern is enough to run the service.
 */
export function logRequest(log: Log, { method, route, status, begun }: AnsweredRequest): void {
  const milliseconds = Math.round((performance.now() - begun) * 10) / 10
  log.info({ method, route, status, milliseconds }, 'request')
}

export function requestLog(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const begun = performance.now()
    await next()
    logRequest(log, { method: c.req.method, route: routePath(c, -1), status: c.res.status, begun })
  }
}
