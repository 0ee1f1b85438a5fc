/**
 * What an office says for a whole country of 35,000 towns is changed while two servers hold their memory full of pages of its
 * towns: how long until a look at any of them, on either server, shows it. Three things in turn: a national service, a
 * standard text that it uses, a help number at the top of every page. PostgreSQL, both servers and the reader share the
 * machine.
 *
 * Before each change so many pages are opened that the memory for pages of both servers is full (`memory.full` says so), and
 * compressed at their best. From the click on, one reader at each server opens towns at random, of those opened last, one
 * after the other, for a second and a half: the time is that of the first answer after which no look at that server showed
 * the old page any more, the making of the page included. Then all pages of both servers are opened: one that still shows
 * the old page is counted as behind, and fills the memory for the next change. Not measured: how long the servers take to
 * make all pages anew. Nobody waits for that, and on the day of a change they do it over hours, as they are asked for.
 *
 * `npm run bench -- national-change 35000 2` changes each of the three twice. Most of the time goes into filling the memories:
 * with `PAGE_CACHE_MB=32` they are full after a quarter of it.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { countInheritors, listInheritors, nationalAuthorities } from '../app/areas/authorities/index.ts'
import { publish, saveService, serviceFacts, standardWords } from '../app/areas/checklist/index.ts'
import { restoreLine, standOf, withdrawLine } from '../app/areas/helplines/index.ts'
import { publishText, saveText, startText } from '../app/areas/standards/index.ts'
import { readConfig } from '../app/config.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { newId } from '../app/platform/ids.ts'
import { silentLog } from '../app/platform/log.ts'
import { startServices } from '../app/services.ts'
import { authoritiesWith, writeNetwork } from '../app/synthetic/index.ts'
import { urls } from '../app/urls.ts'
import { percentile } from './_percentile.ts'
import { type StartedServer, startServer } from './_process.ts'
import { withServer } from './_server.ts'
import { cpuSecondsOf } from './_server-cpu.ts'

const port = 4318
const ports = [4319, 4320] as const
const country = 'FR'
/** Of that country, at the top of each page. */
const number = { line: 'child-helpline-119', shown: 'tel:119' }
const wanted = Number(process.argv[3] ?? 35_000)
/** Of each of the three. */
const changes = Number(process.argv[4] ?? 3)
const servicesOfEach = 10
/** From the click on. */
const looking = 1_500
/** Of what was opened last: compressed pages take room beside their markup, so not all that was opened is still there. */
const shareInMemory = 0.5

type Services = Awaited<ReturnType<typeof startServices>>

export async function run(): Promise<Record<string, unknown>> {
  return withServer(port, ['-c', 'shared_buffers=512MB'], async ({ url, folder }) => {
    const config = readConfig({
      DATA_DIR: folder,
      DATABASE_URL: url,
      LOG_LEVEL: 'silent',
      PAGE_CACHE_MB: process.env['PAGE_CACHE_MB'],
    })
    const services = await startServices(config, silentLog)
    const national = await makeNetwork(services)
    const towns = await townsOf(services)
    const [first] = towns
    if (!first) throw new Error('the country has no town')
    process.env['DATABASE_URL'] = url
    const servers = await Promise.all(ports.map((one) => startServer(folder, one, first)))
    const { opened, memory } = await fillMemory(servers, towns, config.pageCacheBytes)
    const seen: Record<string, unknown> = {}
    for (const [what, change] of Object.entries(changesOf(services, national)))
      seen[what] = await changeAgainAndAgain(change, servers, opened)
    await Promise.all(servers.map((server) => server.stop()))
    const inheritors = await askWhoInherits(services)
    await services.close()
    return {
      reach: { maxMs: 1_000, behind: 0, inheritorsMs: 200 },
      ...{ towns: towns.length, memory, processes: ports.length, changesOfEach: changes },
      ...seen,
      inheritors,
    }
  })
}

