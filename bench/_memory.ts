/**
 * Memory of this process over time, watched from a thread of its own: the embedded database works on the main thread
 * for so long at a stretch that a timer there would miss most of it.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

type Sample = { readonly seconds: number; readonly megabytes: number }

const watcher = `
  const { parentPort } = require('node:worker_threads')
  const started = performance.now()
  const samples = []
  const take = () => samples.push({
    seconds: (performance.now() - started) / 1000,
    megabytes: process.memoryUsage.rss() / 1048576,
  })
  take()
  const timer = setInterval(take, 100)
  parentPort.once('message', () => { clearInterval(timer); take(); parentPort.postMessage(samples) })
`

export type MemoryFigures = {
  readonly peakRssMb: number
  /** From the end of the first tenth of the time, while code and database still warm up, to the highest point after. */
  readonly growthAfterWarmUpMb: number
  readonly slopeMbPerSecond: number
  readonly memorySamples: number
  /** Highest point in each tenth of the time. */
  readonly rssMbByTenth: readonly number[]
}

/** @returns a function that ends the watch and says what was seen. */
export async function watchMemory(): Promise<() => Promise<MemoryFigures>> {
  const worker = new Worker(watcher, { eval: true, execArgv: [] })
  await once(worker, 'online')
  return async () => {
    const answer = once(worker, 'message')
    worker.postMessage('stop')
    const [samples]: Sample[][] = await answer
    await worker.terminate()
    return figures(samples ?? [])
  }
}

function figures(samples: readonly Sample[]): MemoryFigures {
  const end = samples.at(-1)?.seconds ?? 0
  const warm = samples.filter(({ seconds }) => seconds >= end / 10)
  const highest = (of: readonly Sample[]) => of.reduce((most, { megabytes }) => Math.max(most, megabytes), 0)
  return {
    peakRssMb: round(highest(samples)),
    growthAfterWarmUpMb: round(highest(warm) - (warm[0]?.megabytes ?? 0)),
    slopeMbPerSecond: round(slope(warm)),
    memorySamples: samples.length,
    rssMbByTenth: tenths(samples, end),
  }
}

function tenths(samples: readonly Sample[], end: number): number[] {
  const highest = Array.from({ length: 10 }, () => 0)
  for (const { seconds, megabytes } of samples) {
    const tenth = Math.min(9, Math.floor((seconds / (end || 1)) * 10))
    highest[tenth] = Math.max(highest[tenth] ?? 0, Math.round(megabytes))
  }
  return highest
}

/** Least squares. */
function slope(samples: readonly Sample[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [time, level] = [mean(samples.map((each) => each.seconds)), mean(samples.map((each) => each.megabytes))]
  const over = samples.reduce((sum, each) => sum + (each.seconds - time) * (each.megabytes - level), 0)
  const under = samples.reduce((sum, each) => sum + (each.seconds - time) ** 2, 0)
  return under === 0 ? 0 : over / under
}

const round = (value: number) => Math.round(value * 100) / 100
