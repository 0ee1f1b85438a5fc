/**
 * A national service is changed and published while two servers hold the pages of its towns in memory: how long until each
 * page of both shows it. PostgreSQL and both servers run on the machine at hand; each change is asked for on every page, again and
 * again, until it is there. `npm run bench -- national-change 10000` makes a larger network.
 */
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
import { startServer } from './_process.ts'
import { withServer } from './_server.ts'

const port = 4318
const ports = [4319, 4320] as const
const authorities = Number(process.argv[3] ?? 4_000)
const servicesOfEach = 10
const pages = 200
const changes = 5
/** Pages that are asked for at the same time. */
const atOnce = 8
const patience = 60_000

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
    const addresses = servers.flatMap(({ baseUrl }) => towns.map((path) => `${baseUrl}${path}`))
    const times: number[] = []
    for (let turn = 1; turn <= changes; turn += 1) {
      // Every page is in memory before the change.
      for (const address of addresses) await (await fetch(address)).arrayBuffer()
      times.push(...(await change(services, national, addresses, `Landsdienst ${turn} ${newId()}`)))
    }
    await Promise.all(servers.map((server) => server.stop()))
    const inheritors = await askWhoInherits(services)
    await services.close()
    const at = (share: number) => Math.round(percentile(times, share))
    return {
      reach: { maxMs: 1_000, inheritorsMs: 200 },
      ...{ authorities, pages, processes: ports.length, changes, looks: times.length },
      ...{ p50Ms: at(0.5), p99Ms: at(0.99), maxMs: Math.round(Math.max(...times)) },
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

/** @returns for each page the milliseconds from the click until it showed the change. */
async function change(
  { checklist, clock, database }: Services,
  national: National,
  addresses: readonly string[],
  name: string,
): Promise<number[]> {
  const act = (what: string) => actOf('bench', what, clock.now())
  const facts = serviceFacts.parse({
    name: { en: { text: name, origin: 'person' } },
    kinds: ['free-legal-help'],
    place: { type: 'none' },
  })
  const { rows } = await sql<{ revision: number }>`
    select revision from office.draft_service where id = ${national.service}::uuid`.execute(database.db)
  const expected = rows[0]?.revision ?? 0
  const saved = await saveService(checklist, act('bench.save'), national.authority, national.service, facts, expected)
  if (saved.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`)
  const clicked = performance.now()
  const outcome = await publish(checklist, act('bench.publish'), national.authority)
  if (outcome.outcome !== 'published') throw new Error(`not published: ${JSON.stringify(outcome).slice(0, 500)}`)
  return shownAfter(addresses, name, clicked)
}

/** Asks for every page that does not show it yet, a few at a time, round after round. */
async function shownAfter(addresses: readonly string[], name: string, clicked: number): Promise<number[]> {
  const times: number[] = []
  let left = [...addresses]
  while (left.length > 0) {
    if (performance.now() - clicked > patience) throw new Error(`${left[0]} does not show the change`)
    const behind: string[] = []
    for (let from = 0; from < left.length; from += atOnce) {
      await Promise.all(
        left.slice(from, from + atOnce).map(async (address) => {
          const html = await (await fetch(address)).text()
          if (html.includes(name)) times.push(performance.now() - clicked)
          else behind.push(address)
        }),
      )
    }
    left = behind
  }
  return times
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
