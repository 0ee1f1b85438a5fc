/**
 * A national service is changed and published while two servers hold the pages of its towns in memory: how long until a look
 * at any town of the country, on either server, shows it. PostgreSQL, both servers and the reader share the machine.
 *
 * Before each change every page is in the memory of both servers, compressed at its best. From the click on, one reader at each
 * server opens towns at random, one after the other, for a second and a half: the time is that of the first answer after
 * which no look at that server showed the old page any more, the making of the page included. Then all pages of both servers
 * are opened: one that still shows the old page is counted as behind, and fills the memory for the next change. Not
 * measured: how long the servers take to make all pages anew. Nobody waits for that, and on the day of a change they do it
 * over hours, as they are asked for.
 *
 * `npm run bench -- national-change 10000 400` makes a larger network and holds more pages.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { countInheritors, listInheritors, nationalAuthorities } from '../app/areas/authorities/index.ts'
import { publish, saveService, serviceFacts } from '../app/areas/checklist/index.ts'
import { readConfig } from '../app/config.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { newId } from '../app/platform/ids.ts'
import { silentLog } from '../app/platform/log.ts'
import { startServices } from '../app/services.ts'
import { writeNetwork } from '../app/synthetic/index.ts'
import { urls } from '../app/urls.ts'
import { percentile } from './_percentile.ts'
import { type StartedServer, startServer } from './_process.ts'
import { withServer } from './_server.ts'
import { cpuSecondsOf } from './_server-cpu.ts'

const port = 4318
const ports = [4319, 4320] as const
const authorities = Number(process.argv[3] ?? 4_000)
const servicesOfEach = 10
const pages = Number(process.argv[4] ?? 200)
const changes = 5
/** From the click on. */
const looking = 1_500

type Services = Awaited<ReturnType<typeof startServices>>

export async function run(): Promise<Record<string, unknown>> {
  return withServer(port, ['-c', 'shared_buffers=512MB'], async ({ url, folder }) => {
    const config = readConfig({ DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'silent' })
    const services = await startServices(config, silentLog)
    const national = await makeNetwork(services)
    const towns = await townsOf(services)
    const [first] = towns
    if (!first) throw new Error('the network has no town in its first country')
    process.env['DATABASE_URL'] = url
    const servers = await Promise.all(ports.map((one) => startServer(folder, one, first)))
    const figures = await changeAgainAndAgain(services, national, servers, towns)
    await Promise.all(servers.map((server) => server.stop()))
    const inheritors = await askWhoInherits(services)
    await services.close()
    return {
      reach: { maxMs: 1_000, behind: 0, inheritorsMs: 200 },
      ...{ authorities, pages, processes: ports.length, changes },
      ...figures,
      inheritors,
    }
  })
}

interface National {
  readonly authority: string
  readonly service: string
}

/** The office of the country with the most towns; its service is new. */
async function makeNetwork(services: Services): Promise<National> {
  await writeNetwork(services, { seed: '1', authorities, services: servicesOfEach })
  await sql`vacuum analyze`.execute(services.database.db)
  const [national] = await nationalAuthorities(services.database.db, await largest(services))
  if (!national) throw new Error('the country has no office')
  return { authority: national.id, service: newId() }
}

async function largest({ database }: Services): Promise<string> {
  const { rows } = await sql<{ country: string }>`
    select country from published.authority where kind = 'municipality' and status = 'active'
    group by country order by count(*) desc, country limit 1`.execute(database.db)
  return rows[0]?.country ?? ''
}

async function townsOf(services: Services): Promise<string[]> {
  const iso = await largest(services)
  const { rows } = await sql<{ country: string; slug: string }>`
    select country, slug from published.authority
    where kind = 'municipality' and status = 'active' and country = ${iso} order by id limit ${pages}`.execute(
    services.database.db,
  )
  return rows.map((town) => urls.town('en', town))
}

async function changeAgainAndAgain(
  services: Services,
  national: National,
  servers: readonly StartedServer[],
  towns: readonly string[],
): Promise<Record<string, number>> {
  const seen: Seen[] = []
  const published: number[] = []
  let behind = 0
  await openAll(servers, towns, '')
  for (let turn = 1; turn <= changes; turn += 1) {
    await Promise.all(servers.map(isAtRest))
    const name = `Landsdienst ${turn} ${newId()}`
    await save(services, national, name)
    const clicked = performance.now()
    const looks = servers.map(({ baseUrl }) => lookAround(baseUrl, towns, name, clicked))
    await click(services, national)
    published.push(performance.now() - clicked)
    seen.push(...(await Promise.all(looks)))
    behind += await openAll(servers, towns, name)
  }
  const shown = seen.map(({ shownMs }) => shownMs)
  return {
    ...{ p50Ms: Math.round(percentile(shown, 0.5)), maxMs: Math.round(Math.max(...shown)), behind },
    publishMaxMs: Math.round(Math.max(...published)),
    looks: seen.reduce((sum, each) => sum + each.looks, 0),
    slowestLookMs: Math.round(Math.max(...seen.map(({ slowestMs }) => slowestMs))),
  }
}

