/**
 * The office of a town with 2,000 services, on the embedded database: every page an officer opens, whole requests through
 * the application. The services are those of Example Town, fifty times over, with names of their own, ten of each organisation; half of a percent
 * of them is changed and not published, and somebody edits one more before each look. A directory of its association
 * suggests 300 services. Each page is measured twice: asked for before, so that what this process keeps of the town is in memory,
 * and as the first that somebody opens after a break, with nothing of the town in memory (`first`). A person is looked for a second after the
 * form was opened, as nobody types faster; `at once` is what a machine would wait for that does.
 * Three lists of 2,000 services wait to be taken over: the town's own one that has come back, another one, and
 * what a feed said; `brought` is the first look at each of them, right after an officer has brought it or it was fetched. Pages come from the table of routes: those that need nothing but the town's address, and of all others the
 * first to which any page leads. What no page leads to, files, and what is not for officers are named.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { findBySlug } from '../app/areas/authorities/index.ts'
import { publish, readDraft, type ServiceFacts } from '../app/areas/checklist/index.ts'
import { compose } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { demonstrationPerson, loadDemonstration } from '../app/demonstration/index.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { forgetNamed } from '../app/platform/db/town-memory.ts'
import { newId } from '../app/platform/ids.ts'
import { silentLog } from '../app/platform/log.ts'
import { type Services, startServices } from '../app/services.ts'
import { urls } from '../app/urls.ts'
import { linkedPages, plainPages } from './_office-pages.ts'
import { percentile } from './_percentile.ts'
import { bringLists, firstLooks } from './_waiting-lists.ts'

const town = { country: 'NL', slug: 'example-town' }
const wanted = 2_000
const suggested = 300
const warmUp = 3
/** Enough where none of them took half of what is allowed. */
const fewTurns = 20
const turns = 100
/** Each reads the town anew: what is told of them is the slowest. */
const firstTurns = 15
const broughtTurns = 8
const allowedMs = 300
const typingMs = 1_000
/** Nobody of that name: everything is looked through to the end. */
const sought = { words: 'Xaveria Quillfeather', instead: '', shown: '', step: 'look' }

/** Services of one organisation: they share its number, its website and its mailbox, and are not the same for that. */
const ofOne = 10

function organisation(number: number, { phones }: ServiceFacts): Partial<ServiceFacts> {
  const host = `organisation-${number}.example`
  const own = phones.map((phone, index) => ({ ...phone, number: `020 ${550_0000 + number * 10 + index}` }))
  return { phones: own, web: `https://${host}/`, email: `office@${host}` }
}

/** Copies until the town has as many as are wanted. @returns the town's id and the id of one of the services. */
export async function fill(all: Services): Promise<{ authority: string; service: string }> {
  const { database, checklist, clock } = all
  const { db } = database
  const authority = (await findBySlug(db, town.country, town.slug))?.authority?.id ?? ''
  const { services } = await readDraft(db, authority)
  let count = services.length
  for (let copy = 2; count < wanted; copy += 1) {
    const rows = services.slice(0, wanted - count).map(({ facts }, index) => {
      const name = Object.fromEntries(
        Object.entries(facts.name).map(([language, one]) => [language, { ...one, text: `${one?.text} ${copy}` }]),
      )
      return { id: newId(), facts: { ...facts, name, ...organisation(Math.floor((count + index) / ofOne), facts) } }
    })
    await sql`
      insert into office.draft_service (id, authority, facts, changed_at, changed_by)
      select id, ${authority}::uuid, facts, now(), 'bench'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, facts jsonb)`.execute(db)
    count += rows.length
  }
  const act = actOf('bench', 'bench.publish', clock.now())
  const outcome = await publish(checklist, act, authority)
  if (outcome.outcome !== 'published') throw new Error(`not published: ${JSON.stringify(outcome).slice(0, 500)}`)
  await sql`update office.draft_service set facts = jsonb_set(facts, '{fee}', '"paid"'), revision = revision + 1
    where id in (select id from office.draft_service where authority = ${authority}::uuid order by id limit 10)`.execute(
    db,
  )
  await suggest(all, authority)
  return { authority, service: services[0]?.id ?? '' }
}

