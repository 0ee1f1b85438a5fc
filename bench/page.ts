/**
 * A published page from the cache, through the whole middleware, against the same headers and bytes from nginx (one
 * worker) and from a `node:http` server that does nothing else, in one run; and rendering without the cache. Needs nginx
 * and wrk (packages of Debian) for the first part.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { compose } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { loadDemonstration } from '../app/demonstration/index.ts'
import { silentLog } from '../app/platform/log.ts'
import { startServices } from '../app/services.ts'
import { percentile } from './_percentile.ts'
import { startServer } from './_process.ts'

const path = '/en/nl/example-town'
const port = 4312
const nginxPort = 4313
const barePort = 4314
const rounds = 5

interface RawPage {
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

function rawPage(): Promise<RawPage> {
  return new Promise((resolve, reject) => {
    get(`http://localhost:${port}${path}`, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }))
    }).on('error', reject)
  })
}

/** Headers that every server makes by itself. */
const ofTheServer = /^(date|connection|keep-alive|content-length|content-type|etag)$/

const ownHeaders = (headers: IncomingHttpHeaders): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) => (ofTheServer.test(name) ? [] : [[name, String(value)]]))

function requestsPerSecond(url: string): number {
  const { stdout } = spawnSync('wrk', ['-t1', '-c32', '-d4s', '-H', 'Accept-Encoding: br', url], { encoding: 'utf8' })
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN)
}

function nginxConfig(folder: string, headers: IncomingHttpHeaders): string {
  const added = ownHeaders(headers).map(([name, value]) => `add_header ${name} ${JSON.stringify(value)};`)
  return `worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  keepalive_requests 1000000;
  server { listen 127.0.0.1:${nginxPort}; root ${folder}/site;
    location / { default_type "text/html; charset=utf-8"; ${added.join(' ')} } } }`
}

/** One body for whatever is asked: what Node's own server can do at best. */
const bareServer = `const [file, port, headers] = process.argv.slice(1)
const body = require('node:fs').readFileSync(file)
const all = [...JSON.parse(headers).flat(), 'content-type', 'text/html; charset=utf-8', 'content-length', String(body.length)]
require('node:http').createServer((_, answer) => answer.writeHead(200, all).end(body)).listen(Number(port), '127.0.0.1')`

/** Medians of alternating rounds, so that a slow moment of the machine hits all. */
async function against(folder: string): Promise<Record<string, unknown>> {
  const tools = ['nginx', 'wrk'].filter(
    (tool) => spawnSync('which', [tool]).status !== 0 && !existsSync(`/usr/sbin/${tool}`),
  )
  if (tools.length > 0) return { cache: `not measured: ${tools.join(' and ')} missing` }
  const server = await startServer(join(folder, 'data'), port, path)
  await wait(2_000)
  const { headers, body } = await rawPage()
  mkdirSync(join(folder, 'site/en/nl'), { recursive: true })
  writeFileSync(join(folder, 'site', path), body)
  writeFileSync(join(folder, 'nginx.conf'), nginxConfig(folder, headers))
  const nginx = spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
  const bareArguments = [join(folder, 'site', path), `${barePort}`, JSON.stringify(ownHeaders(headers))]
  const bare = spawn(process.execPath, ['-e', bareServer, ...bareArguments], { stdio: ['ignore', 'ignore', 'inherit'] })
  await wait(500)
  const ports = { own: port, nginx: nginxPort, bare: barePort }
  const measured = Object.entries(ports).map(([name, at]) => ({ name, at, rounds: [] as number[] }))
  // The first round is not counted: code is compiled and files are read when they are first needed.
  for (let round = 0; round <= rounds; round += 1) {
    for (const one of measured) {
      const perSecond = requestsPerSecond(`http://127.0.0.1:${one.at}${path}`)
      if (round > 0) one.rounds.push(perSecond)
    }
  }
  nginx.kill()
  bare.kill()
  await server.stop()
  const perSecond = Object.fromEntries(measured.map(({ name, rounds }) => [name, at(rounds, 0.5)]))
  const shareOf = (name: string) => Math.round(((perSecond['own'] ?? 0) / (perSecond[name] ?? 0)) * 100) / 100
  return { requestsPerSecond: perSecond, ratio: shareOf('nginx'), ratioToBareNode: shareOf('bare') }
}

/** What is thrown away before each request. */
type Emptied = 'page' | 'page and facts'

/**
 * Milliseconds of whole requests without the page in the cache, from the route to compressed bytes. `renderingMs`: the
 * page has run out, as most do (a service has opened or closed), and its facts are in memory. `afterPublishingMs`:
 * facts are read from the embedded database, checked and put into words anew, as for the first reader after a change.
 * `cpu` is the time of the main thread alone, which other work on the machine disturbs less.
 */
async function uncached(folder: string): Promise<Record<string, unknown>> {
  const config = readConfig({ DATA_DIR: join(folder, 'uncached'), LOG_LEVEL: 'silent' })
  const services = await startServices(config, silentLog)
  await loadDemonstration(services)
  const { app, helpPages } = await compose(services)
  const measure = async (emptied: Emptied) => {
    const [whole, cpu]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < 330; turn += 1) {
      // The best compression of the page before goes on in the background.
      await helpPages.pageCache.settled()
      helpPages.pageCache.clear()
      if (emptied === 'page and facts') helpPages.towns.clear()
      const [begun, cpuBefore] = [performance.now(), process.threadCpuUsage()]
      await (await app.request(path, { headers: { 'accept-encoding': 'br' } })).arrayBuffer()
      const { user, system } = process.threadCpuUsage(cpuBefore)
      if (turn < 30) continue
      whole.push(performance.now() - begun)
      cpu.push((user + system) / 1000)
    }
    return { p50: at(whole, 0.5), p99: at(whole, 0.99), cpuP50: at(cpu, 0.5), cpuP99: at(cpu, 0.99) }
  }
  const figures = { renderingMs: await measure('page'), afterPublishingMs: await measure('page and facts') }
  await services.close()
  return figures
}

const tenths = (number: number) => Math.round(number * 10) / 10
const at = (numbers: readonly number[], share: number) => tenths(percentile(numbers, share))

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const cached = await against(folder)
  const rendering = await uncached(folder)
  rmSync(folder, { recursive: true, force: true })
  return { reach: { ratio: 0.5, renderingP99Ms: 15 }, ...cached, ...rendering }
}
