/**
 * The public register with 130,000 signatories on a PostgreSQL server of its own: whole requests through the application,
 * one after another, each page made anew (after something has changed) and from memory; the files written while their
 * memory is watched. Fictional towns in 46 countries, a tenth of them merged or withdrawn.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createApp } from '../app/app.ts'
import { foldings } from '../app/areas/authorities/index.ts'
import { enterApart, type NewSignature } from '../app/areas/register/index.ts'
import { partsOf } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { silentLog } from '../app/platform/log.ts'
import { type Services, startServices } from '../app/services.ts'
import { urls } from '../app/urls.ts'
import { watchMemory } from './_memory.ts'
import { percentile } from './_percentile.ts'
import { withServer } from './_server.ts'

const port = 4361
const wanted = Number(process.argv[3] ?? 130_000)
const atOnce = 10_000
const warmUp = 5
const turns = Number(process.argv[4] ?? 100)
const words = ['Alder', 'Birch', 'Cedar', 'Dögern', 'Ébène', 'Fjörd', 'Grün', 'Hasel', 'Ílha', 'Jura', 'Kőris', 'Łęg']
const ends = ['au', 'bach', 'by', 'dorf', 'ford', 'heim', 'mont', 'ville', 'wold', 'stad', 'grad', 'pol']

export const run = (): Promise<Record<string, unknown>> => withServer(port, [], ({ url }) => measured(url))

/** As many names as there are numbers of three letters, so that a search has some hits and not all. */
const nameOf = (n: number): string =>
  `${words[n % 12]}${ends[Math.floor(n / 12) % 12]} ${words[Math.floor(n / 144) % 12]?.toLowerCase()}${n.toString(36)}`

async function fill({ database: { db }, config, reference }: Services): Promise<number> {
  const countries = reference.countries.list.map(({ iso }) => iso)
  for (let from = 0; from < wanted; from += 5_000) {
    const rows = Array.from({ length: Math.min(5_000, wanted - from) }, (_, index) => {
      const n = from + index
      return { n, name: nameOf(n), country: countries[n % countries.length] }
    })
    await sql`
      insert into published.authority (id, kind, country, slug, name, time_zone, latitude, longitude, population,
        facts_sha256, changed_at, demonstration)
      select gen_random_uuid(), case when n % 40 = 0 then 'region' else 'municipality' end, country, 'bench-' || n, name,
        'UTC', 36 + 32 * random(), -9 + 50 * random(), case when n % 5 > 0 then (random() * 20000)::integer end, '',
        now(), true
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (n integer, name text, country text)`.execute(db)
    const names = rows.flatMap(({ n, name, country }) => foldings(name).map((folded) => ({ n, name, country, folded })))
    await sql`
      insert into published.authority_name (authority, country, kind, name, folded)
      select a.id, t.country, 'name', t.name, t.folded
      from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as t (n integer, country text, name text, folded text)
      join published.authority a on a.slug = 'bench-' || t.n and a.country = t.country on conflict do nothing`.execute(
      db,
    )
  }
  const begun = performance.now()
  for (let from = 0; from < wanted; from += atOnce) await enterSome({ db, config }, from)
  const seconds = (performance.now() - begun) / 1000
  await sql`update published.signatory set status = 'withdrawn' where number % 10 = 0`.execute(db)
  await sql`vacuum analyze`.execute(db)
  return Math.round(wanted / seconds)
}

async function enterSome({ db, config }: { db: Services['database']['db']; config: Services['config'] }, from: number) {
  const { rows } = await sql<{ id: string; kind: 'municipality' | 'region'; country: string; name: string; n: number }>`
    select id, kind, country, name, substr(slug, 7)::integer as n from published.authority
    where slug like 'bench-%' and substr(slug, 7)::integer between ${from} and ${from + atOnce - 1} order by 5`.execute(
    db,
  )
  const signatures = rows.map(({ id, kind, country, name, n }): NewSignature => {
    const signedOn = `${2013 + (n % 14)}-0${1 + (n % 9)}-1${n % 10}`
    return {
      signs: { kind, country, authority: id, association: null, name },
      facts: {
        ...{ signedOn, decidedOn: signedOn, textVersion: '1', textLanguage: 'en' },
        ...{ documentSha256: 'a'.repeat(64), ceremonyOn: null },
      },
      texts: { decision_body: 'Council (fictional)', decision_reference: `No. ${n}`, signing_office: 'Mayor' },
      demonstration: true,
    }
  })
  const act = actOf('bench', 'register.bench', Temporal.Now.instant())
  await db.transaction().execute((tx) => enterApart(tx, { config }, act, signatures))
}