/** What the directory of the town's association suggests, as often as a large one does. */
async function suggest({ database: { db } }: Services, authority: string): Promise<void> {
  await sql`
    insert into office.directory_service (feed, batch, source_id, facts, facts_sha256, authorities, fits_by, marks)
    select feed, batch, source_id || ' ' || copy, jsonb_set(facts, '{name}', jsonb_build_object('nl',
      jsonb_build_object('text', 'Aanbod ' || source_id || ' ' || copy, 'origin', 'person'))),
      md5(source_id || copy) || md5(copy::text), array[${authority}::uuid], fits_by, array[source_id || copy]
    from office.directory_service cross join generate_series(1, ${suggested}) as copy
    where copy <= ${suggested} / (select count(*) from office.directory_service)`.execute(db)
}

function pagesOf(service: string, version: number): Record<string, string> {
  return {
    'my work': urls.office(),
    checklist: urls.officeTown(town),
    missing: urls.officeMissing(town),
    proposal: urls.officeProposal(town),
    same: urls.officeSame(town),
    findings: urls.officeFindings(town),
    lists: urls.officeImport(town),
    kind: urls.officeKind(town, 'child-helpline'),
    'new service': urls.officeNewService(town, 'child-helpline'),
    service: urls.officeService(town, service),
    part: urls.officeServicePart(town, service, 'contact'),
    provider: urls.officeProvider(town, service),
    introduction: urls.officeIntroduction(town),
    clocks: urls.officeClocks(town),
    publish: urls.officePublish(town),
    versions: urls.officeVersions(town),
    version: urls.officeVersion(town, version),
    compare: urls.officeCompare(town, { earlier: version - 1, later: version }),
    restore: urls.officeRestore(town, version - 1),
    preview: urls.officePreview(town, 'en'),
    'preview of a kind': urls.officePreviewKind(town, 'en', 'child-helpline'),
    reports: urls.officeReports(town),
    people: urls.townPeople(town),
    history: urls.officeHistory(town),
  }
}

/** Somebody has edited a service since the page was last looked at. */
async function edit({ database: { db } }: Services, authority: string, turn: number): Promise<void> {
  await sql`update office.draft_service set facts = jsonb_set(facts, '{fee}', '"free"'), revision = revision + 1
    where id = (select id from office.draft_service where authority = ${authority}::uuid
      and removed_at is null order by id offset ${(turn * 17) % wanted} limit 1)`.execute(db)
}

interface Shares {
  readonly p50: number
  readonly p99: number
}
type Measured = Shares & { readonly first: Shares; readonly kilobytes: number }

const sharesOf = (times: readonly number[]): Shares => {
  const at = (share: number) => Math.round(percentile(times, share))
  return { p50: at(0.5), p99: at(0.99) }
}

type Ask = () => Response | Promise<Response>

/** @returns the times of a page in milliseconds, each after somebody has edited a service. */
async function measure(
  services: Services,
  authority: string,
  ask: Ask,
  first?: { readonly before: () => unknown },
): Promise<{ times: number[]; bytes: number }> {
  const times: number[] = []
  let bytes = 0
  for (let turn = 0; turn < warmUp + (first ? firstTurns : turns); turn += 1) {
    await first?.before()
    await edit(services, authority, turn)
    const begun = performance.now()
    const answer = await ask()
    bytes = (await answer.arrayBuffer()).byteLength
    if (turn >= warmUp) times.push(performance.now() - begun)
    if (answer.status !== 200) throw new Error(`answered ${answer.status} after ${times.length} turns`)
    if (times.length === fewTurns && Math.max(...times) < allowedMs / 2) break
  }
  return { times, bytes }
}

