/**
 * How far 35,000 members of one association have come, on a PostgreSQL server of its own: whole requests of a coordinator
 * through the application, a page of the country, of a region, the list of silent members, one after another. A third of
 * the towns has published, each with a few services; some are invited, somewhere somebody works. They lie in eighteen
 * regions of a hundred districts. Beside the time that passes: the processor's time for each request, of the application
 * and of the database, which says the same whoever else works on the machine.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { compose } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { demonstrationPerson, loadDemonstration } from '../app/demonstration/index.ts'
import { silentLog } from '../app/platform/log.ts'
import { type Services, startServices } from '../app/services.ts'
import { urls } from '../app/urls.ts'
import { percentile } from './_percentile.ts'
import { type BenchServer, withServer } from './_server.ts'
import { serverCpuSeconds } from './_server-cpu.ts'

const port = 4317
const wanted = Number(process.argv[3] ?? 35_000)
const [regions, districts] = [18, 100]
const warmUp = 5
const turns = 100
const association = { country: 'NL', slug: 'example-association' }

export const run = (): Promise<Record<string, unknown>> => withServer(port, [], measured)

/** Fictional towns, where they lie and how far each has come. */
export async function fill({ database: { db } }: Services): Promise<void> {
  await sql`
    insert into published.authority (id, kind, country, slug, name, time_zone, latitude, longitude, population, children,
      facts_sha256, changed_at, demonstration)
    select gen_random_uuid(), case when n <= ${regions} then 'region' when n <= ${regions + districts} then 'district'
        else 'municipality' end, 'NL', 'bench-' || n, 'Bench ' || n, 'Europe/Amsterdam',
      43 + 8 * random(), -4 + 11 * random(), (random() * 20000)::integer, (random() * 4000)::integer, '', now(), true
    from generate_series(1, ${regions + districts + wanted}) n`.execute(db)
  await sql`
    insert into published.authority_area (authority, area)
    select town.id, area.id from published.authority town, lateral (select substr(town.slug, 7)::integer as n) at
      join published.authority area on area.slug = 'bench-' || case when at.n <= ${regions + districts}
        then 1 + at.n % ${regions} else ${regions + 1} + at.n % ${districts} end
    where town.slug like 'bench-%' and at.n > ${regions}`.execute(db)
  await sql`
    insert into published.association_member (association, authority)
    select association.id, town.id from published.authority town, published.association
    where town.slug like 'bench-%' and town.kind = 'municipality' and association.slug = ${association.slug}`.execute(
    db,
  )
  await sql`
    insert into office.standing (authority, first_published_at, first_answered_at, answers, core_answered, core, services,
      services_fresh)
    select id, now(), now(), 20, 15 + (random() * 5)::integer, 20, 8, 4 + (random() * 4)::integer
    from published.authority where slug like 'bench-%' and kind = 'municipality' and random() < 0.33`.execute(db)
  await sql`
    insert into office.invited_authority (authority, first_at, last_at) select id, now(), now()
    from published.authority where slug like 'bench-%' and kind = 'municipality' and random() < 0.5`.execute(db)
  await sql`
    insert into accounts.role (person, role, authority, granted_at, granted_by)
    select (select id from accounts.person limit 1), 'officer', id, now(), 'bench'
    from published.authority where slug like 'bench-%' and kind = 'municipality' and random() < 0.4`.execute(db)
  await sql`analyze`.execute(db)
}

async function measured({ url, dataFolder }: BenchServer): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const services = await startServices(
    readConfig({ DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'silent' }),
    silentLog,
  )
  await loadDemonstration(services)
  await fill(services)
  const { app } = await compose(services)
  const link = new URL(await services.accounts.createSignInLink(demonstrationPerson('coordinator')))
  const cookies = (await services.accounts.redeemLink(link.searchParams.get('token') ?? '')) ?? []
  await sql`update accounts.session set second_factor = 'totp'`.execute(services.database.db)
  const headers = { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
  const pages: Record<string, unknown> = {}
  const paths = {
    country: urls.coverage(association),
    region: urls.coverage(association, 'bench-3'),
    silent: urls.coverageSilent(association),
    'silent of a region': urls.coverageSilent(association, { area: 'bench-3', step: 'invited' }),
  }
  const slowest: number[] = []
  for (const [name, path] of Object.entries(paths)) {
    const times: number[] = []
    let bytes = 0
    const before = { own: process.cpuUsage(), database: serverCpuSeconds(dataFolder) ?? Number.NaN }
    for (let turn = 0; turn < warmUp + turns; turn += 1) {
      const begun = performance.now()
      const answer = await app.request(path, { headers })
      bytes = (await answer.arrayBuffer()).byteLength
      if (turn >= warmUp) times.push(performance.now() - begun)
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    }
    const at = (share: number) => Math.round(percentile(times, share))
    const spent = process.cpuUsage(before.own)
    const perRequest = (milliseconds: number) => Math.round(milliseconds / (warmUp + turns))
    const cpuMs = {
      application: perRequest((spent.user + spent.system) / 1000),
      database: perRequest(((serverCpuSeconds(dataFolder) ?? Number.NaN) - before.database) * 1000),
    }
    pages[name] = { p50: at(0.5), p99: at(0.99), cpuMs, kilobytes: Math.round(bytes / 1024) }
    slowest.push(at(0.99))
  }
  await services.close()
  rmSync(folder, { recursive: true, force: true })
  return { reach: { p99Ms: 200 }, members: wanted, slowestP99Ms: Math.max(...slowest), pages }
}
