/**
 * What others wait for while the official list of the largest country is compared: on the embedded database, where one
 * process does everything, the 34,875 communes of France are known; next year's list, with the communes that a thousand
 * mergers and a thousand new names would leave, is brought in the browser, its columns are decided, and it becomes a
 * plan; then the communes become members of an association by a list of their codes. All the while another thread asks for /healthz (the process) and /readyz (the process and its database).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { ensurePerson, grantRole } from '../app/areas/accounts/index.ts'
import { ensureAssociation } from '../app/areas/associations/index.ts'
import { importAuthorities, openList } from '../app/areas/authorities/index.ts'
import { compose } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { demonstrationPerson, loadDemonstration } from '../app/demonstration/index.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { newId } from '../app/platform/ids.ts'
import { silentLog } from '../app/platform/log.ts'
import { type Services, startServices } from '../app/services.ts'
import { urls } from '../app/urls.ts'
import { formTo } from '../tests/page-form.ts'

const country = 'FR'
const port = 4331
const mergers = 1_000
const renamed = 1_000
const { resolve } = createRequire(import.meta.url)
const file = resolve('@etalab/decoupage-administratif/data/communes.json')

interface Commune {
  readonly code: string
  readonly nom: string
  readonly type: string
  readonly population?: number
}

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const services = await startServices(
    readConfig({ DATA_DIR: folder, BASE_URL: `http://localhost:${port}`, LOG_LEVEL: 'silent' }),
    silentLog,
  )
  await loadDemonstration(services)
  await know(services)
  const { app, listener } = await compose(services)
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await services.jobs.start()
  await services.work()
  const figures = { ...(await played(services, app)), ...(await membersPlayed(services, app)) }
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await services.close()
  rmSync(folder, { recursive: true, force: true })
  return { reach: { longestMs: 100 }, ...figures }
}

/** What somebody does in the browser, and what others wait for meanwhile. */
async function played(
  services: Services,
  app: Awaited<ReturnType<typeof compose>>['app'],
): Promise<Record<string, unknown>> {
  const headers = { cookie: await signedIn(services, demonstrationPerson('secretariat')) }
  const get = async (path: string) => app.request(path, { headers })
  const post = async (path: string, body: FormData | URLSearchParams) =>
    app.request(path, { method: 'POST', headers: { ...headers, origin: services.config.baseUrl }, body })
  const { list, movements } = nextYear()
  const columns = urls.officePlanAct(country, 'columns')
  const files = new FormData()
  files.append('id', newId())
  files.append('list', new File([list], 'communes.csv'))
  files.append('movements', new File([movements], 'mouvements.csv'))
  const brought = await watched(() => post(urls.officePlanAct(country, 'new'), files))
  const asked = await watched(() => get(columns))
  const proposed = formTo(await (await get(columns)).text(), columns) as Record<string, string>
  const decided = new URLSearchParams({ ...proposed, validFrom: '2027-01-01', scheme: 'INSEE' })
  let plannedSeconds = Number.NaN
  const compared = await watched(async () => {
    const begun = performance.now()
    const answer = await post(columns, decided)
    while ((await itemsPlanned(services)) === 0 && performance.now() - begun < 120_000) await wait(50)
    plannedSeconds = Math.round((performance.now() - begun) / 100) / 10
    return answer
  })
  const plan = await watched(() => get(urls.officePlan(country)))
  return { brought, asked, compared, plan, plannedSeconds, items: await itemsPlanned(services) }
}

/** All communes become members of an association, by a list of their codes. */
async function membersPlayed(
  services: Services,
  app: Awaited<ReturnType<typeof compose>>['app'],
): Promise<Record<string, unknown>> {
  const { db } = services.database
  const [id, union] = [newId(), { country, slug: 'communes' }]
  const facts = { ...union, id, name: 'Communes', names: {}, web: null, demonstration: false, source: 'bench' }
  await ensureAssociation(db, facts, [], services.clock.now())
  const { id: person } = await ensurePerson(db, { email: 'bench@people.example', name: 'Bench', language: 'fr' })
  const act = actOf('benchmark', 'accounts.grant-role', services.clock.now())
  await grantRole(db, act, person, 'coordinator', { kind: 'association', id })
  const headers = { cookie: await signedIn(services, 'bench@people.example') }
  const origin = services.config.baseUrl
  const post = async (name: 'bring' | 'list', fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [field, value] of Object.entries(fields)) body.append(field, value)
    return app.request(urls.associationMembersAct(union, name), {
      method: 'POST',
      headers: { ...headers, origin },
      body,
    })
  }
  const look = async () => app.request(urls.associationMembersAct(union, 'list'), { headers })
  const file = new File([nextYear().list], 'communes.csv')
  const list = newId()
  return {
    membersBrought: await watched(() => post('bring', { id: list, act: 'add', list: file })),
    membersLooked: await watched(look),
    membersApplied: await watched(() => post('list', { id: list })),
  }
}