interface Asks {
  readonly asks: readonly (readonly [string, Ask])[]
  /** Pages that every officer has. */
  readonly named: Readonly<Record<string, string>>
  readonly get: (path: string) => Response | Promise<Response>
  readonly search: { readonly path: string; readonly ask: Ask }
}

async function measureAll(services: Services, authority: string, { asks, named, get, search }: Asks) {
  const forget = () => forgetNamed(services.database, undefined)
  const openForm = async () => {
    forget()
    await (await get(search.path)).arrayBuffer()
    await wait(typingMs)
  }
  const pages: Record<string, Measured> = {}
  const notForOfficers: string[] = []
  for (const [name, ask] of [...asks, ['…/erase-person (search)', search.ask] as const]) {
    const { status } = await ask()
    if (status !== 200 && !(name in named)) {
      notForOfficers.push(`${name} ${status}`)
      continue
    }
    const { times, bytes } = await measure(services, authority, ask).catch((error: Error) => {
      throw new Error(`${name}: ${error.message}`)
    })
    const first = await measure(services, authority, ask, { before: ask === search.ask ? openForm : forget })
    pages[name] = { ...sharesOf(times), first: sharesOf(first.times), kilobytes: Math.round(bytes / 1024) }
    console.error(name, JSON.stringify(pages[name]))
  }
  return { pages, notForOfficers }
}

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const services = await startServices(
    readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', TRUST_PROXY: 'on' }),
    silentLog,
  )
  await loadDemonstration(services)
  const { authority, service } = await fill(services)
  const { app } = await compose(services)
  await services.jobs.start()
  const link = new URL(await services.accounts.createSignInLink(demonstrationPerson('officer')))
  const cookies = (await services.accounts.redeemLink(link.searchParams.get('token') ?? '')) ?? []
  const headers = { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
  const get = (path: string) => app.request(path, { headers })
  let forms = 0
  // Each form from a network of its own: nobody sends as many as a benchmark.
  const post = (path: string, fields: Readonly<Record<string, string>>) => {
    forms += 1
    const own = { origin: services.config.baseUrl, 'x-forwarded-for': `2001:db8::${forms.toString(16)}` }
    return app.request(path, { method: 'POST', headers: { ...headers, ...own }, body: new URLSearchParams(fields) })
  }
  const office = { town, authority, get, post }
  const brought = await firstLooks(services, office, broughtTurns)
  const named = { ...pagesOf(service, 2), ...(await bringLists(services, office)) }
  const known = new Set(Object.values(named))
  const plain = (await plainPages(services, town)).filter(([, path]) => !known.has(path))
  const found = await linkedPages(services, town, { get, begin: [...known, ...plain.map(([, path]) => path)] })
  const asks: [string, Ask][] = [...Object.entries(named), ...plain, ...found.pages].map(([name, path]) => [
    name,
    () => get(path),
  ])
  const search = { path: urls.officeErasePerson(town), ask: () => post(urls.officeErasePerson(town), sought) }
  const { pages, notForOfficers } = await measureAll(services, authority, { asks, named, get, search })
  const atOnce = await measure(services, authority, search.ask, {
    before: () => forgetNamed(services.database, undefined),
  })
  await services.close()
  rmSync(folder, { recursive: true, force: true })
  const slowest = (one: (page: Measured) => Shares) => Math.max(...Object.values(pages).map((page) => one(page).p99))
  return {
    reach: { p99Ms: allowedMs },
    services: wanted,
    notForOfficers,
    nothingLeadsTo: found.unreached,
    files: found.files,
    slowestP99Ms: { again: slowest((page) => page), first: slowest(({ first }) => first) },
    brought: Object.fromEntries(Object.entries(brought).map(([name, times]) => [name, sharesOf(times)])),
    searchAtOnce: sharesOf(atOnce.times),
    pages,
  }
}