interface National {
  readonly authority: string
  readonly service: string
  readonly text: string
  /** Numbers are changed by persons alone. */
  readonly person: string
}

/** The country with its towns; its office offers one service, whose words stand in a standard text. */
async function makeNetwork(services: Services): Promise<National> {
  const authorities = authoritiesWith(wanted)
  await writeNetwork(services, { seed: '1', authorities, services: servicesOfEach, country })
  await sql`vacuum analyze`.execute(services.database.db)
  const [office] = await nationalAuthorities(services.database.db, country)
  if (!office) throw new Error('the country has no office')
  const national = { authority: office.id, service: newId(), text: newId(), person: newId() }
  await sql`insert into accounts.person (id, name, email) values (${national.person}, '', 'bench@bench.example')`.execute(
    services.database.db,
  )
  const owner = { type: 'authority', id: office.id } as const
  await startText(services, act(services), owner, { id: national.text, kind: 'free-legal-help', language: 'en' })
  await changeText(services, national, 'Words to begin with', 1)
  await save(services, national, 'A service to begin with')
  await click(services, national)
  return national
}

async function townsOf({ database }: Services): Promise<string[]> {
  const { rows } = await sql<{ country: string; slug: string }>`
    select country, slug from published.authority
    where kind = 'municipality' and status = 'active' and country = ${country} order by id`.execute(database.db)
  return rows.map((town) => urls.town('en', town))
}

/** Opens towns at every server until its memory cannot hold more. */
async function fillMemory(servers: readonly StartedServer[], towns: readonly string[], pageCacheBytes: number) {
  const opened: string[] = []
  let bytes = 0
  for (const path of towns) {
    // The markup alone is counted here; a server counts what it is compressed to beside it.
    if (bytes >= pageCacheBytes) break
    const [length = 0] = await Promise.all(
      servers.map(async ({ baseUrl }) => Buffer.byteLength(await read(`${baseUrl}${path}`))),
    )
    bytes += length
    opened.push(path)
  }
  const megabytes = (count: number) => Math.round(count / 1_000_000)
  const memory = {
    ...{ pages: opened.length, limitMb: megabytes(pageCacheBytes), openedMb: megabytes(bytes) },
    full: bytes >= pageCacheBytes,
  }
  return { opened, memory }
}

interface Change {
  /** Before the click. @returns whether a page shows it. */
  prepare(turn: number): Promise<(html: string) => boolean>
  click(): Promise<void>
}

/** What an office changes for all towns; each ends as it begins where it is changed twice. */
function changesOf(services: Services, national: National): Readonly<Record<string, Change>> {
  const containing = (words: string) => (html: string) => html.includes(words)
  let [revision, lineRevision, withdrawn, words] = [2, 0, false, '']
  return {
    service: {
      prepare: async (turn) => {
        const name = `Landsdienst ${turn} ${newId()}`
        await save(services, national, name)
        return containing(name)
      },
      click: () => click(services, national),
    },
    standardText: {
      prepare: async (turn) => {
        words = `Words of turn ${turn}, ${newId()}`
        return containing(words)
      },
      click: async () => {
        await changeText(services, national, words, revision)
        revision += 1
      },
    },
    helpNumber: {
      prepare: async () => (withdrawn ? containing(number.shown) : (html) => !html.includes(number.shown)),
      click: async () => {
        const at = { key: number.line, stand: standOf(services.numbers, { revision: lineRevision }) }
        const keeper = { country, office: 'secretariat', keeps: true }
        const byPerson = { ...act(services), person: { id: national.person, roles: [] } }
        const outcome = withdrawn
          ? await restoreLine(services.numbers, byPerson, keeper, at)
          : await withdrawLine(services.numbers, byPerson, keeper, at, { reason: 'wrong', note: '' })
        if (outcome.outcome !== 'saved') throw new Error(`the number was not changed: ${JSON.stringify(outcome)}`)
        withdrawn = !withdrawn
        lineRevision += 1
      },
    },
  }
}

