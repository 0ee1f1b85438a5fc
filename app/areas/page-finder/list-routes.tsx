/** The websites of an association's members: the list, as a file, and having them looked at. */
import { createBreath } from '../../platform/breath.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import { pageAsked } from '../../platform/http/page-asked.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { patterns, urls } from '../../urls.ts'
import type { FinderAssociation, FinderOfficeDeps } from './deps.ts'
import { startLooking, stopLooking } from './direct-search.ts'
import { websitesHead, websitesRows } from './export-findings.ts'
import { type FinderRequest, type OfficeContext, openFinder, page } from './finder-request.ts'
import { type KeptFinding, readFindings } from './finding-store.ts'
import { countStates, listMembers, readProgress } from './member-store.ts'
import { listNotices, WebsitesPage } from './pages/websites-page.tsx'
import { lineOf } from './present-finding.ts'
import { readSearch } from './site-store.ts'
import { type SiteState, siteStates } from './state-rules.ts'

export const websitesPath = `/office/associations${patterns.cc}${patterns.association}/websites`

export function listRoutes(deps: FinderOfficeDeps): Route<AppEnv>[] {
  const permission = 'page-finder.use'
  const get = { method: 'GET', permission } as const
  const post = { method: 'POST', permission } as const
  return [
    { ...get, path: websitesPath, audit: 'page-finder.list', handle: (c) => list(c, deps) },
    { ...get, path: `${websitesPath}.csv`, audit: 'page-finder.export', handle: (c) => file(c, deps) },
    { ...post, path: `${websitesPath}/start`, audit: 'page-finder.start', handle: (c) => start(c, deps) },
    { ...post, path: `${websitesPath}/find`, audit: 'page-finder.find', handle: (c) => find(c, deps) },
    { ...post, path: `${websitesPath}/stop`, audit: 'page-finder.stop', handle: (c) => stop(c, deps) },
  ]
}

const perPage = 50

const nothingKnown: KeptFinding = {
  found: undefined,
  unseen: undefined,
  said: undefined,
  triedAt: undefined,
  revision: 0,
}

async function list(c: OfficeContext, deps: FinderOfficeDeps): Promise<Response> {
  const request = await openFinder(c, deps)
  const state = siteStates.find((each) => each === c.req.query('show'))
  return show(c, deps, request, { state, sought: undefined })
}

/** What is looked for never stands in an address. Only the first page of those that are found is shown. */
async function find(c: OfficeContext, deps: FinderOfficeDeps): Promise<Response> {
  const request = await openFinder(c, deps)
  const sought = fieldText(await readForm(c.req.raw), 'member').slice(0, 100)
  if (sought === '') return c.redirect(urls.associationWebsites(request.association), 303)
  return show(c, deps, request, { state: undefined, sought })
}

interface Asked {
  readonly state: SiteState | undefined
  readonly sought: string | undefined
}

const sumOf = (counts: ReadonlyMap<SiteState, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)

async function show(c: OfficeContext, deps: FinderOfficeDeps, request: FinderRequest, asked: Asked): Promise<Response> {
  const { frame, association } = request
  const { db } = deps.database
  const { translator } = frame.of
  const counts = await countStates(db, association.id)
  const { state, sought } = asked
  const listed = state === undefined ? sumOf(counts) : (counts.get(state) ?? 0)
  const pages = sought === undefined ? Math.max(1, Math.ceil(listed / perPage)) : 1
  const number = Math.min(pages, pageAsked(c))
  const { found, members } = await listMembers(db, association.id, {
    language: translator.language,
    state,
    sought: sought === undefined ? undefined : { code: sought, folded: deps.foldings(sought) },
    part: { from: (number - 1) * perPage, most: perPage },
  })
  const findings = await readFindings(
    db,
    members.map(({ id }) => id),
  )
  const search = await readSearch(db, association.id)
  return page(
    c,
    <WebsitesPage
      frame={frame}
      association={association}
      networkOn={deps.networkOn}
      looking={search !== undefined && !search.stopped}
      progress={await readProgress(db, association.id, deps.clock.now())}
      counts={new Map(siteStates.map((each) => [each, counts.get(each) ?? 0]))}
      total={sumOf(counts)}
      show={state}
      sought={sought}
      found={found}
      lines={members.map(({ shown, ...member }) =>
        lineOf(translator, { ...member, name: shown }, findings.get(member.id) ?? nothingKnown, 'UTC'),
      )}
      pages={{ number, count: pages }}
      done={listNotices.find((each) => each === c.req.query('done'))}
    />,
  )
}

const inOneGo = 1_000

/** A part at a time: nobody has a whole country in memory, or waits for it. */
async function file(c: OfficeContext, deps: FinderOfficeDeps): Promise<Response> {
  const { frame, association } = await openFinder(c, deps)
  const { db } = deps.database
  const { language } = frame.of.translator
  const breath = createBreath()
  let csv = websitesHead(frame.of.translator)
  for (let from = 0; ; from += inOneGo) {
    const { members } = await listMembers(db, association.id, { language, part: { from, most: inOneGo } })
    const findings = await readFindings(
      db,
      members.map(({ id }) => id),
    )
    csv += websitesRows(frame.of.translator, members, findings)
    if (members.length < inOneGo) break
    await breath()
  }
  return c.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="websites-${association.slug}.csv"`,
    'cache-control': 'no-store',
  })
}

const back = (c: OfficeContext, association: FinderAssociation, done: string): Response =>
  c.redirect(`${urls.associationWebsites(association)}?done=${done}`, 303)

async function start(c: OfficeContext, deps: FinderOfficeDeps): Promise<Response> {
  const { association } = await openFinder(c, deps)
  return back(c, association, await startLooking(deps, c.get('act'), association.id))
}

async function stop(c: OfficeContext, deps: FinderOfficeDeps): Promise<Response> {
  const { association } = await openFinder(c, deps)
  await stopLooking(deps, c.get('act'), association.id)
  return back(c, association, 'stopped')
}
