/** Opens one PDF that somebody sent, in a thread of its own: whatever is in the file can take down nothing else. */
import { parentPort, workerData } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'

const { bytes } = workerData as { readonly bytes: Uint8Array }

async function pagesOf(): Promise<number> {
  const document = await getDocumentProxy(bytes)
  const { numPages } = document
  // A file cut short still has a number of pages; its last one cannot be read.
  await document.getPage(1)
  await document.getPage(numPages)
  return numPages
}

parentPort?.postMessage(await pagesOf())
