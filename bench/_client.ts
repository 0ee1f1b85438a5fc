/** Asks over a socket from a thread of its own, as a client elsewhere does: reading the answer takes no time of the server's. */
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

export interface Answered {
  readonly status: number
  readonly etag: string
  /** Of the body, as it was sent. */
  readonly bytes: number
  /** From the request to the last byte. */
  readonly ms: number
}

export interface Client {
  ask(url: string, headers: Readonly<Record<string, string>>): Promise<Answered>
  close(): Promise<void>
}

export function openClient(): Client {
  const worker = new Worker(new URL(import.meta.url))
  return {
    async ask(url, headers) {
      worker.postMessage({ url, headers })
      const [answered] = await once(worker, 'message')
      return answered
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

if (!isMainThread) {
  const agent = new Agent({ keepAlive: true })
  parentPort?.on('message', async ({ url, headers }) => {
    const begun = performance.now()
    const [answer] = await once(get(url, { headers, agent }), 'response')
    let bytes = 0
    for await (const chunk of answer) bytes += chunk.length
    const ms = performance.now() - begun
    parentPort?.postMessage({ status: answer.statusCode, etag: answer.headers.etag ?? '', bytes, ms })
  })
}
