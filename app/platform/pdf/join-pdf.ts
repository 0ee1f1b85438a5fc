/** Documents one behind the other as one file, for whoever prints them: each begins on the front of a sheet. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export interface Joining {
  readonly documents: readonly Uint8Array<ArrayBuffer>[]
  readonly title: string
  /** BCP 47, of the title. */
  readonly tag: string
}

/**
 * Put together beside the server: of thousands of pages it takes seconds. What is for reading aloud stays behind, as pages
 * of several documents have no common order of reading. One document stays what it is.
 *
 * @throws Error where one of them is no PDF.
 */
export async function joinPdfs(joining: Joining): Promise<Uint8Array<ArrayBuffer>> {
  const [only, ...others] = joining.documents
  if (only && others.length === 0) return only
  const worker = new Worker(new URL('./join-pdf-worker.ts', import.meta.url), { workerData: joining, execArgv: [] })
  try {
    // A fault in the thread comes as an error of this promise.
    const [bytes]: Uint8Array[] = await once(worker, 'message')
    if (!bytes) throw new Error('nothing came of the documents')
    return new Uint8Array(bytes)
  } finally {
    await worker.terminate()
  }
}
