/** A file without what tells of its making, or why there is none. */
import { Worker } from 'node:worker_threads'
import type { Cleaned, ToClean } from './clean-worker.ts'

export interface CleanLimits {
  /** In milliseconds. */
  readonly limit?: number
  readonly megabytes?: number
}

/** Each may take half a gigabyte: whoever comes third waits. */
const mostAtOnce = 2
let free = mostAtOnce
const waiting: (() => void)[] = []

export async function cleanFile(given: ToClean, limits: CleanLimits = {}): Promise<Cleaned> {
  if (free > 0) free -= 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await cleanNow(given, limits)
  } finally {
    // The place is handed on.
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
}

async function cleanNow(given: ToClean, limits: CleanLimits): Promise<Cleaned> {
  const { limit = 40_000, megabytes = 512 } = limits
  const worker = new Worker(new URL('./clean-worker.ts', import.meta.url), {
    workerData: { ...given, content: new Uint8Array(given.content) },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  const { promise, resolve } = Promise.withResolvers<Cleaned>()
  const damaged: Cleaned = { fault: 'damaged' }
  const timer = setTimeout(() => resolve(damaged), limit)
  worker.on('message', (cleaned: Cleaned) => resolve(cleaned))
  worker.on('error', () => resolve(damaged))
  worker.on('exit', () => resolve(damaged))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
