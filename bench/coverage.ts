/**
 * How far 35,000 members of one association have come, on a PostgreSQL server of its own: whole requests of a coordinator
 * through the application, a page of the country, of a region, the list of silent members, one after another. A third of
 * the towns has published, a thousand of them the page of the town of the demonstration that says most; some are invited, somewhere somebody works. They lie
 * in eighteen regions of a hundred districts. Each page is looked at twice: while nothing changes, and right after a hundred
 * towns have published, which the worker in the same process begins to count at that moment. Beside the time that passes: the
 * processor's time for each request, of the application and of the database, which says the same whoever else works on the
 * machine; of changed pages it is that of counting all hundred, too.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
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
/** Towns that publish again and again; pages of all others take room alone. */
const publishing = 1_000
/** Pages that change before a look. */
const changing = 100
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

/** The page of the town with the most answers becomes that of others: what is counted is real, its counting as long as theirs. */
async function publishPages({ database: { db } }: Services): Promise<void> {
  await sql`
    with page as materialized (
      select snapshot.* from published.current_snapshot join published.snapshot using (authority, version)
      order by length(document::text) desc, authority limit 1
    ), town as materialized (
      select standing.authority from office.standing join published.authority town on town.id = standing.authority
      where town.slug like 'bench-%' limit ${publishing}
    ), version as (
      insert into published.snapshot (authority, version, published_at, sha256, document)
      select town.authority, page.version, page.published_at, page.sha256,
        jsonb_set(page.document, '{authority}', to_jsonb(town.authority::text)) from page, town
    )
    insert into published.current_snapshot (authority, version, country)
    select town.authority, page.version, ${association.country} from page, town`.execute(db)
  await sql`delete from office.standing_due`.execute(db)
  await sql`analyze`.execute(db)
}

/** As if so many towns had published at the same moment: the database notes and tells it by itself. */
async function change({ database: { db } }: Services): Promise<void> {
  await sql`
    update published.current_snapshot set version = version where authority in (
      select authority from published.current_snapshot join published.authority on id = authority
      where slug like 'bench-%' order by random() limit ${changing})`.execute(db)
}

/** Until no page waits any more. */
async function counted({ database: { db } }: Services): Promise<void> {
  const waiting = sql<{ is: boolean }>`select exists (select from office.standing_due) as is`
  while ((await waiting.execute(db)).rows[0]?.is) await wait(10)
}

interface Looked {
  readonly p50: number
  readonly p99: number
  /** Until all that had changed was counted, from the change on; the slowest of a hundred. */
  readonly countedP99: number | undefined
  readonly cpuMs: { readonly application: number; readonly database: number }
  readonly kilobytes: number
}

/** @param changes whether towns publish right before each look. */
async function look(
  services: Services,
  ask: () => Response | Promise<Response>,
  { dataFolder, changes }: { readonly dataFolder: string; readonly changes: boolean },
): Promise<Looked> {
  const [times, until]: [number[], number[]] = [[], []]
  let bytes = 0
  const turn = async (measuring: boolean) => {
    const changed = performance.now()
    if (changes) await change(services)
    const begun = performance.now()
    const answer = await ask()
    bytes = (await answer.arrayBuffer()).byteLength
    if (measuring) times.push(performance.now() - begun)
    if (answer.status !== 200) throw new Error(`the page answered ${answer.status}`)
    await counted(services)
    if (measuring && changes) until.push(performance.now() - changed)
  }
  for (let made = 0; made < warmUp; made += 1) await turn(false)
  const before = { own: process.cpuUsage(), database: serverCpuSeconds(dataFolder) ?? Number.NaN }
  for (let made = 0; made < turns; made += 1) await turn(true)
  const spent = process.cpuUsage(before.own)
  const perRequest = (milliseconds: number) => Math.round(milliseconds / turns)
  return {
    p50: Math.round(percentile(times, 0.5)),
    p99: Math.round(percentile(times, 0.99)),
    countedP99: changes ? Math.round(percentile(until, 0.99)) : undefined,
    cpuMs: {
      application: perRequest((spent.user + spent.system) / 1000),
      database: perRequest(((serverCpuSeconds(dataFolder) ?? Number.NaN) - before.database) * 1000),
    },
    kilobytes: Math.round(bytes / 1024),
  }
}

async function measured({ url, dataFolder }: BenchServer): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const services = await startServices(
    readConfig({ DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'silent' }),
    silentLog,
  )
  await loadDemonstration(services)
  await fill(services)
  await publishPages(services)
  const { app } = await compose(services)
  const link = new URL(await services.accounts.createSignInLink(demonstrationPerson('coordinator')))
  const cookies = (await services.accounts.redeemLink(link.searchParams.get('token') ?? '')) ?? []
  await sql`update accounts.session set second_factor = 'totp'`.execute(services.database.db)
  const headers = { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
  await services.jobs.start()
  await services.work()
  await counted(services)
  const paths = {
    country: urls.coverage(association),
    region: urls.coverage(association, 'bench-3'),
    silent: urls.coverageSilent(association),
    'silent of a region': urls.coverageSilent(association, { area: 'bench-3', step: 'invited' }),
  }
  const pages: Record<string, { readonly still: Looked; readonly changing: Looked }> = {}
  for (const [name, path] of Object.entries(paths)) {
    const ask = () => app.request(path, { headers })
    const still = await look(services, ask, { dataFolder, changes: false })
    pages[name] = { still, changing: await look(services, ask, { dataFolder, changes: true }) }
  }
  await services.close()
  rmSync(folder, { recursive: true, force: true })
  const slowestOf = (when: 'still' | 'changing') => Math.max(...Object.values(pages).map((page) => page[when].p99))
  return {
    reach: { p99Ms: 200 },
    ...{ members: wanted, changedBeforeEachLook: changing },
    slowestP99Ms: { still: slowestOf('still'), changing: slowestOf('changing') },
    pages,
  }
}
