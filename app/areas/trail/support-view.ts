/** What is different while somebody looks at a town's office for support: a bar on each page, and a line in its trail. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { supports, worksFor } from '../../platform/session/held-roles.ts'
import { longMoment } from '../checklist/index.ts'
import type { TrailDeps } from './deps.ts'
import { recordLook } from './support.ts'
import { supportState } from './support-rules.ts'
import { readSupport } from './support-store.ts'

/** Pages that a town shows to whoever it has asked to look. */
const shown: ReadonlySet<string> = new Set(['checklist.read'])

/** To be called for each request that a guard has let in, before the page is made. */
export function createSupportView(deps: TrailDeps) {
  return async (c: Context<AppEnv>, route: Route<AppEnv>): Promise<void> => {
    const [actor, subject] = [c.get('actor'), c.get('subject')]
    if (subject.kind !== 'authority' || !shown.has(route.permission)) return
    if (worksFor(actor, subject, ['officer', 'approver']) || !supports(actor, subject)) return
    const { db } = deps.database
    const now = deps.clock.now()
    const mine = new Set(actor.roles.flatMap(({ scope }) => (scope.kind === 'association' ? [scope.id] : [])))
    const running = (await readSupport(db, subject.id)).filter(
      (one) => mine.has(one.association) && supportState(one, now) === 'running',
    )
    const until = running
      .flatMap((one) => one.until ?? [])
      .sort(Temporal.Instant.compare)
      .at(-1)
    const authority = await deps.readAuthority(subject.id)
    await recordLook(db, c.get('act'), {
      authority: subject.id,
      associations: running.map(({ association }) => association),
      page: route.audit,
    })
    const frame = c.get('frame')
    const words = longMoment(frame.translator, until ?? now, authority?.timeZone ?? 'UTC')
    c.set('frame', { ...frame, support: { until: words } })
  }
}