async function watched(deed: () => Promise<Response>): Promise<Record<string, unknown>> {
  const watch = await startWatch()
  const busy = watchTurns()
  const { status } = await deed()
  return { status, busyMs: busy.stop(), ...(await watch.stop()) }
}

/** The most processor time that went by before somebody else had a turn: the same whoever else works on the machine. */
function watchTurns(): { stop(): number } {
  const spent = () => {
    const { user, system } = process.threadCpuUsage()
    return user + system
  }
  let last = spent()
  let longest = 0
  const turn = () => {
    const now = spent()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(turn, 1)
  return {
    stop: () => {
      clearInterval(timer)
      turn()
      return Math.round(longest / 1000)
    },
  }
}

async function know({ database, clock, reference: { countries, languages } }: Services): Promise<void> {
  const { rows, format } = await openList(file)
  const act = actOf('benchmark', 'authorities.import', clock.now())
  await importAuthorities({ database, clock, countries, languages }, act, { rows, country: format?.country })
}

async function signedIn({ accounts, database: { db } }: Services, email: string): Promise<string> {
  const link = new URL(await accounts.createSignInLink(email))
  const cookies = (await accounts.redeemLink(link.searchParams.get('token') ?? '')) ?? []
  await sql`update accounts.session set second_factor = 'totp'`.execute(db)
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

async function itemsPlanned({ database: { db } }: Services): Promise<number> {
  const { rows } = await sql<{ items: number }>`
    select count(*)::int as items from office.list_plan_item i join office.list_plan p on p.id = i.plan
    where p.ended_at is null`.execute(db)
  return rows[0]?.items ?? 0
}

/** Under headings of nobody here: every thirtieth pair of neighbours in the list is one commune, every thirtieth has another name. */
function nextYear(): { readonly list: string; readonly movements: string } {
  const all = (JSON.parse(readFileSync(file, 'utf8')) as Commune[]).filter(({ type }) => type === 'commune-actuelle')
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows: string[] = []
  const moved: string[] = []
  for (const [index, { code, nom, population = 0 }] of all.entries()) {
    const turn = index % 30
    const before = all[index - 1]
    if (turn === 7 && index / 30 < mergers && before) {
      // Half of them are told, half are to be guessed.
      if (index % 60 < 30) moved.push(`${code};${before.code};01/01/2027`)
      continue
    }
    const name = turn === 20 && index / 30 < renamed ? `${nom}-le-Neuf` : nom
    const people = turn === 6 && index / 30 < mergers ? population + (all[index + 1]?.population ?? 0) : population
    rows.push(`${code};${quoted(name)};${people}`)
  }
  return {
    list: ['code;nom;population', ...rows].join('\n'),
    movements: ['old;new;date', ...moved].join('\n'),
  }
}

const watcher = `
const { parentPort, workerData } = require('node:worker_threads')
const { get, Agent } = require('node:http')
const agent = new Agent({ keepAlive: false })
let going = true
parentPort.on('message', () => { going = false })
const ask = (path) => new Promise((resolve, reject) => {
  get({ port: workerData.port, path, agent }, (answer) => {
    answer.resume().on('end', resolve)
  }).on('error', reject)
})
const watch = async (path) => {
  let longest = 0
  let over = 0
  do {
    const begun = performance.now()
    // Who waits for seconds is cut off, and asks again.
    while (!(await ask(path).then(() => true, () => false)));
    const took = performance.now() - begun
    longest = Math.max(longest, took)
    if (took > 100) over += 1
    await new Promise((resolve) => setTimeout(resolve, 2))
  } while (going)
  return { longestMs: Math.round(longest), over100Ms: over }
}
Promise.all(['/healthz', '/readyz'].map(watch)).then(([healthz, readyz]) => parentPort.postMessage({ healthz, readyz }))
`

/** Longest times without an answer, seen from outside. */
async function startWatch(): Promise<{ stop(): Promise<Record<string, unknown>> }> {
  const worker = new Worker(watcher, { eval: true, workerData: { port } })
  await new Promise((resolve) => worker.once('online', resolve))
  await wait(200)
  return {
    stop: async () => {
      const told = new Promise<Record<string, unknown>>((resolve) => worker.once('message', resolve))
      worker.postMessage('stop')
      const longest = await told
      await worker.terminate()
      return longest
    },
  }
}
