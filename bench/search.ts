/**
 * The search among 5.2 million fictional services on a PostgreSQL server of its own: from what somebody types to the
 * services that answer it, in their order and with all they say, eight at once; beside it a plain query that is told kind,
 * words and point, gives the same facts and does nothing else. `npm run bench -- search 2600` makes a smaller network; with
 * DATABASE_URL the one that stands there is searched, as `safe-towns generate` has left it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { foldings } from '../app/areas/authorities/index.ts'
import { search } from '../app/areas/help-pages/search/search.ts'
import { searchQuery } from '../app/areas/help-pages/search/search-schema.ts'
import { compose } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { silentLog } from '../app/platform/log.ts'
import { startServices } from '../app/services.ts'
import { writeNetwork } from '../app/synthetic/index.ts'
import { seeded } from '../app/synthetic/seeded.ts'
import { percentile } from './_percentile.ts'
import { withServer } from './_server.ts'

const port = 4316
const wanted = Number(process.argv[3] ?? 130_000)
const servicesOfEach = 40
const connections = 8
/** A process that has searched for some seconds: what it does often is compiled, and planned by the database. */
const warmUp = 500
const turns = 1_000
const languages = ['en', 'fr', 'de', 'ar'] as const
const farthest = 60_000
/** Half of the memory that a small server of 8 GB would give it. */
const settings = ['-c', 'shared_buffers=2GB', '-c', 'random_page_cost=1.1', '-c', 'max_wal_size=8GB']

interface Town {
  readonly name: string
  readonly country: string
  readonly slug: string
  readonly latitude: number
  readonly longitude: number
}

/** One search, as a person types it and as the plain query is told it. */
interface Asked {
  readonly language: string
  readonly typed: { readonly q: string; readonly town: string; readonly near: string }
  readonly plain: { readonly kind: string | null; readonly words: string | null; readonly town: Town | null }
}

type Phrases = Readonly<Record<string, readonly { readonly typed: string; readonly kinds: readonly string[] }[]>>

export async function run(): Promise<Record<string, unknown>> {
  const given = process.env['DATABASE_URL']
  return given === undefined ? withServer(port, settings, ({ url }) => measured(url)) : measured(given)
}

async function measured(url: string): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const config = readConfig({ DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'silent' })
  const services = await startServices(config, silentLog)
  const { db } = services.database
  const made = await makeNetwork(services)
  const { rows: counted } = await sql<{ authorities: number; services: number }>`
    select (select count(*) from published.authority)::integer as authorities,
      (select count(*) from published.service)::integer as services`.execute(db)
  const { helpPages } = await compose(services)
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const asked = kindsOfSearch(await someTowns(db))
  const figures: Record<string, unknown> = {}
  for (const [name, searches] of Object.entries(asked)) {
    const ours = await load(searches, async ({ language, typed }) => {
      const translator = services.i18n.translator(language)
      if (translator) await search(helpPages, translator, searchQuery.parse(typed))
    })
    const plain = await load(searches, ({ plain: told }) => plainQuery(pool, told))
    figures[name] = { ours, plain, ratio: Math.round((ours.perSecond / plain.perSecond) * 100) / 100 }
  }
  await pool.end()
  await services.close()
  rmSync(folder, { recursive: true, force: true })
  return { reach: { p99Ms: 25, ratio: 0.5 }, ...counted[0], ...made, connections, figures }
}

type Services = Awaited<ReturnType<typeof startServices>>

/** Where there is none yet. */
async function makeNetwork(services: Services): Promise<Record<string, unknown>> {
  const { db } = services.database
  const { rows } = await sql`select from published.authority limit 1`.execute(db)
  if (rows.length > 0) return {}
  const begun = performance.now()
  await writeNetwork(services, { seed: '1', authorities: wanted, services: servicesOfEach }, (published) => {
    if (published % 10_000 === 0) console.error(`${published} of ${wanted} authorities have published`)
  })
  await sql`vacuum analyze`.execute(db)
  return { generatedInSeconds: Math.round((performance.now() - begun) / 1000) }
}

