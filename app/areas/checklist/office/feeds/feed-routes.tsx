/** Directories that a town, or an association for its towns, follows: set up, looked at, changed, ended. */
import { z } from 'zod'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { notFound } from '../../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../../platform/http/form.ts'
import { pageAsked } from '../../../../platform/http/page-asked.ts'
import type { Route } from '../../../../platform/http/route-table.ts'
import { newId } from '../../../../platform/ids.ts'
import { patterns, urls } from '../../../../urls.ts'
import { feedHours } from '../../feeds/feed-rules.ts'
import type { Feed } from '../../feeds/feed-schema.ts'
import { listFeeds, readFeed, stillThere } from '../../feeds/feed-store.ts'
import { addFeed, changeFeed, endFeed, followFeed, keepService, lookAtFeed } from '../../feeds/keep-feed.ts'
import { fetchedUpload } from '../../import-services/upload-store.ts'
import { serviceFacts } from '../../schema.ts'
import type { OfficeChecklistDeps } from '../deps.ts'
import type { FormFault } from '../forms/form.ts'
import { authorWords, languageChoices, type OfficeContext, page, param, revisionOf, saved } from '../office-request.ts'
import { serviceName } from '../part-request.ts'
import { officePattern } from '../patterns.ts'
import { kindName, longMoment } from '../wording.ts'
import { feedFields, feedFrom } from './feed-form.ts'
import { type FeedOffice, openFeedOffice } from './feed-office.ts'
import { FeedFormPage } from './pages/feed-form-page.tsx'
import { FeedPage } from './pages/feed-page.tsx'
import { FeedsPage } from './pages/feeds-page.tsx'
import { hostOf, placedTexts, presentResults } from './present-feed.ts'

/** Whoever may: officers of the town, coordinators of the association. */
const lists = [
  { path: `${officePattern}/feeds`, permission: 'checklist.edit' },
  {
    path: `/office/associations${patterns.cc}${patterns.association}/feeds`,
    permission: 'checklist.follow-directories',
  },
] as const

export function feedRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  return lists.flatMap(({ path, permission }): Route<AppEnv>[] => {
    const one = `${path}${patterns.id}`
    const get = { method: 'GET', permission } as const
    const post = { method: 'POST', permission } as const
    return [
      { ...get, path, audit: 'checklist.list-feeds', handle: (c) => showFeeds(c, deps) },
      { ...get, path: `${path}/new`, audit: 'checklist.ask-feed', handle: (c) => showNew(c, deps) },
      { ...post, path: `${path}/new`, audit: 'checklist.add-feed', handle: (c) => submitNew(c, deps) },
      { ...get, path: one, audit: 'checklist.show-feed', handle: (c) => showFeed(c, deps) },
      { ...get, path: `${one}/edit`, audit: 'checklist.edit-feed', handle: (c) => showEdit(c, deps) },
      { ...post, path: `${one}/edit`, audit: 'checklist.change-feed', handle: (c) => submitEdit(c, deps) },
      { ...post, path: `${one}/look`, audit: 'checklist.look-at-feed', handle: (c) => submitLook(c, deps) },
      { ...post, path: `${one}/end`, audit: 'checklist.end-feed', handle: (c) => submitEnd(c, deps) },
      permission === 'checklist.edit'
        ? { ...post, path: `${one}/keep`, audit: 'checklist.keep-service', handle: (c) => submitKeep(c, deps) }
        : { ...post, path: `${one}/follow`, audit: 'checklist.follow-feed', handle: (c) => submitFollow(c, deps) },
    ]
  })
}

async function showFeeds(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const { owner, frame, translator, timeZone } = await openFeedOffice(c, deps)
  const feeds = await listFeeds(deps.database.db, owner)
  return page(
    c,
    <FeedsPage
      frame={frame}
      networkOn={deps.networkOn}
      feeds={feeds.map((feed) => ({
        name: feed.source,
        host: hostOf(feed),
        href: urls.feed(frame.feeds, feed.id),
        last: presentResults({ ...feed, results: feed.results.slice(0, 1) }, translator, timeZone)[0],
      }))}
    />,
  )
}

