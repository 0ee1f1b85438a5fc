/**
 * A published page from the cache, through the whole middleware, against the same bytes from nginx (one worker), in one
 * run; and rendering without the cache. Needs nginx and wrk (packages of Debian) for the first part.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { compose } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { loadDemonstration } from '../app/demonstration/index.ts'
import { silentLog } from '../app/platform/log.ts'
import { startServices } from '../app/services.ts'
import { startServer } from './_process.ts'

const path = '/en/nl/example-town'
const port = 4312
const nginxPort = 4313
const rounds = 5

function rawPage(): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(`http://localhost:${port}${path}`, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks)))
    }).on('error', reject)
  })
}

function requestsPerSecond(url: string): number {
  const { stdout } = spawnSync('wrk', ['-t1', '-c32', '-d4s', '-H', 'Accept-Encoding: br', url], { encoding: 'utf8' })
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN)
}

function nginxConfig(folder: string): string {
  return `worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  keepalive_requests 1000000;
  server { listen 127.0.0.1:${nginxPort}; root ${folder}/site;
    location / { default_type text/html; add_header Content-Encoding br; add_header Cache-Control no-store; } } }`
}

/** Medians of alternating rounds, so that a slow moment of the machine hits both. */
async function against(folder: string): Promise<Record<string, unknown>> {
  const tools = ['nginx', 'wrk'].filter(
    (tool) => spawnSync('which', [tool]).status !== 0 && !existsSync(`/usr/sbin/${tool}`),
  )
  if (tools.length > 0) return { cache: `not measured: ${tools.join(' and ')} missing` }
  const server = await startServer(join(folder, 'data'), port, path)
  await wait(2_000)
  mkdirSync(join(folder, 'site/en/nl'), { recursive: true })
  writeFileSync(join(folder, 'site', path), await rawPage())
  writeFileSync(join(folder, 'nginx.conf'), nginxConfig(folder))
  const nginx = spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
  await wait(500)
  const ours: number[] = []
  const theirs: number[] = []
  // Not counted: code is compiled and files are read when they are first needed.
  for (const each of [port, nginxPort]) requestsPerSecond(`http://127.0.0.1:${each}${path}`)
  for (let round = 0; round < rounds; round += 1) {
    ours.push(requestsPerSecond(`http://127.0.0.1:${port}${path}`))
    theirs.push(requestsPerSecond(`http://127.0.0.1:${nginxPort}${path}`))
  }
  nginx.kill()
  await server.stop()
  const [own, other] = [at(ours, 0.5), at(theirs, 0.5)]
  return { requestsPerSecond: own, nginxRequestsPerSecond: other, ratio: Math.round((own / other) * 100) / 100 }
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

/** Of numbers, the one below which this share lies, to a tenth. */
function at(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? Number.NaN) * 10) / 10
}

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const cached = await against(folder)
  const rendering = await uncached(folder)
  rmSync(folder, { recursive: true, force: true })
  return { reach: { ratio: 0.5, renderingP99Ms: 15 }, ...cached, ...rendering }
}
