/** The table of all routes: none exists without a permission and an audit name. */
import type { Context, Env, Hono, MiddlewareHandler } from 'hono'
import { notFound } from './faults.ts'

export interface Route<E extends Env> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** `public`, or the name of a permission of an area's policy. */
  readonly permission: string
  /**
   * What the audit trail calls it, `area.verb`. Acts (POST) are recorded under it by the use case, in its transaction;
   * public reading is never recorded.
   */
  readonly audit: string
  /** A dangerous act: the person must have shown lately who they are. */
  readonly fresh?: true
  readonly handle: (c: Context<E>) => Response | Promise<Response>
}

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One guard per permission: answers the request itself, or lets it pass. */
export type Guards<E extends Env> = Readonly<Record<string, (route: Route<E>) => MiddlewareHandler<E>>>

/** @throws when a route has no guard or no audit name, or stands twice: the server must not start then. */
export function mountRoutes<E extends Env>(app: Hono<E>, routes: readonly Route<E>[], guards: Guards<E>): void {
  const seen = new Set<string>()
  for (const route of routes) {
    const name = `${route.method} ${route.path}`
    const guard = guards[route.permission]
    if (!guard) throw new Error(`${name}: nobody guards the permission "${route.permission}"`)
    if (!/^[a-z-]+\.[a-z-]+$/.test(route.audit)) throw new Error(`${name} has no audit name`)
    if (seen.has(name)) throw new Error(`${name} is registered twice`)
    seen.add(name)
    app.on(route.method, route.path, idsOnly(route.path), guard(route), route.handle)
  }
}

/** What looks like an id at a glance and is none is not found: no database is asked for it. */
function idsOnly(path: string): MiddlewareHandler {
  const names = [...path.matchAll(/:([a-zA-Z]+)\{\[0-9a-f-\]\{36\}\}/g)].map(([, name = '']) => name)
  return (c, next) => {
    if (names.some((name) => !id.test(c.req.param(name) ?? ''))) throw notFound()
    return next()
  }
}
