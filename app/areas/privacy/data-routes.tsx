/** What is kept about a person: summed up, and all of it as a file. */
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { urls } from '../../urls.ts'
import type { PrivacyDeps } from './deps.ts'
import { MyDataPage } from './pages/my-data-page.tsx'
import { countByGroup, makeFile } from './personal-file.ts'

type Context = Parameters<Route<AppEnv>['handle']>[0]

export function dataRoutes(deps: PrivacyDeps): Route<AppEnv>[] {
  const permission = 'privacy.own'
  return [
    { method: 'GET', path: urls.myData(), permission, audit: 'privacy.show', handle: (c) => show(c, deps) },
    {
      method: 'POST',
      path: urls.myDataFile(),
      permission,
      audit: 'privacy.download',
      fresh: true,
      handle: (c) => download(c, deps),
    },
  ]
}

async function show(c: Context, deps: PrivacyDeps): Promise<Response> {
  const actor = c.get('actor')
  const page = <MyDataPage of={c.get('frame')} email={actor.email} groups={await countByGroup(deps, actor)} />
  return c.html(renderDocument(page))
}

async function download(c: Context, deps: PrivacyDeps): Promise<Response> {
  const file = await makeFile(deps, c.get('act'), c.get('actor'))
  const day = c.get('act').at.toZonedDateTimeISO('UTC').toPlainDate().toString()
  return c.body(`${JSON.stringify(file, null, 2)}\n`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="my-data-${day}.json"`,
  })
}