type App = ReturnType<typeof createApp>

interface Asked {
  readonly path: string
  readonly body?: URLSearchParams
}

const asked: Readonly<Record<string, Asked>> = {
  'first page': { path: urls.register('en') },
  'page 1,000': { path: urls.register('en', { page: 1_000 }) },
  'filtered, page 5': { path: urls.register('en', { country: 'FR', kind: 'region', status: 'signed', page: 5 }) },
  'by country, page 1,000': { path: urls.register('en', { sort: 'country', page: 1_000 }) },
  'by day, page 1,000': { path: urls.register('en', { sort: 'date', page: 1_000 }) },
  'search, a name': { path: urls.register('en'), body: new URLSearchParams({ q: nameOf(77_777 % wanted) }) },
  'search, a common beginning': { path: urls.register('en'), body: new URLSearchParams({ q: 'hasel' }) },
  'search, a typing error': { path: urls.register('en'), body: new URLSearchParams({ q: 'Cedardorff halse' }) },
  map: { path: urls.registerMap('en') },
  'map of a country': { path: urls.registerMap('en', 'FR') },
  years: { path: urls.registerYears('en') },
  entry: { path: urls.registerEntry('en', 4_711) },
  home: { path: urls.home('en') },
}

async function times(app: App, origin: string, { path, body }: Asked, before: () => Promise<void>) {
  const found: number[] = []
  let bytes = 0
  for (let turn = 0; turn < warmUp + turns; turn += 1) {
    await before()
    const begun = performance.now()
    const init = body ? { method: 'POST', body, headers: { origin } } : {}
    const answer = await app.request(`${origin}${path}`, init)
    bytes = (await answer.arrayBuffer()).byteLength
    if (turn >= warmUp) found.push(performance.now() - begun)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  }
  const at = (share: number) => Math.round(percentile(found, share) * 10) / 10
  return { p50: at(0.5), p99: at(0.99), kilobytes: Math.round(bytes / 1024) }
}

async function streamed(app: App, origin: string, format: 'csv' | 'json' | 'ndjson') {
  const stop = await watchMemory()
  const begun = performance.now()
  const answer = await app.request(`${origin}${urls.registerFile(format)}`)
  let bytes = 0
  for await (const part of answer.body ?? []) bytes += part.byteLength
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  const { peakRssMb, growthAfterWarmUpMb, rssMbByTenth } = await stop()
  return { seconds, megabytes: Math.round(bytes / 1048576), peakRssMb, growthAfterWarmUpMb, rssMbByTenth }
}

async function measured(url: string): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const config = readConfig({ DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'silent', SECRET: 'b'.repeat(32) })
  const services = await startServices(config, silentLog)
  const enteredPerSecond = await fill(services)
  console.error(`filled: ${enteredPerSecond} a second`)
  const { appDeps, routes, guards, helpPages, register } = await partsOf(services)
  const app = createApp({ ...appDeps, routes, guards, formLimit: { points: 1_000_000, seconds: 1 } })
  const pages: Record<string, unknown> = {}
  const slowest: number[] = []
  for (const [name, one] of Object.entries(asked)) {
    const uncached = await times(app, config.baseUrl, one, async () => {
      await helpPages.pageCache.settled()
      helpPages.pageCache.clear()
      register.clear()
    })
    // What is typed is looked for anew each time; what it stands among is in memory.
    const cached = await times(app, config.baseUrl, one, async () => undefined)
    pages[name] = { uncached, cached }
    slowest.push(uncached.p99, cached.p99)
    console.error(name, uncached, cached)
  }
  const files = {
    csv: await streamed(app, config.baseUrl, 'csv'),
    json: await streamed(app, config.baseUrl, 'json'),
  }
  await services.close()
  rmSync(folder, { recursive: true, force: true })
  const load = loadavg().map((one) => Math.round(one * 10) / 10)
  return {
    ...{ reach: { p99Ms: 200 }, signatories: wanted, slowestP99Ms: Math.max(...slowest), load },
    ...{ enteredPerSecond, pages, files },
  }
}
