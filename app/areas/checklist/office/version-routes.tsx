/** One published version: what differs now, and all that it said. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { pageAsked } from '../../../platform/http/page-asked.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { type Between, countChanges, readChanges, readOverview } from '../read-changes.ts'
import { currentPublication } from '../snapshot-store.ts'
import { readServicesInOrder, readWords } from '../state-store.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { factWords, type OfficeContext, type OfficeRequest, openOffice, page, param } from './office-request.ts'
import { VersionPage, type VersionPageProps } from './pages/version-page.tsx'
import { servedChoices, serviceName } from './part-request.ts'
import { officePattern } from './patterns.ts'
import { answerRows, factRows, wordsOf } from './present-facts.ts'
import { changeViews } from './publish-routes.tsx'
import { partIds } from './service-parts.ts'
import { kindName, longMoment } from './wording.ts'

/** Services on one page. */
const listed = 50
/** Changes that are listed here; the comparison lists all. */
const shownChanges = 50

export function versionRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: `${officePattern}/versions/:version{[1-9][0-9]{0,8}}`,
      permission: 'checklist.read',
      audit: 'checklist.show-version',
      handle: (c) => showVersion(c, deps),
    },
  ]
}

async function showVersion(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { db } = deps.database
  const { id, timeZone } = office.authority
  const version = Number(param(c, 'version'))
  const said = await readWords(db, id, { version })
  const current = (await currentPublication(db, id))?.version
  if (!said?.publishedAt || current === undefined) throw notFound()
  const number = pageAsked(c)
  const { services, total } = await readServicesInOrder(db, id, version, { from: (number - 1) * listed, most: listed })
  const served = [...new Set(services.flatMap(({ serves }) => serves))]
  const words = factWords(office, deps, await servedChoices(deps, office, served))
  return page(
    c,
    <VersionPage
      frame={office.frame}
      version={version}
      current={current}
      at={longMoment(office.translator, said.publishedAt, timeZone)}
      since={version === current ? undefined : await changesSinceThen(deps, office, version)}
      introduction={wordsOf(said.introduction, words)}
      answers={said.answers.map((answer) => ({
        kind: answer.kind,
        name: kindName(office.translator, deps.checklist, answer.kind),
        rows: answerRows(answer, words),
      }))}
      services={services.map((service) => ({
        id: service.id,
        name: serviceName(service, office),
        rows: partIds.flatMap((part) => factRows(part, service, words)),
      }))}
      pages={{ number, count: Math.max(1, Math.ceil(total / listed)) }}
    />,
  )
}

async function changesSinceThen(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  version: number,
): Promise<VersionPageProps['since']> {
  const { db } = deps.database
  const between: Between = { before: { version }, after: 'published' }
  const overview = await readOverview(deps, db, office.authority.id, between)
  const read = await readChanges(db, office.authority.id, between, overview, { from: 0, most: shownChanges })
  return { changes: changeViews(read.changes, read, office, deps), total: countChanges(overview) }
}