interface Refused {
  readonly fields: FormFields
  readonly faults: readonly FormFault[]
  /** A colleague has saved something else meanwhile. */
  readonly late?: boolean
}

function respondForm(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: FeedOffice,
  feed: Feed | undefined,
  refused?: Refused,
): Response {
  const { translator, frame, official } = office
  const fields = refused?.fields ?? feedFields(feed, official[0] ?? 'en')
  const late = refused?.late ?? false
  const refusal = late ? 409 : 422
  return page(
    c,
    <FeedFormPage
      frame={frame}
      view={{ translator, fields, faults: refused?.faults ?? [] }}
      id={feed ? undefined : (idIn(fields) ?? newId())}
      feed={feed && { name: feed.source, revision: feed.revision, href: urls.feed(frame.feeds, feed.id) }}
      late={late}
      hours={feedHours}
      languages={languageChoices(languagesFor(office, feed), deps)}
      kinds={deps.checklist.kinds.map(({ id }) => ({ id, name: kindName(translator, deps.checklist, id) }))}
    />,
    refused ? refusal : 200,
  )
}

const languagesFor = ({ official }: FeedOffice, feed: Feed | undefined): string[] => [
  ...new Set([...official, ...(feed ? [feed.language] : [])]),
]

function idIn(fields: FormFields): string | undefined {
  const typed = z.uuid().safeParse(fieldText(fields, 'id'))
  return typed.success ? typed.data : undefined
}

async function showNew(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  return respondForm(c, deps, await openFeedOffice(c, deps), undefined)
}

const settingsFrom = (fields: FormFields, deps: OfficeChecklistDeps, office: FeedOffice, feed: Feed | undefined) =>
  feedFrom(fields, {
    kinds: deps.checklist.ids,
    languages: languagesFor(office, feed),
    source: feed?.source,
    ofAssociation: office.owner.type === 'association',
  })

async function submitNew(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openFeedOffice(c, deps)
  const fields = await readForm(c.req.raw)
  const parsed = settingsFrom(fields, deps, office, undefined)
  if (!parsed.ok) return respondForm(c, deps, office, undefined, { fields, faults: parsed.faults })
  const id = idIn(fields) ?? newId()
  const outcome = await addFeed(deps, c.get('act'), { id, owner: office.owner, settings: parsed.value })
  if (outcome === 'saved') return saved(c, urls.feed(office.frame.feeds, id), 'feed')
  const code = outcome === 'many' ? 'feedMany' : 'feedNamed'
  return respondForm(c, deps, office, undefined, { fields, faults: [{ field: 'source', code }] })
}

/** @throws {RequestFault} not-found where it is not the owner's, or ended. */
async function feedOf(c: OfficeContext, deps: OfficeChecklistDeps, { owner }: FeedOffice): Promise<Feed> {
  const feed = await readFeed(deps.database.db, owner, param(c, 'id'))
  if (!feed) throw notFound()
  return feed
}

/** Services on one page. */
const perPage = 25

/** Services that a town's feed no longer has, page by page. */
async function goneFrom(c: OfficeContext, deps: OfficeChecklistDeps, { office, frame }: FeedOffice, feed: Feed) {
  const { town } = frame
  if (!office || !town) return { gone: [], pages: { number: 1, count: 1 } }
  const gone = await stillThere(deps.database.db, feed)
  const count = Math.max(1, Math.ceil(gone.length / perPage))
  const number = Math.min(pageAsked(c), count)
  const shown = gone.slice((number - 1) * perPage, number * perPage).map(({ id, facts }) => ({
    id,
    name: serviceName(serviceFacts.parse(facts), office),
    href: urls.officeService(town, id),
    remove: urls.officeServiceRemove(town, id),
  }))
  return { gone: shown, pages: { number, count } }
}

