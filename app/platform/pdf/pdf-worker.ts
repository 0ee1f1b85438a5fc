/**
 * Makes documents beside the server: compiling one takes the thread it runs on. It reads templates and fonts of the
 * product and nothing else: a template can name no file outside of its folder, data is never read as a template.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { FromWorker, PdfSources, ToWorker } from './pdf-messages.ts'

const { templates, fonts } = workerData as PdfSources
const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }],
})

/** Results of earlier documents are dropped: memory does not grow with each. What all share is made again quickly. */
const kept = 2

function make({ template, data }: ToWorker): Uint8Array {
  const compiled = compiler.compile({ mainFilePath: join(templates, template), inputs: { data } })
  const document = compiled.result
  if (!document) {
    const faults: readonly { readonly message?: string }[] = compiled.takeError()?.shortDiagnostics ?? []
    throw new Error(`${template}: ${faults.map(({ message }) => message).join('; ')}`)
  }
  const bytes = written(document)
  compiler.evictCache(kept)
  return new Uint8Array(bytes)
}

/**
 * PDF/UA-1. That standard refuses text that no font can show, such as an emoji in a name: such a document is tagged all
 * the same, but does not claim to fulfil the standard. (Why it was refused quotes the text: it goes nowhere.)
 */
function written(document: NodeTypstDocument): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' })
  } catch {
    return compiler.pdf(document)
  }
}

parentPort?.on('message', (asked: ToWorker) => {
  let answer: FromWorker
  try {
    answer = { id: asked.id, bytes: make(asked) }
  } catch (error) {
    answer = { id: asked.id, fault: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(answer)
})
parentPort?.postMessage({ id: 0 } satisfies FromWorker)