async function someTowns(db: Services['database']['db']): Promise<Town[]> {
  const { rows } = await sql<Town>`
    select name, country, slug, latitude, longitude from published.authority
    where kind = 'municipality' order by md5(slug) limit 500`.execute(db)
  return rows
}

function kindsOfSearch(towns: readonly Town[]): Record<string, readonly Asked[]> {
  const file = join(import.meta.dirname, '..', 'tests', 'search', 'family-phrases.json')
  const phrases: Phrases = JSON.parse(readFileSync(file, 'utf8'))
  const random = seeded('searches')
  const each = (
    make: (language: string, town: Town, phrase: { typed: string; kind: string }) => Omit<Asked, 'language'>,
  ) =>
    Array.from({ length: warmUp + turns }, (_, turn): Asked => {
      const language = languages[turn % languages.length] ?? 'en'
      const { typed, kinds } = random.oneOf(phrases[language] ?? [])
      return { language, ...make(language, random.oneOf(towns), { typed, kind: kinds[0] ?? '' }) }
    })
  const addressOf = ({ country, slug }: Town) => `${country.toLowerCase()}/${slug}`
  const wordsOf = (name: string) => `'${foldings(name)[0] ?? ''}'`
  return {
    words: each((_, town) => ({
      typed: { q: town.name, town: '', near: '' },
      plain: { kind: null, words: wordsOf(town.name), town: null },
    })),
    'words, kind, near': each((_, town, { typed, kind }) => ({
      typed: { q: typed, town: addressOf(town), near: '' },
      plain: { kind, words: wordsOf(town.name), town },
    })),
    near: each((_, town) => ({
      typed: { q: '', town: '', near: `${town.latitude}, ${town.longitude}` },
      plain: { kind: 'child-helpline', words: null, town },
    })),
    misspelt: each((_, town, { typed, kind }) => ({
      typed: { q: misspelt(typed), town: addressOf(town), near: '' },
      plain: { kind, words: wordsOf(town.name), town },
    })),
  }
}

/** Two letters of the longest word change places. */
function misspelt(text: string): string {
  const longest = text.split(' ').toSorted((a, b) => b.length - a.length)[0] ?? ''
  const middle = Math.floor(longest.length / 2)
  const [before, one = '', other = '', after] = [
    longest.slice(0, middle - 1),
    longest[middle - 1],
    longest[middle],
    longest.slice(middle + 1),
  ]
  return text.replace(longest, `${before}${other}${one}${after}`)
}

async function plainQuery(pool: pg.Pool, { kind, words, town }: Asked['plain']): Promise<void> {
  if (words !== null) {
    await pool.query({
      name: 'words',
      text: `select service.id, service.facts from published.service_words named
        join published.service service on service.id = named.service where named.words @@ $1::tsquery limit 20`,
      values: [words],
    })
  }
  if (kind === null || town === null) return
  await pool.query({
    name: 'near',
    text: `select service.id, service.facts, near.metres from (
        select service, earth_distance(place, ll_to_earth($2, $3)) as metres from published.service_place
        where kind = $1 and place <@ earth_box(ll_to_earth($2, $3), $4) order by place <-> ll_to_earth($2, $3) limit 20
      ) near join published.service service on service.id = near.service order by near.metres`,
    values: [kind, town.latitude, town.longitude, farthest],
  })
}

async function load(searches: readonly Asked[], ask: (asked: Asked) => Promise<void>) {
  const times: number[] = []
  let next = 0
  let begun = performance.now()
  const one = async () => {
    for (let asked = searches[next]; asked; asked = searches[next]) {
      next += 1
      if (next === warmUp) begun = performance.now()
      const counts = next > warmUp
      const start = performance.now()
      await ask(asked)
      if (counts) times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const seconds = (performance.now() - begun) / 1000
  const rounded = (ms: number) => Math.round(ms * 10) / 10
  return {
    p50: rounded(percentile(times, 0.5)),
    p99: rounded(percentile(times, 0.99)),
    perSecond: Math.round(turns / seconds),
  }
}
