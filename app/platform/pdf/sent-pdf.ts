/** Whether a file that somebody sent is a PDF that can be read: by its content, never by its name. */
import { Worker } from 'node:worker_threads'

export interface SentPdfLimits {
  /** In milliseconds. */
  readonly limit?: number
  readonly megabytes?: number
}

/** The standard allows it anywhere in the first kilobyte; no program that writes PDF puts anything before it. */
const signature = '%PDF-'

const looksLikePdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, signature.length)).toString('latin1') === signature

/** @returns how many pages it has; undefined where it is no PDF, is damaged, or cannot be opened without a password. */
export async function pagesOfPdf(bytes: Uint8Array, limits: SentPdfLimits = {}): Promise<number | undefined> {
  if (!looksLikePdf(bytes)) return undefined
  const { limit = 15_000, megabytes = 256 } = limits
  const worker = new Worker(new URL('./sent-pdf-worker.ts', import.meta.url), {
    workerData: { bytes: new Uint8Array(bytes) },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  const { promise, resolve } = Promise.withResolvers<number | undefined>()
  const timer = setTimeout(() => resolve(undefined), limit)
  worker.on('message', (pages: unknown) => resolve(typeof pages === 'number' && pages > 0 ? pages : undefined))
  worker.on('error', () => resolve(undefined))
  worker.on('exit', () => resolve(undefined))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