async function save({ checklist, clock, database }: Services, national: National, name: string): Promise<void> {
  const facts = serviceFacts.parse({
    name: { en: { text: name, origin: 'person' } },
    kinds: ['free-legal-help'],
    place: { type: 'none' },
  })
  const { rows } = await sql<{ revision: number }>`
    select revision from office.draft_service where id = ${national.service}::uuid`.execute(database.db)
  const act = actOf('bench', 'bench.save', clock.now())
  const expected = rows[0]?.revision ?? 0
  const saved = await saveService(checklist, act, national.authority, national.service, facts, expected)
  if (saved.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`)
}

async function click({ checklist, clock }: Services, { authority }: National): Promise<void> {
  const outcome = await publish(checklist, actOf('bench', 'bench.publish', clock.now()), authority)
  if (outcome.outcome !== 'published') throw new Error(`not published: ${JSON.stringify(outcome).slice(0, 500)}`)
}

interface Seen {
  /** From the click to the first answer after which none was old. */
  readonly shownMs: number
  readonly looks: number
  readonly slowestMs: number
}

/** One reader who opens one town after the other. */
async function lookAround(baseUrl: string, towns: readonly string[], name: string, clicked: number): Promise<Seen> {
  let shownMs: number | undefined
  let [looks, slowestMs] = [0, 0]
  while (shownMs === undefined || performance.now() - clicked < looking) {
    const begun = performance.now()
    const isNew = await shows(`${baseUrl}${towns[Math.floor(Math.random() * towns.length)]}`, name)
    const answered = performance.now()
    looks += 1
    slowestMs = Math.max(slowestMs, answered - begun)
    shownMs = isNew ? (shownMs ?? answered - clicked) : undefined
    if (answered - clicked > 60_000) throw new Error('a minute after the click towns still show the old page')
    // A reader reads; one who asks without a pause takes the processor from the server.
    await wait(5)
  }
  return { shownMs, looks, slowestMs }
}

async function shows(address: string, name: string): Promise<boolean> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
  if (!response.ok) throw new Error(`${address} answers ${response.status}`)
  return (await response.text()).includes(name)
}

/** Every page of every server, one after the other at each. @returns how many do not show the words. */
async function openAll(servers: readonly StartedServer[], towns: readonly string[], name: string): Promise<number> {
  const behind = servers.map(async ({ baseUrl }) => {
    let count = 0
    for (const path of towns) if (!(await shows(`${baseUrl}${path}`, name))) count += 1
    return count
  })
  return (await Promise.all(behind)).reduce((sum, count) => sum + count, 0)
}

/** Pages are compressed at their best after they were answered: until a server has no more to do. */
async function isAtRest({ process: { pid } }: StartedServer): Promise<void> {
  const used = () => (pid === undefined ? undefined : cpuSecondsOf(pid)) ?? 0
  for (let last = -1, now = used(); now - last > 0.05; [last, now] = [now, used()]) await wait(1_000)
}

const many = 35_000
const asks = 20

/** A country of 35,000 towns in 100 districts and ten regions: who inherits from it, and from a tenth of it. */
async function askWhoInherits({ database: { db } }: Services): Promise<Record<string, unknown>> {
  const [state, first] = [newId(), newId()]
  await sql`
    with made as materialized (
      select case number when 0 then ${state}::uuid when 1 then ${first}::uuid else gen_random_uuid() end as id, number,
        case when number = 0 then 'country' when number <= 10 then 'region' when number <= 110 then 'district'
          else 'municipality' end as kind
      from generate_series(0, ${110 + many}) as number
    ), written as (
      insert into published.authority (id, kind, country, slug, name, official_languages, time_zone, demonstration,
        facts_sha256, changed_at)
      select id, kind, 'XX', 'place-' || number, 'Place ' || number, '{en}', 'UTC', true, '', now() from made
    )
    insert into published.authority_area (authority, area)
    select made.id, above.id from made join made above on above.number = case made.kind
      when 'district' then 1 + made.number % 10 when 'municipality' then 11 + made.number % 100 end`.execute(db)
  await sql`analyze published.authority, published.authority_area`.execute(db)
  const timed = async (area: string) => {
    const times: number[] = []
    let count = 0
    for (let ask = 0; ask < asks; ask += 1) {
      const begun = performance.now()
      count = (await countInheritors(db, [area])).count
      await listInheritors(db, [area], { from: 0, most: 100 })
      times.push(performance.now() - begun)
    }
    return { towns: count, p50Ms: Math.round(percentile(times, 0.5)), p99Ms: Math.round(percentile(times, 0.99)) }
  }
  return { country: await timed(state), region: await timed(first) }
}
