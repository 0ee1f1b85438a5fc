/** The areas of a country that do not nest: the list of them. */
import type { AppEnv } from '../../platform/http/env.ts'
import { pageAsked } from '../../platform/http/page-asked.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { byName } from '../../ui/lists.ts'
import { areasPattern, type OfficeContext, openAreas, page } from './area-request.ts'
import { listCatchments } from './area-store.ts'
import type { CatchmentOfficeDeps } from './deps.ts'
import { bringRoutes } from './list-routes.tsx'
import { listWaits } from './list-store.ts'
import { oneRoutes } from './one-routes.tsx'
import { areaNotices } from './pages/areas-frame.tsx'
import { AreasPage } from './pages/areas-page.tsx'

export function catchmentRoutes(deps: CatchmentOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'catchments.keep' } as const
  return [
    { ...get, path: areasPattern, audit: 'catchments.show', handle: (c) => show(c, deps) },
    ...bringRoutes(deps),
    ...oneRoutes(deps),
  ]
}

const areasPerPage = 50

async function show(c: OfficeContext, deps: CatchmentOfficeDeps): Promise<Response> {
  const { db } = deps.database
  const { association, frame } = await openAreas(c, deps)
  const { tag, language } = frame.of.translator
  const all = (await listCatchments(db, association))
    .map((area) => ({ ...area, name: area.names[language] ?? area.name }))
    .toSorted(byName(tag))
  const count = Math.max(1, Math.ceil(all.length / areasPerPage))
  const number = Math.min(count, pageAsked(c))
  return page(
    c,
    <AreasPage
      frame={frame}
      count={all.length}
      areas={all.slice((number - 1) * areasPerPage, number * areasPerPage)}
      pages={{ number, count }}
      waiting={await listWaits(db, association.id)}
      done={areaNotices.find((one) => one === c.req.query('done'))}
      changed={Math.floor(Number(c.req.query('count'))) || 0}
    />,
  )
}
