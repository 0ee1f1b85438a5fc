/** Processor time of a PostgreSQL server, of all its processes: what a clock on the wall says depends on who else works. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of the kernel's clock; `getconf CLK_TCK` says nothing else on any Linux in use. */
const ticksPerSecond = 100

interface ProcessTimes {
  readonly parent: number
  readonly own: number
  /** Of children that have ended. */
  readonly ended: number
}

/** The name of a program stands in brackets, and may hold anything. */
function timesOf(pid: string | number): ProcessTimes | undefined {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return undefined
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? []
  const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map((at) => fields[at])
  return { parent, own: user + system, ended: endedUser + endedSystem }
}

/** Of one process, all its threads, so far; undefined once it is gone. */
export function cpuSecondsOf(pid: number): number | undefined {
  const times = timesOf(pid)
  return times && times.own / ticksPerSecond
}

/** Seconds so far; undefined where the system does not say. @param folder of its data. */
export function serverCpuSeconds(folder: string): number | undefined {
  const [first = ''] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  const main = timesOf(first)
  if (!main) return undefined
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => timesOf(pid) ?? [])
    .filter(({ parent }) => parent === Number(first))
  return children.reduce((sum, { own }) => sum + own, main.own + main.ended) / ticksPerSecond
}
