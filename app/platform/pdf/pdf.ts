/**
 * Documents as PDF: a template of `assets/pdf/` and plain data. Tagged (PDF/UA-1), in the direction and language of the
 * reader, with fonts embedded. One thread makes them, one after the other, and ends when nobody has asked for a while.
 */
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { fonts } from '../fonts.ts'
import type { FromWorker, PdfSources, ToWorker } from './pdf-messages.ts'

export type PdfData = string | number | boolean | null | readonly PdfData[] | { readonly [key: string]: PdfData }

export interface PdfDocument {
  /** File name in `assets/pdf/`. */
  readonly template: string
  /** BCP 47; Typst takes the language of it. */
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  /** What the template shows; every text in it stays text. */
  readonly data: Readonly<Record<string, PdfData>>
}

export interface Pdf {
  /** @throws PdfFault when it takes too long, too many wait, or the template is at fault. */
  render(document: PdfDocument): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

export class PdfFault extends Error {
  override readonly name = 'PdfFault'
}

export interface PdfOptions {
  readonly templates?: string
  /** For one document, in milliseconds. */
  readonly limit?: number
  /** For the thread to start, in milliseconds. */
  readonly startLimit?: number
  readonly mostWaiting?: number
  /** The thread ends after so long without a document. */
  readonly idle?: number
}

const defaults = {
  templates: fileURLToPath(new URL('../../../assets/pdf', import.meta.url)),
  limit: 20_000,
  startLimit: 20_000,
  mostWaiting: 30,
  idle: 60_000,
}

interface Waiting {
  readonly asked: ToWorker
  readonly settle: PromiseWithResolvers<Uint8Array<ArrayBuffer>>
}

export function createPdf(options: PdfOptions = {}): Pdf {
  const { templates, limit, startLimit, mostWaiting, idle } = { ...defaults, ...options }
  const queue: Waiting[] = []
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let last = 0

  const after = (milliseconds: number, then: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(then, milliseconds).unref()
  }
  const end = (fault?: string): Promise<unknown> => {
    clearTimeout(timer)
    const ending = worker
    worker = undefined
    if (fault !== undefined) for (const { settle } of queue.splice(0)) settle.reject(new PdfFault(fault))
    return ending?.terminate() ?? Promise.resolve()
  }
  const next = () => {
    const [first] = queue
    if (!first) return after(idle, () => void end())
    after(limit, () => void end('a document took too long'))
    worker?.postMessage(first.asked)
  }
  const start = () => {
    const sources: PdfSources = { templates, fonts }
    const started = new Worker(new URL('./pdf-worker.ts', import.meta.url), { workerData: sources, execArgv: [] })
    worker = started
    started.unref()
    started.on('message', ({ id, bytes, fault }: FromWorker) => {
      if (started !== worker) return
      const done = id === 0 ? undefined : queue.shift()
      if (bytes) done?.settle.resolve(new Uint8Array(bytes))
      else done?.settle.reject(new PdfFault(fault))
      next()
    })
    started.on('error', (error: Error) => {
      if (started === worker) void end(`the thread that makes documents ended: ${error.message}`)
    })
    after(startLimit, () => void end('the thread that makes documents did not start'))
  }

  return {
    render: ({ template, tag, dir, title, data }) => {
      if (queue.length >= mostWaiting) return Promise.reject(new PdfFault('too many documents are asked for'))
      const settle = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
      const whole = JSON.stringify({ ...data, lang: tag.split('-')[0], dir, title })
      queue.push({ asked: { id: ++last, template, data: whole }, settle })
      if (!worker) start()
      else if (queue.length === 1) next()
      return settle.promise
    },
    close: async () => {
      await end('the server ends')
    },
  }
}
