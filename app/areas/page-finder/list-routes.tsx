/** The websites of an association's members: the list, as a file, and having them looked at. */
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import { pageAsked } from '../../platform/http/page-asked.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { patterns, urls } from '../../urls.ts'
import type { FinderAssociation, FinderOfficeDeps } from './deps.ts'
import { startLooking, stopLooking } from './direct-search.ts'
import { websitesCsv } from './export-findings.ts'
import { type FinderRequest, type OfficeContext, openFinder, page } from './finder-request.ts'
import { type KeptFinding, readFindings } from './finding-store.ts'
import { readMembers, readProgress, type Sought } from './member-store.ts'
import { listNotices, WebsitesPage } from './pages/websites-page.tsx'
import { lineOf } from './present-finding.ts'
import { readSearch } from './site-store.ts'
import { type Member, type SiteState, siteStates } from './state-rules.ts'

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

interface Named {
  readonly member: Member
  readonly name: string
}

/** By name, as the reader's language sorts them; never by what was found. */
async function membersOf(
  deps: FinderOfficeDeps,
  { frame, association }: FinderRequest,
  sought?: Sought,
): Promise<readonly Named[]> {
  const { language, tag } = frame.of.translator
  const { compare } = new Intl.Collator(tag)
  const members = await readMembers(deps.database.db, association.id, sought)
  return members
    .map((member) => ({ member, name: member.names[language] ?? member.name }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.member.id, b.member.id))
}

const nothingKnown: KeptFinding = {
  found: undefined,
  unseen: undefined,
  said: undefined,
  triedAt: undefined,
  revision: 0,
}

async function list(c: OfficeContext, deps: FinderOfficeDeps): Promise<Response> {
  const request = await openFinder(c, deps)
  return show(c, deps, request, {
    show: siteStates.find((each) => each === c.req.query('show')),
    sought: undefined,
    found: await membersOf(deps, request),
  })
}

/** What is looked for never stands in an address. Only the first page of those that are found is shown. */
async function find(c: OfficeContext, deps: FinderOfficeDeps): Promise<Response> {
  const request = await openFinder(c, deps)
  const sought = fieldText(await readForm(c.req.raw), 'member').slice(0, 100)
  if (sought === '') return c.redirect(urls.associationWebsites(request.association), 303)
  const found = await membersOf(deps, request, { code: sought, folded: deps.foldings(sought) })
  return show(c, deps, request, { show: undefined, sought, found })
}

interface Asked {
  readonly show: SiteState | undefined
  readonly sought: string | undefined
  /** Of whichever state. */
  readonly found: readonly Named[]
}

async function show(c: OfficeContext, deps: FinderOfficeDeps, request: FinderRequest, asked: Asked): Promise<Response> {
  const { frame, association } = request
  const { db } = deps.database
  const all = asked.sought === undefined ? asked.found : await membersOf(deps, request)
  const shown = asked.show ? asked.found.filter(({ member }) => member.state === asked.show) : asked.found
  const count = asked.sought === undefined ? Math.max(1, Math.ceil(shown.length / perPage)) : 1
  const number = Math.min(count, pageAsked(c))
  const here = shown.slice((number - 1) * perPage, number * perPage)
  const findings = await readFindings(
    db,
    here.map(({ member }) => member.id),
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
      counts={new Map(siteStates.map((state) => [state, all.filter(({ member }) => member.state === state).length]))}
      total={all.length}
      show={asked.show}
      sought={asked.sought}
      found={asked.found.length}
      lines={here.map(({ member, name }) =>
        lineOf(frame.of.translator, { ...member, name }, findings.get(member.id) ?? nothingKnown, 'UTC'),
      )}
      pages={{ number, count }}
      done={listNotices.find((each) => each === c.req.query('done'))}
    />,
  )
}

async function file(c: OfficeContext, deps: FinderOfficeDeps): Promise<Response> {
  const request = await openFinder(c, deps)
  const all = await membersOf(deps, request)
  const findings = await readFindings(
    deps.database.db,
    all.map(({ member }) => member.id),
  )
  return c.body(websitesCsv(request.frame.of.translator, all, findings), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="websites-${request.association.slug}.csv"`,
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
