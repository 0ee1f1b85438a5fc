/**
 * The progress review of the whole network on a PostgreSQL server of its own: 130,000 authorities with a plan, 1.3 million
 * measures (and what they were before, so that earlier days are counted among all rows), indicators, answers to the checklist.
 * Whole requests through the application, one after another: the page counted afresh, that of an earlier month and day afresh,
 * both from memory, a file and the report. Beside the time that passes the processor's time of the database.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createApp } from '../app/app.ts'
import { keepReview } from '../app/areas/review/index.ts'
import { partsOf } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { silentLog } from '../app/platform/log.ts'
import { type Services, startServices } from '../app/services.ts'
import { urls } from '../app/urls.ts'
import { percentile } from './_percentile.ts'
import { type BenchServer, withServer } from './_server.ts'
import { serverCpuSeconds } from './_server-cpu.ts'

const port = 4371
const wanted = Number(process.argv[3] ?? 130_000)
const turns = Number(process.argv[4] ?? 10)
const measuresEach = 10
/** A statement of all plans takes longer than one may. */
const parts = 40
const today = Temporal.Now.plainDateISO('UTC')
const month = today.toPlainYearMonth().toString()
/** Of a month the last days are the dearest: all that changed since it began is read row by row. */
const day = today.with({ day: 1 }).subtract({ days: 1 }).toString()

export const run = (): Promise<Record<string, unknown>> => withServer(port, [], measured)

/** Fictional towns in every country; each with a plan of ten measures, of which a third was something else before. */
async function fill({ database, clock, reference }: Services): Promise<void> {
  const { db } = database
  const indicators = reference.measures.indicators.map(({ id }) => id)
  const countries = reference.countries.list.map(({ iso }) => iso)
  await sql`
    insert into published.authority (id, kind, country, slug, name, time_zone, facts_sha256, changed_at, demonstration)
    select gen_random_uuid(), 'municipality', (${countries}::text[])[1 + n % ${countries.length}], 'bench-' || n,
      'Bench ' || n, 'UTC', '', now(), true
    from generate_series(1, ${wanted}) n`.execute(db)
  await sql`
    insert into published.plan (id, authority, country, version, starts, ends, published_at)
    select gen_random_uuid(), id, country, 1, '2025-01-01', '2030-12-31', now() - random() * interval '700 days'
    from published.authority where slug like 'bench-%'`.execute(db)
  await sql`
    insert into published.plan_carrier (plan, version, authority, country, starts, ends, indicators, since)
    select id, version, authority, country, starts, ends, array(
      select distinct (${indicators}::text[])[1 + floor(random() * ${indicators.length})::integer]
      -- Of each plan its own.
      from generate_series(1, ${measuresEach / 2} * version)), published_at
    from published.plan`.execute(db)
  await sql`
    insert into published.town_change (day, country, indicator, towns)
    select published.day_of(since), case when indicator = '' then country else '' end, indicator, count(*)
    from published.plan_carrier, unnest(array_append(indicators, '')) indicator group by 1, 2, 3`.execute(db)
  for (let part = 0; part < parts; part += 1) await fillMeasures(db, reference, part)
  await sql`
    insert into published.checklist_change (day, kind, status, towns)
    select published.day_of(now() - ago * interval '1 day'), kind, status, 2
    from generate_series(0, 700) ago, unnest(${reference.checklist.kinds.map(({ id }) => id)}::text[]) kind,
      unnest(array['available', 'partly', 'planned']) status`.execute(db)
  // As the job of the night does.
  await keepReview({ database, clock, readNeeds: async () => [] })
  await sql`vacuum analyze`.execute(db)
}

