/**
 * Static export of a whole network: the pages of every authority in four languages, from a PostgreSQL server of the
 * benchmark's own to files, by the command that operators use; beside Hugo (Debian's) with the same facts as data files
 * and templates that write the same page. `npm run bench -- export 300 3` makes a smaller
 * network and exports it three times.
 */
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../app/config.ts'
import { silentLog } from '../app/platform/log.ts'
import { startServices } from '../app/services.ts'
import { writeNetwork } from '../app/synthetic/index.ts'
import { writeHugoSite } from './_hugo.ts'
import { type BenchServer, withServer } from './_server.ts'
import { cpuSecondsOf, serverCpuSeconds } from './_server-cpu.ts'

const port = 4317
/** So many that 2,500 of them are towns; the others are their districts, regions and states. */
const authorities = Number(process.argv[3] ?? 2_568)
const servicesOfEach = 40
const languages = ['en', 'fr', 'de', 'ar'] as const
/** Hugo takes a quarter of an hour for all of them on two cores. */
const rounds = Number(process.argv[4] ?? 1)

interface Run {
  readonly seconds: number
  /** Of all its threads; of ours with the database server, which Hugo has no need of. */
  readonly cpuSeconds: number
  readonly peakRssMb: number
}

export async function run(): Promise<Record<string, unknown>> {
  return withServer(port, ['-c', 'shared_buffers=256MB'], measured)
}

async function measured({ url, folder, dataFolder }: BenchServer): Promise<Record<string, unknown>> {
  const source = join(folder, 'hugo')
  await prepare(url, folder, source)
  const hugo = spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout?.trim() ?? null
  if (hugo === null) console.error('Hugo is not installed (apt-get install hugo): nothing to compare with.')
  const [ours, theirs]: [Run[], Run[]] = [[], []]
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: url, BASE_URL: 'https://help.example' }
  const cli = ['--import', './runtime.mjs', 'cli.ts', 'export', 'site', '--all', '--lang', languages.join(',')]
  // In turns, so that a slow moment of the machine hits both.
  for (let round = 0; round < rounds; round += 1) {
    const before = serverCpuSeconds(dataFolder) ?? 0
    const one = await timed(process.execPath, [...cli, '--out', join(folder, 'ours')], env)
    ours.push({ ...one, cpuSeconds: one.cpuSeconds + (serverCpuSeconds(dataFolder) ?? before) - before })
    if (hugo === null) continue
    rmSync(join(folder, 'theirs'), { recursive: true, force: true })
    theirs.push(await timed('hugo', ['--quiet', '--source', source, '--destination', join(folder, 'theirs')], env))
  }
  const [own, other] = [figuresOf(ours, join(folder, 'ours')), hugo && figuresOf(theirs, join(folder, 'theirs'))]
  return {
    ...{ reach: { ratio: 2, peakRssMb: 600 }, authorities, servicesOfEach, languages: languages.length, rounds },
    ours: own,
    hugo: other && { version: hugo, ...other },
    ratio: other && hundredths(own.pagesPerSecond / other.pagesPerSecond),
    // Hugo works on all processors: what it costs says more where the machine has other work.
    cpuRatio: other && hundredths(Math.min(...other.cpuSeconds) / Math.min(...own.cpuSeconds)),
  }
}

async function prepare(url: string, folder: string, source: string): Promise<void> {
  const config = readConfig({ DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'silent' })
  const services = await startServices(config, silentLog)
  await writeNetwork(services, { seed: '1', authorities, services: servicesOfEach })
  await writeHugoSite(services, source, languages)
  await services.close()
}

/** A whole process, its start included. */
async function timed(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  const begun = performance.now()
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  let [peak, cpuSeconds] = [0, 0]
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid))
    cpuSeconds = Math.max(cpuSeconds, cpuSecondsOf(child.pid ?? 0) ?? 0)
  }, 50)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${program} ended with ${code}`)
  return { seconds: (performance.now() - begun) / 1000, cpuSeconds, peakRssMb: peak }
}

/** Most memory that the process has had, as the kernel remembers it; 0 once it is gone. */
function peakOf(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kilobytes ?? 0) / 1024)
  } catch {
    return 0
  }
}

const hundredths = (number: number) => Math.round(number * 100) / 100
const tenths = (number: number) => Math.round(number * 10) / 10

function figuresOf(runs: readonly Run[], folder: string) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  const seconds = runs.map((one) => one.seconds).toSorted((a, b) => a - b)
  const median = seconds[Math.floor(seconds.length / 2)] ?? Number.NaN
  return {
    pages: files.length,
    bytesPerPage: Math.round(bytes / files.length),
    seconds: seconds.map(tenths),
    cpuSeconds: runs.map((one) => tenths(one.cpuSeconds)),
    pagesPerSecond: Math.round(files.length / median),
    peakRssMb: Math.max(...runs.map((one) => one.peakRssMb)),
  }
}
