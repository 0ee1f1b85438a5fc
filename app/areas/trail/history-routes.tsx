/** The audit trail of a town, and of what belongs to no town: looked through, and taken along as a file. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import type { OfficeFrameProps } from '../../ui/layout/office-frame.tsx'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../urls.ts'
import type { TrailDeps, TrailTown } from './deps.ts'
import { type TrailFormat, trailCsv, trailFormats, trailJson, trailTypes } from './export-trail.ts'
import { HistoryPage } from './pages/history-page.tsx'
import { readAll, readPage, type Wanted } from './read-entries.ts'
import { actKinds, personsIn } from './trail-store.ts'

const town = `/office${patterns.cc}${patterns.slug}`

export function historyRoutes(deps: TrailDeps): Route<AppEnv>[] {
  const read = { method: 'GET', permission: 'audit.read' } as const
  const instance = { method: 'GET', permission: 'audit.read-instance' } as const
  return [
    { ...read, path: `${town}/history`, audit: 'audit.show', handle: (c) => showTown(c, deps) },
    { ...instance, path: urls.instanceHistory(), audit: 'audit.show-instance', handle: (c) => showInstance(c, deps) },
    ...trailFormats.flatMap((format): Route<AppEnv>[] => [
      {
        ...read,
        path: `${town}/history.${format}`,
        audit: `audit.export-${format}`,
        handle: (c) => exportTown(c, deps, format),
      },
      {
        ...instance,
        path: urls.instanceHistoryFile(format),
        audit: `audit.export-instance-${format}`,
        handle: (c) => exportInstance(c, deps, format),
      },
    ]),
  ]
}

type OfficeContext = Context<AppEnv>
const pageSize = 50

interface Asked {
  readonly person: string
  readonly kind: string
  readonly page: number
}

/** Ids and fixed words alone: nothing that somebody typed stands in an address. */
function askedOf(c: OfficeContext): Asked {
  const person = c.req.query('person') ?? ''
  const kind = c.req.query('kind') ?? ''
  const page = c.req.query('page') ?? ''
  return {
    person: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(person) ? person : '',
    kind: actKinds.find((one) => one === kind) ?? '',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

function wantedOf(c: OfficeContext, authority: string | null, timeZone: string, { person, kind }: Asked): Wanted {
  return {
    filter: { authority, person: person || undefined, kind: actKinds.find((one) => one === kind) },
    translator: c.get('translator'),
    timeZone,
  }
}

function withQuery(path: string, { person, kind, page }: Asked): string {
  const query = new URLSearchParams()
  if (person) query.set('person', person)
  if (kind) query.set('kind', kind)
  if (page > 1) query.set('page', `${page}`)
  return query.size > 0 ? `${path}?${query}` : path
}

interface Place {
  readonly authority: string | null
  readonly timeZone: string
  readonly path: string
  readonly fileOf: (format: TrailFormat) => string
  readonly about: string
  readonly workplace: OfficeFrameProps['workplace']
  readonly versionHref: ((version: number) => string) | undefined
}

/** @throws RequestFault not-found when the authority is gone. */
async function townOf(c: OfficeContext, deps: TrailDeps): Promise<TrailTown> {
  const found = await deps.readAuthority(authorityOf(c).id)
  if (!found) throw notFound()
  return found
}

async function showTown(c: OfficeContext, deps: TrailDeps): Promise<Response> {
  const found = await townOf(c, deps)
  const { t, language } = c.get('translator')
  return show(c, deps, {
    authority: found.id,
    timeZone: found.timeZone,
    path: urls.officeHistory(found),
    fileOf: (format) => urls.officeHistoryFile(found, format),
    about: t('trail.about'),
    workplace: { name: found.names[language] ?? found.name, items: townSections(c.get('frame'), found, 'history') },
    versionHref: (version) => urls.officeVersion(found, version),
  })
}

function showInstance(c: OfficeContext, deps: TrailDeps): Promise<Response> {
  return show(c, deps, {
    authority: null,
    timeZone: 'UTC',
    path: urls.instanceHistory(),
    fileOf: urls.instanceHistoryFile,
    about: c.get('translator').t('trail.aboutInstance'),
    workplace: undefined,
    versionHref: undefined,
  })
}

async function show(c: OfficeContext, deps: TrailDeps, place: Place): Promise<Response> {
  const asked = askedOf(c)
  const translator = c.get('translator')
  const { t, tag } = translator
  const { entries, more } = await readPage(
    deps,
    wantedOf(c, place.authority, place.timeZone, asked),
    asked.page,
    pageSize,
  )
  const ids = await personsIn(deps.database.db, place.authority)
  const names = await deps.personNames(ids)
  const { compare } = new Intl.Collator(tag)
  const page = (number: number) => withQuery(place.path, { ...asked, page: number })
  const file = (format: TrailFormat) => withQuery(place.fileOf(format), { ...asked, page: 1 })
  return c.html(
    renderDocument(
      <HistoryPage
        of={c.get('frame')}
        workplace={place.workplace}
        about={place.about}
        entries={entries}
        persons={ids
          .map((id) => ({ id, name: names.get(id) ?? t('author.by.person') }))
          .toSorted((a, b) => compare(a.name, b.name))}
        kinds={actKinds.map((id) => ({ id, name: t(`trail.kind.${id}`) }))}
        chosen={asked}
        pages={{
          previous: asked.page > 1 ? page(asked.page - 1) : undefined,
          next: more ? page(asked.page + 1) : undefined,
        }}
        files={{ csv: file('csv'), json: file('json') }}
        versionHref={place.versionHref}
      />,
    ),
  )
}

async function exportTown(c: OfficeContext, deps: TrailDeps, format: TrailFormat): Promise<Response> {
  const found = await townOf(c, deps)
  return exported(c, deps, format, { authority: found.id, timeZone: found.timeZone, name: found.slug })
}

async function exportInstance(c: OfficeContext, deps: TrailDeps, format: TrailFormat): Promise<Response> {
  return exported(c, deps, format, { authority: null, timeZone: 'UTC', name: 'instance' })
}

/** As a stream: a trail of ten years does not stand in memory. */
function exported(
  c: OfficeContext,
  deps: TrailDeps,
  format: TrailFormat,
  place: { readonly authority: string | null; readonly timeZone: string; readonly name: string },
): Response {
  const wanted = wantedOf(c, place.authority, place.timeZone, askedOf(c))
  const entries = readAll(deps, wanted)
  const text = format === 'csv' ? trailCsv(entries, wanted.translator) : trailJson(entries)
  return c.body(bytesOf(text), 200, {
    'content-type': trailTypes[format],
    'content-disposition': `attachment; filename="history-${place.name}.${format}"`,
  })
}

/** What is read as fast as it is taken, and no longer than somebody takes it. */
function bytesOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await text.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await text.return(undefined)
    },
  })
}