async function changeAgainAndAgain(
  change: Change,
  servers: readonly StartedServer[],
  towns: readonly string[],
): Promise<Record<string, number>> {
  const seen: Seen[] = []
  const published: number[] = []
  let behind = 0
  const inMemory = towns.slice(Math.floor(towns.length * (1 - shareInMemory)))
  for (let turn = 1; turn <= changes; turn += 1) {
    await Promise.all(servers.map(isAtRest))
    const shows = await change.prepare(turn)
    const clicked = performance.now()
    const looks = servers.map(({ baseUrl }) => lookAround(baseUrl, inMemory, shows, clicked))
    await change.click()
    published.push(performance.now() - clicked)
    seen.push(...(await Promise.all(looks)))
    behind += await openAll(servers, towns, shows)
  }
  const shown = seen.map(({ shownMs }) => shownMs)
  return {
    ...{ p50Ms: Math.round(percentile(shown, 0.5)), maxMs: Math.round(Math.max(...shown)), behind },
    publishMaxMs: Math.round(Math.max(...published)),
    looks: seen.reduce((sum, each) => sum + each.looks, 0),
    slowestLookMs: Math.round(Math.max(...seen.map(({ slowestMs }) => slowestMs))),
  }
}

const act = ({ clock }: Services) => actOf('bench', 'bench.change', clock.now())

/** Saved and published. */
async function changeText(services: Services, national: National, said: string, expected: number): Promise<void> {
  const owner = { type: 'authority', id: national.authority } as const
  const words = standardWords.parse({ whatHappens: { en: { text: said, origin: 'person' } } })
  const saved = await saveText(services, act(services), owner, national.text, { words, expected })
  if (saved.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`)
  const done = await publishText(services, act(services), owner, national.text)
  if (done.outcome !== 'published') throw new Error(`not published: ${JSON.stringify(done)}`)
}

async function save(services: Services, national: National, name: string): Promise<void> {
  const facts = serviceFacts.parse({
    name: { en: { text: name, origin: 'person' } },
    kinds: ['free-legal-help'],
    place: { type: 'none' },
    standard: national.text,
  })
  const { rows } = await sql<{ revision: number }>`
    select revision from office.draft_service where id = ${national.service}::uuid`.execute(services.database.db)
  const expected = rows[0]?.revision ?? 0
  const saved = await saveService(
    services.checklist,
    act(services),
    national.authority,
    national.service,
    facts,
    expected,
  )
  if (saved.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`)
}

async function click(services: Services, { authority }: National): Promise<void> {
  const outcome = await publish(services.checklist, act(services), authority)
  if (outcome.outcome !== 'published') throw new Error(`not published: ${JSON.stringify(outcome).slice(0, 500)}`)
}

interface Seen {
  /** From the click to the first answer after which none was old. */
  readonly shownMs: number
  readonly looks: number
  readonly slowestMs: number
}

type Shows = (html: string) => boolean

/** One reader who opens one town after the other. */
async function lookAround(baseUrl: string, towns: readonly string[], shows: Shows, clicked: number): Promise<Seen> {
  let shownMs: number | undefined
  let [looks, slowestMs] = [0, 0]
  while (shownMs === undefined || performance.now() - clicked < looking) {
    const begun = performance.now()
    const isNew = shows(await read(`${baseUrl}${towns[Math.floor(Math.random() * towns.length)]}`))
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

async function read(address: string): Promise<string> {
  const response = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
  if (!response.ok) throw new Error(`${address} answers ${response.status}`)
  return response.text()
}

/** Every page of every server, one after the other at each. @returns how many do not show it. */
async function openAll(servers: readonly StartedServer[], towns: readonly string[], shows: Shows): Promise<number> {
  const behind = servers.map(async ({ baseUrl }) => {
    let count = 0
    for (const path of towns) if (!shows(await read(`${baseUrl}${path}`))) count += 1
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