async function fillMeasures(
  db: Services['database']['db'],
  reference: Services['reference'],
  part: number,
): Promise<void> {
  const indicators = reference.measures.indicators.map(({ id }) => id)
  await sql`
    with current as (
      insert into published.measure_state (measure, plan, country, section, state, articles, kinds, since)
      select gen_random_uuid(), id, country,
        (array['prevention', 'protection', 'prosecution', 'participation', 'steering'])[1 + floor(random() * 5)::integer],
        (array['not-started', 'under-way', 'done', 'delayed', 'dropped'])[1 + floor(random() * 5)::integer],
        array[1 + floor(random() * 50)::integer, 1 + floor(random() * 50)::integer]::smallint[], '{child-helpline}',
        published_at + (now() - published_at) * (0.1 + 0.9 * random())
      from published.plan, generate_series(1, ${measuresEach})
      where abs(hashtext(id::text)) % ${parts} = ${part} returning *),
    earlier as (
      insert into published.measure_state (measure, plan, country, section, state, articles, kinds, since, until)
      select measure, plan, current.country, section, 'not-started', articles, kinds, published_at, since
      from current join published.plan on id = plan where random() < 0.33)
    insert into published.indicator_value (measure, indicator, plan, country, value, since)
    select measure, (${indicators}::text[])[1 + floor(random() * ${indicators.length})::integer], plan, country,
      floor(random() * 500), since
    from current where random() < 0.5`.execute(db)
}

interface Asked {
  readonly app: ReturnType<typeof createApp>
  readonly origin: string
  readonly dataFolder: string
}

async function times({ app, origin, dataFolder }: Asked, path: string, count: number, before: () => Promise<void>) {
  const found: number[] = []
  let bytes = 0
  const begunAt = serverCpuSeconds(dataFolder) ?? Number.NaN
  for (let turn = 0; turn < count; turn += 1) {
    await before()
    const begun = performance.now()
    const answer = await app.request(`${origin}${path}`)
    bytes = (await answer.arrayBuffer()).byteLength
    found.push(performance.now() - begun)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  }
  const cpuMs = (((serverCpuSeconds(dataFolder) ?? Number.NaN) - begunAt) / count) * 1000
  const at = (share: number) => Math.round(percentile(found, share) * 10) / 10
  return { p50: at(0.5), worst: at(1), databaseCpuMs: Math.round(cpuMs), kilobytes: Math.round(bytes / 1024) }
}

async function measured({ url, dataFolder }: BenchServer): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const config = readConfig({ DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'silent', SECRET: 'b'.repeat(32) })
  const services = await startServices(config, silentLog)
  await fill(services)
  const { appDeps, routes, guards, helpPages, review } = await partsOf(services)
  const app = createApp({ ...appDeps, routes, guards, formLimit: { points: 1_000_000, seconds: 1 } })
  const asked = { app, origin: config.baseUrl, dataFolder }
  const forget = async () => {
    await helpPages.pageCache.settled()
    helpPages.pageCache.clear()
    review.clear()
  }
  const kept = async () => undefined
  const fresh = await times(asked, urls.review('en'), turns, forget)
  const cached = await times(asked, urls.review('en'), turns * 10, kept)
  // Whether there is a month is asked of the counts of now, which are in memory.
  const monthFresh = await times(asked, urls.review('en', month), turns, async () => {
    await forget()
    await review.read(undefined)
  })
  const dayFresh = await times(asked, urls.review('en', day), turns, async () => {
    await forget()
    await review.read(undefined)
  })
  const monthCached = await times(asked, urls.review('en', month), turns * 10, kept)
  const file = await times(asked, urls.reviewFile('articles'), turns, kept)
  const report = await times(asked, urls.reviewDocument('en', 'report'), 1, kept)
  const { rows } = await sql<{ measures: number; rows: number }>`
    select count(*) filter (where until is null)::integer as measures, count(*)::integer as rows
    from published.measure_state`.execute(services.database.db)
  await services.close()
  rmSync(folder, { recursive: true, force: true })
  const load = loadavg().map((one) => Math.round(one * 10) / 10)
  return {
    ...{ reach: { freshMs: 2_000, cachedMs: 20 }, authorities: wanted, ...rows[0], load },
    ...{ fresh, cached, monthFresh, monthCached, dayFresh, file, report },
  }
}
