/** The first three steps of a town, as its office sees them. */
import { type AppEnv, authorityOf } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { patterns } from '../../../urls.ts'
import type { JoiningDeps } from '../deps.ts'
import { beginningOf } from './first-steps.ts'
import { FirstStepsPage } from './pages/first-steps-page.tsx'

export function firstStepsRoutes(deps: JoiningDeps): Route<AppEnv>[] {
  const path = `/office${patterns.cc}${patterns.slug}/first-steps`
  return [
    {
      ...({ method: 'GET', path, permission: 'campaigns.begin' } as const),
      audit: 'campaigns.first-steps',
      handle: async (c) => {
        const { db } = deps.database
        const of = c.get('frame')
        const town = await deps.readTown(db, authorityOf(c).id)
        if (!town) throw notFound()
        const { language } = of.translator
        const beginning = await beginningOf(db, deps, town.id, language)
        const proposed = await deps.countProposed(town.id)
        const name = town.names[language] ?? town.name
        const page = (
          <FirstStepsPage {...{ of, town, name, beginning, proposed }} saved={c.req.query('saved') === 'answer'} />
        )
        c.header('cache-control', 'no-store')
        return c.html(renderDocument(page))
      },
    },
  ]
}
