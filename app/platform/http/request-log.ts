import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Log } from '../log.ts'

/**
 * One line a request: method, the route's pattern, status, milliseconds. Never the address of the reader, the path or
 * the query: a path names a town, and the pattern is enough to run the service.
 */
export function requestLog(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now()
    await next()
    const milliseconds = Math.round((performance.now() - start) * 10) / 10
    log.info({ method: c.req.method, route: routePath(c, -1), status: c.res.status, milliseconds }, 'request')
  }
}