async function showFeed(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openFeedOffice(c, deps)
  const { translator, frame, timeZone } = office
  const { town } = frame
  const feed = await feedOf(c, deps, office)
  const waiting = town && (await fetchedUpload(deps.database.db, feed.id))
  const official = languageChoices([feed.language], deps)
  return page(
    c,
    <FeedPage
      frame={frame}
      feed={feed}
      host={hostOf(feed)}
      networkOn={deps.networkOn}
      next={longMoment(translator, feed.nextAt, timeZone)}
      setUpBy={await authorWords(deps, office, { person: feed.setUpBy, as: town ? 'officer' : 'coordinator' })}
      language={official[0]?.autonym ?? feed.language}
      kind={feed.defaultKind === '' ? undefined : kindName(translator, deps.checklist, feed.defaultKind)}
      waiting={town && waiting !== undefined ? urls.officeUpload(town, waiting) : undefined}
      results={presentResults(feed, translator, timeZone)}
      placed={placedOf(feed, office)}
      asks={asksOf(feed)}
      {...(await goneFrom(c, deps, office, feed))}
    />,
  )
}

const placedOf = ({ placed, fetchedAt }: Feed, { translator, timeZone }: FeedOffice) =>
  placed && fetchedAt
    ? { since: longMoment(translator, fetchedAt, timeZone), texts: placedTexts(translator, placed) }
    : undefined

/** What an association's feed said last was not followed: somebody decides. */
function asksOf({ owner, results: [last] }: Feed) {
  if (owner.type === 'authority' || (last?.outcome !== 'sudden' && last?.outcome !== 'looked')) return undefined
  return { sudden: last.outcome === 'sudden', gone: last.gone ?? 0 }
}

async function showEdit(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openFeedOffice(c, deps)
  return respondForm(c, deps, office, await feedOf(c, deps, office))
}

async function submitEdit(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openFeedOffice(c, deps)
  const feed = await feedOf(c, deps, office)
  const fields = await readForm(c.req.raw)
  const parsed = settingsFrom(fields, deps, office, feed)
  if (!parsed.ok) return respondForm(c, deps, office, feed, { fields, faults: parsed.faults })
  const outcome = await changeFeed(deps, c.get('act'), feed, parsed.value, revisionOf(fields))
  if (outcome === 'gone') throw notFound()
  if (outcome === 'late') return respondForm(c, deps, office, feed, { fields, faults: [], late: true })
  return saved(c, urls.feed(office.frame.feeds, feed.id), 'feed')
}

async function submitLook(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openFeedOffice(c, deps)
  const feed = await feedOf(c, deps, office)
  if (deps.networkOn) await lookAtFeed(deps, c.get('act'), feed)
  return c.redirect(urls.feed(office.frame.feeds, feed.id), 303)
}

async function submitFollow(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openFeedOffice(c, deps)
  const feed = await feedOf(c, deps, office)
  const gone = Number(/^\d{1,9}$/.exec(fieldText(await readForm(c.req.raw), 'gone'))?.[0] ?? 0)
  if (deps.networkOn) await followFeed(deps, c.get('act'), feed, gone)
  return c.redirect(urls.feed(office.frame.feeds, feed.id), 303)
}

async function submitEnd(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const { owner, frame } = await openFeedOffice(c, deps)
  await endFeed(deps, c.get('act'), { owner, id: param(c, 'id') })
  return saved(c, frame.feeds, 'feedEnded')
}

async function submitKeep(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openFeedOffice(c, deps)
  const feed = await feedOf(c, deps, office)
  const service = z.uuid().safeParse(fieldText(await readForm(c.req.raw), 'service'))
  if (service.success) await keepService(deps, c.get('act'), feed, service.data)
  return saved(c, urls.feed(office.frame.feeds, feed.id), 'feedKept')
}
