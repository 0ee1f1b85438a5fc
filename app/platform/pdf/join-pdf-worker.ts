/** Puts documents together, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Joining } from './join-pdf.ts'

const { documents, title, tag } = workerData as Joining
const whole = await PDFDocument.create()
whole.setTitle(title)
whole.setLanguage(tag)
for (const bytes of documents) {
  const one = await PDFDocument.load(bytes)
  for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page)
}
parentPort?.postMessage(await whole.save())
